"""Headings, paragraphs, marked words and tables -> a Word file as GB/T 9704 has it, to print."""

import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Emu
from docx.table import _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from chatbot.files.made import Made
from chatbot.files.official_page import empty_document, text_width

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

    A sign that XML cannot hold becomes U+FFFD. A line end ends a paragraph; in a table it stays
    a line end, and in the title, where a long one turns.
    """

    def __init__(self, title: str, made: Made, *, landscape: bool = False) -> None:
        title = storable(title)
        self._document = empty_document(title.replace("\n", ""), made, landscape=landscape)
        self._document.add_paragraph(title, "Title")

    def heading(self, text: str) -> None:
        self._document.add_paragraph(storable(text), "Heading 1")

    def paragraph(self, cell: Cell) -> None:
        for line in _lines(cell):
            _write(self._document.add_paragraph(style="Body Text"), line)

    def table(
        self, heads: Sequence[str], shares: Sequence[int], rows: Iterable[Sequence[Cell]]
    ) -> None:
        """A ruled table whose head comes again on every page; `shares` are the columns' widths.

        No row is torn between pages that a page can hold.
        """
        table = self._document.add_table(rows=1, cols=len(heads), style="Table Grid")
        width = text_width(self._document)
        widths = [Emu(width * share // sum(shares)) for share in shares]
        for column, share in zip(table.columns, widths, strict=True):
            column.width = share
        _fill(table.rows[0], heads, "Table Head")
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for row in rows:
            _fill(table.add_row(), row, "Table Text")

    def content(self) -> bytes:
        """What is written so far, as a .docx."""
        stream = io.BytesIO()
        self._document.save(stream)
        return stream.getvalue()


def _fill(row: _Row, cells: Sequence[Cell], style: str) -> None:
    for place, cell in zip(row.cells, cells, strict=True):
        place.paragraphs[0].style = style
        _write(place.paragraphs[0], cell)
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


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


def _lines(cell: Cell) -> Iterator[list[Words]]:
    """The words of each line, marked as they were."""
    line: list[Words] = []
    for words in _runs(cell):
        for number, text in enumerate(words.text.split("\n")):
            if number:
                yield line
                line = []
            if text:
                line.append(Words(text, words.mark))
    yield line


def storable(words: str) -> str:
    """The words with U+FFFD for each sign that XML cannot hold."""
    return _NOT_XML.sub("\ufffd", words)
