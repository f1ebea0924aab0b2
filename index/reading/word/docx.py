"""Word files: paragraphs with their automatic numbers, heading styles, tables by rows."""

import re
from collections.abc import Iterator
from pathlib import Path

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from lxml.etree import _Element as Element

from index.errors import PlanFileUnreadable
from index.reading.containers import weigh
from index.reading.paragraphs import Paragraph, Role
from index.reading.tables import Cell, is_of_labels, labelled, table_lines
from index.reading.word.numbering import Numbering, style_numbers
from index.reading.word.ooxml import FALLBACK as _FALLBACK
from index.reading.word.ooxml import W as _W

_FILE, _REMEDY = " Word 文件", "用 Word 或 WPS 重新保存为 .docx "
_UNSEEN = {f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", _FALLBACK}
_BOX = f"{_W}txbxContent"
_WRAPPERS = {f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"}
_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_DEEPEST = 100  # elements inside one another; Word itself nests a dozen


def read(file: Path) -> list[Paragraph]:
    """The paragraphs of a .docx; raises PlanFileUnreadable."""
    weigh(file, _FILE, _REMEDY)
    try:
        document = docx.Document(str(file))
    except (PackageNotFoundError, KeyError, ValueError) as error:
        raise PlanFileUnreadable(
            f"{file.name}：不是完整的{_FILE}；请{_REMEDY}后再放入。"
        ) from error
    try:
        return list(_Body(document).paragraphs())
    except _TooDeep as error:
        raise PlanFileUnreadable(
            f"{file.name}：内容套得太深，不像规划文件；请用 Word 或 WPS 重新保存为 .docx。"
        ) from error


class _TooDeep(Exception):
    """Elements inside one another beyond all use."""


class _Body:
    """One pass over a document's body."""

    def __init__(self, document: Document) -> None:
        self._body = document.element.body
        self._styles = {style.style_id: style.name or "" for style in document.styles}
        numbered = style_numbers(document.styles.element)
        self._numbering = Numbering(_numbering_element(document), numbered)
        self._tables = 0

    def paragraphs(self) -> Iterator[Paragraph]:
        yield from self._blocks(self._body, 0)

    def _blocks(self, parent: Element, depth: int) -> Iterator[Paragraph]:
        for block in _children(parent, depth):
            if block.tag == f"{_W}p":
                yield from self._paragraph(block)
                for box in _boxes(block, 0):
                    yield from self._blocks(box, depth + 1)
            elif block.tag == f"{_W}tbl":
                yield from self._table(block)
            elif block.tag in _WRAPPERS:
                yield from self._blocks(block, depth + 1)

    def _paragraph(self, element: Element) -> Iterator[Paragraph]:
        text = "".join(_words(element, 0))
        sign = self._numbering.sign(element)  # which an empty paragraph takes, too
        if not text.strip():
            return
        style = element.find(f"{_W}pPr/{_W}pStyle")
        name = self._styles.get("" if style is None else style.get(f"{_W}val"), "")
        heading = _HEADING.match(name)
        for number, line in enumerate((sign + text.lstrip() if sign else text).split("\n")):
            if heading and not number:
                yield Paragraph(line, Role.HEADING, int(heading[1]))
            else:
                yield Paragraph(line)

    def _table(self, element: Element) -> Iterator[Paragraph]:
        rows = _rows(element, self)
        if max((len(row) for row in rows), default=0) < 2:  # noqa: PLR2004  a frame round some text
            for row in rows:
                yield from (Paragraph(cell.text) for cell in row if cell.text)
            return
        if is_of_labels(rows):
            yield from (Paragraph(line) for row in rows for line in labelled(row))
            return
        self._tables += 1
        yield from table_lines(rows, self._tables)

    def cell_text(self, cell: Element) -> str:
        lines = [line.text.strip() for line in self._blocks(cell, 1)]
        return "".join(line for line in lines if line).replace("\t", " ")


def _rows(table: Element, body: _Body) -> list[list[Cell]]:
    """The cells of a table; a cell that goes on downwards counts its rows."""
    rows: list[list[Cell]] = []
    going_on: dict[int, tuple[int, int]] = {}  # column -> (row, place) of the cell above
    for row in _own(table, f"{_W}tr", 0):
        cells: list[Cell] = []
        column = 0
        for element in _own(row, f"{_W}tc", 0):
            width = _number(element.find(f"{_W}tcPr/{_W}gridSpan"))
            merge = element.find(f"{_W}tcPr/{_W}vMerge")
            if merge is not None and merge.get(f"{_W}val") != "restart" and column in going_on:
                above, place = going_on[column]
                cell = rows[above][place]
                rows[above][place] = Cell(cell.text, cell.rows + 1, cell.columns)
            else:
                going_on[column] = (len(rows), len(cells))
                cells.append(Cell(body.cell_text(element), 1, width))
            column += width
        rows.append(cells)
    return rows


def _own(parent: Element, tag: str, depth: int) -> Iterator[Element]:
    """The rows of a table or the cells of a row, not those of a table inside; none deleted."""
    for child in _children(parent, depth):
        if child.tag == tag and child.find(f"{_W}trPr/{_W}del") is None:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _own(child, tag, depth + 1)


def _boxes(element: Element, depth: int) -> Iterator[Element]:
    """The text boxes that hang on a paragraph, each once."""
    for child in _children(element, depth):
        if child.tag == _BOX:
            yield child
        elif child.tag not in _UNSEEN:
            yield from _boxes(child, depth + 1)


def _words(element: Element, depth: int) -> Iterator[str]:
    """The words of a paragraph in order, without what was deleted or is shown elsewhere."""
    for child in _children(element, depth):
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag == f"{_W}tab":
            yield "\t"
        elif child.tag in {f"{_W}br", f"{_W}cr"}:
            yield "\n"
        elif child.tag == f"{_W}noBreakHyphen":
            yield "-"
        elif child.tag not in {*_UNSEEN, _BOX} and not str(child.tag).endswith("Pr"):
            yield from _words(child, depth + 1)


def _children(element: Element, depth: int) -> Iterator[Element]:
    """What stands in an element; no word is passed over for standing too deep."""
    if depth >= _DEEPEST and len(element):
        raise _TooDeep
    yield from element


def _numbering_element(document: Document) -> Element | None:
    try:
        element: Element = document.part.numbering_part.element
    except (KeyError, NotImplementedError):
        return None
    return element


def _number(element: Element | None) -> int:
    value = "" if element is None else element.get(f"{_W}val", "")
    return int(value) if value.isdecimal() else 1
