"""Rows -> an .xlsx workbook of one sheet, whose cells are text or whole numbers, never formulas."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from chatbot.files.made import Made

_WIDEST = 48  # of a column, in half-width characters: a Chinese one takes two
_SHORT = 6  # of a head, in the same
_WIDE = frozenset("WF")  # what takes two, as Unicode (UAX 11) says
_LONGEST = 32_767  # characters that a cell can hold
_A4 = 9  # as Excel numbers papers
_FOOT = '&C&"宋体"&10第 &P 页，共 &N 页'


@dataclass(frozen=True, slots=True)
class Sheet:
    """A title of at most 31 characters, the heads of the columns, and what stands under them."""

    title: str
    heads: Sequence[str]
    rows: Iterable[Sequence[str | int]]


def workbook(
    title: str, heads: Sequence[str], rows: Iterable[Sequence[str | int]], made: Made
) -> bytes:
    """A sheet named `title`, its heads kept in sight; same rows, name and time, same bytes."""
    return workbook_of(title, [Sheet(title, heads, rows)], made)


def workbook_of(title: str, sheets: Iterable[Sheet], made: Made) -> bytes:
    """Several sheets, in order."""
    written = io.BytesIO()
    book = xlsxwriter.Workbook(written, {"in_memory": True})
    created = made.at.replace(tzinfo=None)  # told as UTC
    book.set_properties({"title": title, "author": made.by, "created": created})
    for sheet in sheets:
        _add(book, sheet)
    book.close()
    return written.getvalue()


def _add(book: xlsxwriter.Workbook, wanted: Sheet) -> None:
    lines = {"font_name": "宋体", "border": 1, "text_wrap": True}
    bold = book.add_format(lines | {"bold": True, "bg_color": "#E4EFF1", "align": "center"})
    plain = book.add_format(lines | {"valign": "top"})
    sheet = book.add_worksheet(wanted.title)
    widths = [_head_width(head) for head in wanted.heads]
    for column, head in enumerate(wanted.heads):
        sheet.write_string(0, column, head, bold)
    for line, row in enumerate(wanted.rows, 1):
        for column, cell in enumerate(row):
            if isinstance(cell, int):
                sheet.write_number(line, column, cell, plain)
            else:  # never write(): it takes =… for a formula and https://… for a link
                sheet.write_string(line, column, cell[:_LONGEST], plain)
                widths[column] = max(widths[column], min(_width(cell[:_WIDEST]), _WIDEST))
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width + 2)
    sheet.freeze_panes(1, 1)
    _lay_on_paper(sheet)


def _head_width(head: str) -> int:
    """A long head takes two lines, one of three Chinese characters does not."""
    width = _width(head)
    return max(-(-width // 2), min(width, _SHORT))


def _width(text: str) -> int:
    return sum(2 if east_asian_width(sign) in _WIDE else 1 for sign in text)


def _lay_on_paper(sheet: Worksheet) -> None:
    """A4 on its side, as wide as the page, the heads again on every page, numbered at the foot."""
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.center_horizontally()
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.8)  # inches
    sheet.set_footer(_FOOT)
