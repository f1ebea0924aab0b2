"""A comparison -> the files that staff take along: Word, a web page, a table."""

from collections.abc import Callable

from chatbot.desk.versions.changes import Comparison
from chatbot.desk.versions.comparison_lines import Line, lines
from chatbot.files.comparison_docx import comparison_docx
from chatbot.files.comparison_html import comparison_html
from chatbot.files.csv_export import csv_file
from chatbot.web.desk.made_by import made, particulars
from index.spans import Span

_HEADS = ("序号", "位置", "改动", "实质改动", "旧", "新", "旧起", "旧止", "新起", "新止")


def _docx(found: Comparison) -> bytes:
    sums = [
        f"{side}的校验值（SHA-256）：{document.sha256}"
        for side, document in (("旧版", found.old), ("新版", found.new))
    ]
    by = made()
    return comparison_docx(found, by, (particulars(by), *sums))


def _html(found: Comparison) -> bytes:
    return comparison_html(found).encode("utf-8", "replace")


def _csv(found: Comparison) -> bytes:
    told = [line for line in lines(found) if line.topics]
    return csv_file(_HEADS, (_cells(number, line) for number, line in enumerate(told, 1)))


def _cells(number: int, line: Line) -> tuple[str | int, ...]:
    sides = ("".join(one.text for one in side) for side in (line.old, line.new))
    weighs = "是" if line.is_weighty else "否"
    spans = (*_ends(line.old_span), *_ends(line.new_span))
    return (number, line.place, line.kind, weighs, *sides, *spans)


def _ends(span: Span | None) -> tuple[str | int, str | int]:
    return (span.start, span.end) if span else ("", "")


FILES: dict[str, tuple[str, Callable[[Comparison], bytes]]] = {
    "docx": ("Word 对照表", _docx),
    "html": ("左右对照的网页", _html),
    "csv": ("表格（CSV）", _csv),
}
