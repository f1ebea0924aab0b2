"""Rows -> an .xlsx workbook of one sheet, whose cells are text or whole numbers, never formulas."""

import io
from collections.abc import Iterable, Sequence
from datetime import datetime

import xlsxwriter

_WIDEST = 48  # characters
_LONGEST = 32_767  # characters that a cell can hold


def workbook(
    title: str, heads: Sequence[str], rows: Iterable[Sequence[str | int]], made: datetime
) -> bytes:
    """A sheet named `title`, its heads kept in sight; same rows and time, same bytes."""
    written = io.BytesIO()
    book = xlsxwriter.Workbook(written, {"in_memory": True})
    book.set_properties({"title": title, "created": made.replace(tzinfo=None)})
    bold = book.add_format({"bold": True, "bg_color": "#E4EFF1", "text_wrap": True})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    sheet = book.add_worksheet(title)
    widths = [len(head) for head in heads]
    for column, head in enumerate(heads):
        sheet.write_string(0, column, head, bold)
    for line, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            if isinstance(cell, int):
                sheet.write_number(line, column, cell, plain)
            else:  # never write(): it takes =… for a formula and https://… for a link
                sheet.write_string(line, column, cell[:_LONGEST], plain)
                widths[column] = max(widths[column], len(cell))
    for column, width in enumerate(widths):
        sheet.set_column(column, column, 2 * min(width, _WIDEST / 2) + 2)
    sheet.freeze_panes(1, 1)
    book.close()
    return written.getvalue()
