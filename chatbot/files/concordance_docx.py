"""A concordance -> a Word file for the file: the counts, then the lines with their sources."""

from collections.abc import Sequence

from chatbot.desk.concordance import Concordance, Line
from chatbot.files.made import Made
from chatbot.files.word_file import Mark, WordFile, Words
from chatbot.told.formal_citation import official_form

_NOTE = "以下为文件原文摘录，请以发布机关正式文本为准。"
_BEFORE = "（标题之前）"


def concordance_docx(
    words: str, found: Concordance, made: Made, above: Sequence[str], shown: int
) -> bytes:
    """The bytes of a .docx; `above` are the lines under the title, `shown` the most places told."""
    file = WordFile(f"“{words}”在文件里的用法", made)
    for line in (*above, _NOTE):
        file.paragraph(line)
    if found.lines:
        file.heading("一、各处次数")
        counts = ((one.title, section or _BEFORE, str(n)) for one, section, n in found.by_section())
        file.table(("文件", "章节", "次数"), (5, 5, 1), counts)
        file.heading("二、前后文")
        if len(found.lines) > shown:
            file.paragraph(f"这里列出前 {shown} 处，全部在导出的表格（CSV）里。")
        rows = (_row(number, line) for number, line in enumerate(found.lines[:shown], 1))
        file.table(("序号", "前后文", "出处"), (1, 7, 4), rows)
    return file.content()


def _row(number: int, line: Line) -> tuple[str, list[Words], str]:
    context = [Words(line.before), Words(line.words, Mark.STRONG), Words(line.after)]
    return str(number), context, official_form(line.document, line.path)
