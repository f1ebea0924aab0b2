"""Cells that may span rows and columns -> lines, each readable on its own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.reading.paragraphs import Paragraph, Role

_MOST_SPAN = 200  # a cell that claims to cover more is a slip, or an attack
_MOST_PLACES = 200_000  # of a table, those that spanning cells cover included
_LONGEST_HEADER_CELL = 30  # characters
_YEAR = re.compile("(19|20)[0-9]{2}")  # as a number it names a column
_LABEL = re.compile(r"[：:]$")
_WITH_ITS_VALUE = re.compile(r"[\u4e00-\u9fff\s]{2,12}[：:]")  # in one cell
_MANY_LABELS = 0.3  # of the cells: a table that tells about the document


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

    @property
    def is_own(self) -> bool:
        return bool(self.text.strip()) and not self.repeats


def table_lines(rows: Sequence[Sequence[Cell]], number: int) -> list[Paragraph]:
    """The rows of a table as paragraphs, cells joined by tabs; `number` tells tables apart.

    A cell over several rows stands in each of them, so does a name over several columns; another
    cell over several columns stands in the first of these. So cells stand below the names of their
    columns. Rows of one cell at the top are text: they name the table. Raises TableTooLarge.
    """
    return parts_lines([rows], number)


def parts_lines(parts: Sequence[Sequence[Sequence[Cell]]], number: int) -> list[Paragraph]:
    """The rows of a table that page breaks cut into parts, all with the same grid of columns.

    Names of columns that a part repeats are left out; what a break cut through is put together.
    """
    grid, *others = _narrowed([_grid(part) for part in parts])
    captions = _captions(grid)
    headers = captions + _header_rows(parts[0][captions:], grid[captions:])
    for other in others:
        _go_on(grid, other, headers)
    lines: list[Paragraph] = []
    for place, row in enumerate(grid):
        is_header = captions <= place < headers
        cells = ["" if cell.repeats and not is_header else cell.text for cell in row]
        text = "\t".join(cells).rstrip()
        if place < captions:
            lines += [Paragraph(line) for line in [text.strip()] if line]
        elif text:
            role = Role.TABLE_HEADER if is_header else Role.TABLE_ROW
            lines.append(Paragraph(text, role, table=number))
    return lines


def _narrowed(grids: Sequence[list[list[_Place]]]) -> list[list[list[_Place]]]:
    """The parts of a table without columns that only the drawing makes.

    Where the names of columns are drawn a little beside the cells below them, there are two
    columns for one: in no row do both hold something of their own.
    """
    rows = [row for grid in grids for row in grid]
    width = max(map(len, rows), default=0)
    own = [{column for column, cell in enumerate(row) if cell.is_own} for row in rows]
    starts: list[int] = []
    for column in range(width):
        group = range(starts[-1], column) if starts else ()
        if not starts or any(column in row and row.intersection(group) for row in own):
            starts.append(column)
    bounds = list(pairwise([*starts, width]))
    return [
        [[_one_of(row[start:end]) for start, end in bounds if row[start:end]] for row in grid]
        for grid in grids
    ]


def _one_of(places: Sequence[_Place]) -> _Place:
    return next((place for place in places if place.is_own), places[0])


def _go_on(grid: list[list[_Place]], part: list[list[_Place]], headers: int) -> None:
    """Add the rows of a part to those before it."""
    known = [[cell.text for cell in row] for row in grid[:headers]]
    rows = [row for row in part if [cell.text for cell in row] not in known]
    if not rows or len(grid) <= headers:
        grid += rows
        return
    filled = [
        all(len(row) > column and row[column].text for row in grid[headers:])
        for column in range(len(grid[-1]))
    ]
    first = rows[0]
    if any(filled[column] and not first[column].text for column in _keys(grid[headers:])):
        grid[-1] = [
            _Place(above.text + below.text, repeats=False, is_header=False)
            for above, below in zip(grid[-1], first, strict=True)
        ]
        rows = rows[1:]
    for row in rows:
        grid.append(
            [
                above if filled[column] and not cell.text else cell
                for column, (above, cell) in enumerate(zip(grid[-1], row, strict=True))
            ]
        )


def _keys(rows: Sequence[Sequence[_Place]]) -> list[int]:
    """The columns that hold something else in every row: a row without its key is half a row."""
    columns = range(min(map(len, rows), default=0))
    return [column for column in columns if len({row[column].text for row in rows}) == len(rows)]


def _captions(grid: Sequence[Sequence[_Place]]) -> int:
    """How many rows at the top hold one cell: they name the table and are text above it."""
    count = 0
    while count < len(grid) - 1 and not any(cell.is_own for cell in grid[count][1:]):
        count += 1
    return count


def is_of_labels(rows: list[list[Cell]]) -> bool:
    """Whether a table tells about the page (发文机关： 国务院 成文日期：), label by label."""
    cells = [cell for row in rows for cell in row if cell.text]
    if cells and all(_WITH_ITS_VALUE.match(cell.text) for cell in cells):
        return True
    return sum(bool(_LABEL.search(cell.text)) for cell in cells) > _MANY_LABELS * len(cells)


def labelled(row: list[Cell]) -> Iterator[str]:
    """Each label with its value, in one line."""
    label = ""
    for cell in row:
        if _LABEL.search(cell.text):
            if label:
                yield label
            label = cell.text
        elif label or cell.text:
            yield label + cell.text
            label = ""
    if label:
        yield label


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
    bare = text.replace(".", "").replace(",", "").replace("%", "").strip()
    return bare.isdecimal() and not _YEAR.fullmatch(bare)
