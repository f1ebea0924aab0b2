"""A few pages of a PDF at a time -> their lines and ruled tables; runs in the child."""

from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfplumber.page import Page as PlumbedPage
from pdfplumber.table import Table as RuledTable
from pdfplumber.utils.exceptions import PdfminerException

from index.errors import PlanFileUnreadable
from index.reading.fixed_layout.lines import Line, lines_of_page, outside

PIECE = 20  # pages
_RULES = 4  # lines or boxes on a page before a table is looked for

Box = tuple[float, float, float, float]  # left, top, right, bottom; points from the page's top left


@dataclass(frozen=True, slots=True)
class PdfTable:
    """A ruled table: its page, where it begins, its cells in the order of their rows."""

    page: int
    top: float
    cells: tuple[tuple[Box, str], ...]


@dataclass(frozen=True, slots=True)
class PdfPage:
    """What stands on a page, and how many pages the file has."""

    of: int
    lines: tuple[Line, ...]
    tables: tuple[PdfTable, ...]


def read(file: Path, first: int) -> Iterator[PdfPage]:
    """The pages of a piece, from the page `first` (0 is the first one).

    Raises PlanFileUnreadable for an encrypted or broken file.
    """
    try:
        with pdfplumber.open(file) as document:
            count = len(document.pages)
            for number, page in enumerate(document.pages[first : first + PIECE], first):
                yield _contents(page, number, count)
                page.close()
    except PdfminerException as error:
        raise PlanFileUnreadable(_refusal(file, error)) from error


def as_row(page: PdfPage) -> list[Any]:
    """A page as JSON holds it."""
    return list(astuple(page))


def from_row(row: list[Any]) -> PdfPage:
    of, lines, tables = row
    return PdfPage(
        of,
        tuple(Line(*line) for line in lines),
        tuple(
            PdfTable(page, top, tuple((_box(box), text) for box, text in cells))
            for page, top, cells in tables
        ),
    )


def _box(numbers: list[float]) -> Box:
    left, top, right, bottom = numbers
    return left, top, right, bottom


def _contents(page: PlumbedPage, number: int, count: int) -> PdfPage:
    upright = [sign for sign in page.chars if sign["upright"]]
    ruled = len(page.lines) + len(page.rects) >= _RULES
    found = [table for table in page.find_tables() if len(table.rows) > 1] if ruled else []
    signs = outside(upright, [table.bbox for table in found])
    tables = [PdfTable(number, float(table.bbox[1]), _cells(table)) for table in found]
    return PdfPage(
        count,
        tuple(lines_of_page(signs, float(page.width), number)),
        tuple(sorted(tables, key=lambda table: table.top)),
    )


def _cells(table: RuledTable) -> tuple[tuple[Box, str], ...]:
    boxes: Sequence[Box] = sorted(table.cells, key=lambda box: (box[1], box[0]))
    words = [table.page.crop(box, strict=False).extract_text() or "" for box in boxes]
    return tuple((box, "".join(text.splitlines())) for box, text in zip(boxes, words, strict=True))


def _refusal(file: Path, error: PdfminerException) -> str:
    reason = error.args[0] if error.args else None
    if isinstance(reason, (PDFEncryptionError, PDFPasswordIncorrect)):
        return f"{file.name}：文件加了密码；请去掉密码后再放入。"
    return f"{file.name}：不是完整的 PDF 文件；请重新下载或另存。"
