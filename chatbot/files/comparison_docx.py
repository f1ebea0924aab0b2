"""A comparison -> a Word file for the file: the sum, then a table of what changed."""

from collections.abc import Sequence

from chatbot.desk.versions.changes import Comparison
from chatbot.desk.versions.comparison_lines import Segment, lines, overview, versions
from chatbot.files.made import Made
from chatbot.files.word_file import Mark, WordFile, Words

_HEAD = ("旧", "新", "改动")
_NOTE = "以下为两个版本的原文，请以发布机关正式文本为准。"
_SIGNS = "删去的字在虚线框里，增加的字在实线框里并加粗。"


def comparison_docx(comparison: Comparison, made: Made, particulars: Sequence[str] = ()) -> bytes:
    """The bytes of a .docx; `particulars` are lines that say who made it, when, from what."""
    file = WordFile(_title(comparison.old.title, comparison.new.title), made, landscape=True)
    for line in (versions(comparison), *particulars, overview(comparison), _NOTE):
        file.paragraph(line)
    told = [line for line in lines(comparison) if line.topics]
    if told:
        file.paragraph(_SIGNS)
        file.table(
            _HEAD,
            (4, 4, 2),
            (
                (
                    _marked(line.old, Mark.GONE),
                    _marked(line.new, Mark.COME),
                    f"{line.place}\n{line.kind}",
                )
                for line in told
            ),
        )
    return file.content()


def _title(old: str, new: str) -> str:
    """It turns between the names, never inside one that a line can hold."""
    return f"《{old}》\n新旧对照表" if old == new else f"《{old}》与\n《{new}》对照表"


def _marked(segments: Sequence[Segment], mark: Mark) -> list[Words]:
    return [Words(one.text, mark if one.changed else Mark.PLAIN) for one in segments]
