"""Rows -> a CSV file that a spreadsheet opens as text: no cell of it is ever a formula."""

import csv
import io
from collections.abc import Iterable, Sequence

_BOM = "\ufeff"  # without it Excel takes UTF-8 for something else
_STARTS_A_FORMULA = frozenset("=+-@\t\r\n＝＋－＠")


def csv_file(heads: Sequence[str], rows: Iterable[Sequence[str | int]]) -> bytes:
    """UTF-8 with BOM, quoted as RFC 4180 says; a cell like a formula gets a ' before it."""
    written = io.StringIO()
    writer = csv.writer(written, quoting=csv.QUOTE_ALL)
    writer.writerow(heads)
    for row in rows:
        writer.writerow([cell if isinstance(cell, int) else _harmless(cell) for cell in row])
    return (_BOM + written.getvalue()).encode("utf-8")


def _harmless(cell: str) -> str:
    begins = cell.lstrip(" \u3000")[:1]
    return f"'{cell}" if begins in _STARTS_A_FORMULA and begins else cell
