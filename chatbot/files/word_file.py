"""Headings, paragraphs, marked words and tables -> the bytes of a Word file, ready to print."""

import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Emu, RGBColor
from docx.table import _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

_FONTS = {"w:eastAsia": "宋体", "w:ascii": "Times New Roman", "w:hAnsi": "Times New Roman"}
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Mark(Enum):
    """How words are set apart, without colour, so that a copier keeps it.

    No line runs through or under words: it would make 三 of 二, and 二 of 一.
    """

    PLAIN = "plain"
    STRONG = "strong"
    GONE = "gone"  # in a dashed box, grey
    COME = "come"  # in a box, bold


@dataclass(frozen=True, slots=True)
class Words:
    """Some words and how they are set."""

    text: str
    mark: Mark = Mark.PLAIN


Cell = str | Sequence[Words]


class WordFile:
    """A Word file being written from top to bottom.

    A sign that XML cannot hold becomes U+FFFD; line ends inside a text stay line ends.
    """

    def __init__(self, title: str, *, landscape: bool = False) -> None:
        self._document = docx.Document()
        for name in ("Normal", "Heading 1", "Heading 2"):
            style = self._document.styles[name]
            style.font.color.rgb = RGBColor(0, 0, 0)
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for script, font in _FONTS.items():
                fonts.set(qn(script), font)
        page = self._document.sections[0]
        if landscape:
            page.orientation = WD_ORIENT.LANDSCAPE
            page.page_width, page.page_height = page.page_height, page.page_width
        edges = (page.page_width, page.left_margin, page.right_margin)
        whole, left, right = (int(edge or 0) for edge in edges)
        self._width = whole - left - right
        self._document.core_properties.title = storable(title)[:255]
        self._document.core_properties.author = ""
        self._document.core_properties.comments = ""
        self._document.add_heading(storable(title), level=1)

    def heading(self, text: str) -> None:
        self._document.add_heading(storable(text), level=2)

    def paragraph(self, cell: Cell) -> None:
        _write(self._document.add_paragraph(), cell)

    def table(
        self, heads: Sequence[str], shares: Sequence[int], rows: Iterable[Sequence[Cell]]
    ) -> None:
        """A ruled table whose head comes again on every page; `shares` are the columns' widths."""
        table = self._document.add_table(rows=1, cols=len(heads), style="Table Grid")
        widths = [Emu(self._width * share // sum(shares)) for share in shares]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        _fill(table.rows[0], [[Words(head, Mark.STRONG)] for head in heads])
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for row in rows:
            _fill(table.add_row(), row)

    def content(self) -> bytes:
        """What is written so far, as a .docx."""
        stream = io.BytesIO()
        self._document.save(stream)
        return stream.getvalue()


def _fill(row: _Row, cells: Sequence[Cell]) -> None:
    for place, cell in zip(row.cells, cells, strict=True):
        _write(place.paragraphs[0], cell)


def _write(paragraph: Paragraph, cell: Cell) -> None:
    for words in _runs(cell):
        run = paragraph.add_run(storable(words.text))
        run.bold = words.mark in {Mark.STRONG, Mark.COME} or None
        if words.mark is Mark.COME:
            _set_apart(run, "w:bdr", {"w:val": "single", "w:sz": "4", "w:space": "0"})
        elif words.mark is Mark.GONE:
            _set_apart(run, "w:bdr", {"w:val": "dashed", "w:sz": "4", "w:space": "0"})
            _set_apart(run, "w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": "E3E3E3"})


def _set_apart(run: Run, name: str, values: Mapping[str, str]) -> None:
    """Add what python-docx has no word for: a box around the run, or its ground."""
    run._r.get_or_add_rPr().append(OxmlElement(name, {qn(key): values[key] for key in values}))


def _runs(cell: Cell) -> Iterator[Words]:
    if isinstance(cell, str):
        yield Words(cell)
    else:
        yield from cell


def storable(words: str) -> str:
    """The words with U+FFFD for each sign that XML cannot hold."""
    return _NOT_XML.sub("\ufffd", words)
