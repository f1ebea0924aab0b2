"""PDF with a text layer: columns in order, wrapped lines joined, ruled tables by rows."""

import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from index.errors import PlanFileUnreadable
from index.reading.child import rows_of_child
from index.reading.fixed_layout.lines import Line
from index.reading.fixed_layout.page_paragraphs import joined, split_at, without_running_heads
from index.reading.fixed_layout.pdf_pages import PIECE, Box, PdfPage, PdfTable, from_row
from index.reading.paragraphs import Paragraph
from index.reading.tables import Cell, parts_lines

_MOST_PAGES = 1000
_MOST_SECONDS = 300  # for all pieces of a file
_FEWEST_SIGNS = 20  # a page on average: less is a scan with a stamp of text
_CLOSE = 2.0  # points
_AS_WIDE = 6.0  # points by which the two halves of a table over a page break may differ


def read(file: Path) -> tuple[Paragraph, ...]:
    """The paragraphs of a PDF, parsed a few pages at a time, each time in a child of its own.

    Raises PlanFileUnreadable for a scan or an encrypted file, and for pages beyond the limits.
    """
    pages = list(_pages(file))
    tables = [table for page in pages for table in page.tables]
    signs = sum(len(line.text) for page in pages for line in page.lines)
    if not tables and signs < _FEWEST_SIGNS * max(len(pages), 1):
        raise PlanFileUnreadable(
            f"{file.name}：是扫描件，没有文字层；请用文字识别软件转成可以复制文字的 PDF 或 Word，"
            f"或者把录入的文字放在旁边，名为 {file.name}.txt，"
            "每页以“=== 第 1 页 ===”这样的一行开头。"
        )
    return tuple(_in_order(without_running_heads([page.lines for page in pages]), tables))


def page_count(file: Path) -> int:
    """How many pages a PDF has; raises PlanFileUnreadable."""
    rows = rows_of_child("fixed_layout.pdf_pages", file, 0)
    return next((from_row(row).of for row in rows), 0)


def _pages(file: Path) -> Iterator[PdfPage]:
    begun = time.monotonic()
    first, count = 0, 1
    while first < count:
        if time.monotonic() - begun > _MOST_SECONDS:
            raise PlanFileUnreadable(
                f"{file.name}：读到第 {first} 页已过 {_MOST_SECONDS // 60} 分钟；请拆成几份再放入。"
            )
        part = f"（第 {first + 1} 页起）"
        pages = [
            from_row(row) for row in rows_of_child("fixed_layout.pdf_pages", file, first, part=part)
        ]
        count = pages[0].of if pages else 0
        if count > _MOST_PAGES:
            raise PlanFileUnreadable(f"{file.name}：超过 {_MOST_PAGES} 页；请拆成几份再放入。")
        yield from pages
        first += PIECE


def _in_order(lines: list[Line], tables: Sequence[PdfTable]) -> Iterator[Paragraph]:
    """The text with each table where it stands, one that a page break cuts as one."""
    between = list(split_at(lines, [(table.page, table.top) for table in tables]))
    number, place = 0, 0
    while place < len(tables):
        yield from joined(between[place])
        parts = [tables[place]]
        while place + 1 < len(tables) and _goes_on(
            parts[-1], tables[place + 1], between[place + 1]
        ):
            place += 1
            parts.append(tables[place])
        number, place = number + 1, place + 1
        lefts = _edges(box[0] for part in parts for box, _ in part.cells)
        yield from parts_lines([_rows(part, lefts) for part in parts], number)
    yield from joined(between[-1])


def _goes_on(table: PdfTable, other: PdfTable, between: list[Line]) -> bool:
    """Whether a table goes on in the next: on the next page, as wide, with nothing between."""
    beside = zip(_sides(table), _sides(other), strict=True)
    as_wide = all(abs(one - next_) <= _AS_WIDE for one, next_ in beside)
    return other.page == table.page + 1 and not between and as_wide


def _sides(table: PdfTable) -> tuple[float, float]:
    return min(box[0] for box, _ in table.cells), max(box[2] for box, _ in table.cells)


def _rows(table: PdfTable, lefts: Sequence[float]) -> list[list[Cell]]:
    """The cells, each in the row where it begins, over as many columns as it crosses edges."""
    tops = _edges(box[1] for box, _ in table.cells)
    rows: list[list[Cell]] = [[] for _ in tops]
    for box, text in table.cells:
        place = next(place for place, top in enumerate(tops) if abs(top - box[1]) <= _CLOSE)
        height, width = _crossed(box, 1, tops), _crossed(box, 0, lefts)
        rows[place].append(Cell(text, max(height, 1), max(width, 1)))
    return rows


def _crossed(box: Box, side: int, edges: Sequence[float]) -> int:
    return sum(box[side] - _CLOSE <= edge < box[side + 2] - _CLOSE for edge in edges)


def _edges(places: Iterable[float]) -> list[float]:
    """The distinct places, those closer than a line's width counted once."""
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > _CLOSE:
            edges.append(place)
    return edges
