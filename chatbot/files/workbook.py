"""Rows -> an .xlsx workbook, whose cells are text or whole numbers, never formulas."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

import xlsxwriter

_WIDEST = 48  # characters
_LONGEST = 32_767  # characters that a cell can hold


@dataclass(frozen=True, slots=True)
class Sheet:
    """A title of at most 31 characters, the heads of the columns, and what stands under them."""

    title: str
    heads: Sequence[str]
    rows: Iterable[Sequence[str | int]]


def workbook(
    title: str, heads: Sequence[str], rows: Iterable[Sequence[str | int]], made: datetime
) -> bytes:
    """One sheet named `title`, its heads kept in sight; same rows and time, same bytes."""
    return workbook_of(title, [Sheet(title, heads, rows)], made)


def workbook_of(title: str, sheets: Iterable[Sheet], made: datetime) -> bytes:
    """Several sheets, in order."""
    written = io.BytesIO()
    book = xlsxwriter.Workbook(written, {"in_memory": True})
    book.set_properties({"title": title, "created": made.replace(tzinfo=None)})
    for sheet in sheets:
        _add(book, sheet)
    book.close()
    return written.getvalue()


def _add(book: xlsxwriter.Workbook, wanted: Sheet) -> None:
    bold = book.add_format({"bold": True, "bg_color": "#E4EFF1", "text_wrap": True})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    sheet = book.add_worksheet(wanted.title)
    widths = [len(head) for head in wanted.heads]
    for column, head in enumerate(wanted.heads):
        sheet.write_string(0, column, head, bold)
    for line, row in enumerate(wanted.rows, 1):
        for column, cell in enumerate(row):
            if isinstance(cell, int):
                sheet.write_number(line, column, cell, plain)
            else:  # never write(): it takes =… for a formula and https://… for a link
                sheet.write_string(line, column, cell[:_LONGEST], plain)
                widths[column] = max(widths[column], len(cell))
    for column, width in enumerate(widths):
        sheet.set_column(column, column, 2 * min(width, _WIDEST / 2) + 2)
    sheet.freeze_panes(1, 1)
