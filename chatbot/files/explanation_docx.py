"""Why a question is answered so -> a Word file for the file: question, reply, each step."""

from collections.abc import Iterable

from chatbot.answering.citing import Citation
from chatbot.answering.parts import Quoted, Shown
from chatbot.files.made import Made
from chatbot.files.word_file import WordFile

_NOTE = "答复里的话不是文件原文，就是固定答复；请以发布机关正式文本为准。"


def explanation_docx(
    question: str,
    reply: Iterable[Shown],
    steps: Iterable[tuple[str, str]],
    made: Made,
    particulars: str,
) -> bytes:
    """The bytes of a .docx that says what the page of the explanation shows."""
    file = WordFile("为什么这样答", made)
    for line in (particulars, f"问题：{question}", _NOTE):
        file.paragraph(line)
    file.heading("一、答复")
    for one in reply:
        _part(file, one)
    file.heading("二、步骤")
    file.table(("步骤", "结果"), (2, 8), steps)
    return file.content()


def _part(file: WordFile, one: Shown) -> None:
    for citation in one.opening:
        file.paragraph(_quote(citation))
    for line in one.said.splitlines():
        file.paragraph(line)
    for number, citation in enumerate(one.items, 1):
        file.paragraph(f"{number}. {_quote(citation)}")
    if one.cells:
        columns, cells = zip(*one.cells, strict=True)
        file.table(columns, [1] * len(columns), [cells])
    for quoted in one.quoted:
        for citation in () if one.items or one.cells else quoted.citations:
            file.paragraph(_quote(citation))
        file.paragraph(_source(quoted))


def _quote(citation: Citation) -> str:
    return f"「{citation.quote}」"


def _source(quoted: Quoted) -> str:
    """The title in full: nobody can tap on paper."""
    title = f"《{quoted.document.title}》" if quoted.is_new else ""
    return f"出处：{title}{' › '.join(quoted.path) or ('' if title else '同上')}"
