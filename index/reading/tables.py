"""Cells that may span rows and columns -> lines, each readable on its own."""

from collections.abc import Sequence
from dataclasses import dataclass

from index.reading.paragraphs import Paragraph, Role

_MOST_SPAN = 200  # a cell that claims to cover more is a slip, or an attack
_MOST_PLACES = 200_000  # of a table, those that spanning cells cover included
_LONGEST_HEADER_CELL = 30  # characters


class TableTooLarge(ValueError):
    """The cells of a table claim more places than any table of a plan has."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as the file has it: its text, and how many rows and columns it covers."""

    text: str
    rows: int = 1
    columns: int = 1
    is_header: bool = False


@dataclass(frozen=True, slots=True)
class _Place:
    """One place of the grid: its text, and whether it only repeats the cell to the left."""

    text: str
    repeats: bool
    is_header: bool


def table_lines(rows: Sequence[Sequence[Cell]], number: int) -> list[Paragraph]:
    """The rows of a table as paragraphs, cells joined by tabs; `number` tells tables apart.

    A cell over several rows stands in each of them; one over several columns stands once in a
    row. A row of one cell is a heading inside the table and stays plain text. Raises TableTooLarge.
    """
    grid = _grid(rows)
    headers = _header_rows(rows, grid)
    lines: list[Paragraph] = []
    for place, row in enumerate(grid):
        cells = [cell.text for cell in row if not cell.repeats]
        text = "\t".join(cells).strip()
        if not text:
            continue
        role = Role.TABLE_HEADER if place < headers else Role.TABLE_ROW
        lines.append(Paragraph(text, role, table=number))
    return lines


def _grid(rows: Sequence[Sequence[Cell]]) -> list[list[_Place]]:
    """Every place of the table filled: what spans is written into each place it covers."""
    grid: list[list[_Place]] = []
    places = 0
    pending: dict[int, tuple[int, _Place]] = {}  # column -> rows still to fill, with what
    for row in rows:
        filled = {column: place for column, (_, place) in pending.items()}
        pending = {
            column: (left - 1, place) for column, (left, place) in pending.items() if left > 1
        }
        column = 0
        for cell in row:
            while column in filled:
                column += 1
            for offset in range(min(max(cell.columns, 1), _MOST_SPAN)):
                place = _Place(cell.text, offset > 0, cell.is_header)
                filled[column] = place
                if cell.rows > 1:
                    pending[column] = (min(cell.rows, _MOST_SPAN) - 1, place)
                column += 1
        grid.append([filled[column] for column in sorted(filled)])
        places += len(filled)
        if places > _MOST_PLACES:
            raise TableTooLarge(f"more than {_MOST_PLACES} places")
    return grid


def _header_rows(rows: Sequence[Sequence[Cell]], grid: Sequence[Sequence[_Place]]) -> int:
    """How many rows name the columns: those of header cells, else the first of short names."""
    marked = 0
    while marked < len(grid) - 1 and grid[marked] and all(cell.is_header for cell in grid[marked]):
        marked += 1
    if marked or len(grid) < 2 or not rows[0]:  # noqa: PLR2004  one row names nothing
        return marked
    first = [cell for cell in rows[0] if cell.text]
    names = all(len(cell.text) <= _LONGEST_HEADER_CELL for cell in first)
    if len(first) < 2 or not names or any(_is_number(cell.text) for cell in first):  # noqa: PLR2004
        return 0
    return min(max(cell.rows for cell in rows[0]), len(grid) - 1)


def _is_number(text: str) -> bool:
    return text.replace(".", "").replace(",", "").replace("%", "").strip().isdecimal()
