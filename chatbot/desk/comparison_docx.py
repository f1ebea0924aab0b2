"""A comparison -> a Word file for the file: the sum, then a table of what changed."""

import io
import re
from collections.abc import Iterable

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.table import _Cell
from docx.text.run import Run

from chatbot.desk.changes import Comparison
from chatbot.desk.comparison_lines import Line, Segment, lines, overview, versions

_HEAD = ("旧", "新", "改动")
_NOTE = "以下为两个版本的原文，请以发布机关正式文本为准。"
_FONT = "宋体"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def comparison_docx(comparison: Comparison) -> bytes:
    """The bytes of a .docx; words gone are struck through, words come are underlined.

    A sign that XML cannot hold becomes U+FFFD.
    """
    document = docx.Document()
    normal = document.styles["Normal"]
    normal.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _FONT)
    page = document.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = page.page_height, page.page_width
    names = f"《{comparison.old.title}》与《{comparison.new.title}》对照表"
    document.add_heading(_storable(names), level=1)
    document.add_paragraph(_storable(versions(comparison)))
    document.add_paragraph(_storable(overview(comparison)))
    document.add_paragraph(_NOTE)
    told = [line for line in lines(comparison) if line.topics]
    if told:
        table = document.add_table(rows=1, cols=len(_HEAD), style="Table Grid")
        for cell, name in zip(table.rows[0].cells, _HEAD, strict=True):
            cell.paragraphs[0].add_run(name).bold = True
        for line in told:
            _fill(table.add_row().cells, line)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _fill(cells: Iterable[_Cell], line: Line) -> None:
    old, new, kind = cells
    for run in _runs(old, line.old):
        run.font.strike = True
    for run in _runs(new, line.new):
        run.font.underline = True
    kind.text = _storable(f"{line.place}\n{line.kind}")


def _runs(cell: _Cell, segments: Iterable[Segment]) -> list[Run]:
    """Write the words of a cell; the runs that changed are given back."""
    changed: list[Run] = []
    for segment in segments:
        run = cell.paragraphs[0].add_run(_storable(segment.text))
        if segment.changed:
            changed.append(run)
    return changed


def _storable(words: str) -> str:
    return _NOT_XML.sub("\ufffd", words)
