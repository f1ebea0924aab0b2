"""Tables that plain text only draws: with bars, with gaps, or one cell a line -> rows of cells."""

import re
from collections.abc import Iterator, Sequence

from index.reading.paragraphs import Paragraph
from index.reading.tables import Cell, table_lines

_BARS = re.compile(r"[ \t\u3000]*[|│┃](?P<cells>.*)[|│┃][ \t\u3000]*")
_BAR = re.compile(r"(?<!\\)[|│┃]")
_RULE = re.compile(r"[\s|│┃:+\-—─━═=┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛]+")
_GAP = re.compile(r"\t+|[ \u3000]{2,}")
_SENTENCE = re.compile("[。；！？]")
_MOST_CELLS = 200  # of a row; a line of more bars draws something else
_LONGEST_CELL = 40  # characters of a cell between gaps, or on a line of its own
_FEWEST_COLUMNS, _FEWEST_ROWS = 3, 3
_FEWEST_STACKED = 2  # columns: a serial number and something
_SERIAL = "序号"

Rows = list[list[str]]


def with_tables(lines: Sequence[str]) -> Iterator[str | list[Paragraph]]:
    """The lines of text, and in the place of each drawn table its rows."""
    tables = place = 0
    while place < len(lines):
        rows, end = _table_at(lines, place)
        if rows:
            tables += 1
            yield table_lines([[Cell(_bare(cell)) for cell in row] for row in rows], tables)
            place = end
        else:
            yield lines[place]
            place += 1


def _table_at(lines: Sequence[str], place: int) -> tuple[Rows, int]:
    for find in (_barred, _gapped, _stacked):
        rows, end = find(lines, place)
        if rows:
            return rows, end
    return [], place


def _bare(cell: str) -> str:
    return " ".join(cell.split())


def _barred(lines: Sequence[str], place: int) -> tuple[Rows, int]:
    """|甲|乙|, as Markdown and old converters draw it; a line of rules between is left out."""
    rows: Rows = []
    while place < len(lines):
        row = _BARS.fullmatch(lines[place])
        is_rule = bool(rows or row) and bool(_RULE.fullmatch(lines[place]))
        if not is_rule:
            if (
                row is None
                or not 0 < row["cells"].count("|") + row["cells"].count("│") < _MOST_CELLS
            ):
                break
            rows.append(_BAR.split(row["cells"]))
        place += 1
    return rows, place


def _gapped(lines: Sequence[str], place: int) -> tuple[Rows, int]:
    """指标    2020年    2025年: lines that fall into as many short parts, one below the other."""
    rows: Rows = []
    while place < len(lines):
        cells = _GAP.split(lines[place].strip())
        if len(cells) < _FEWEST_COLUMNS or (rows and len(cells) != len(rows[0])):
            break
        if any(len(cell) > _LONGEST_CELL or _SENTENCE.search(cell) for cell in cells):
            break
        rows.append(cells)
        place += 1
    return (rows, place) if len(rows) >= _FEWEST_ROWS else ([], place)


def _stacked(lines: Sequence[str], place: int) -> tuple[Rows, int]:
    """序号 / 指标 / 目标 / 1 / … / 2 / …: a crawl's way, known by serial numbers in equal steps."""
    if "".join(lines[place].split()) != _SERIAL:
        return [], place
    filled = _filled(lines, place)
    cells = [line.strip() for _, line in filled]
    width = cells.index("1") if "1" in cells else 0
    if width < _FEWEST_STACKED:
        return [], place
    count = 0
    while cells[width * (count + 1) : width * (count + 1) + 1] == [str(count + 1)]:
        count += 1
    whole = [cells[width * row : width * (row + 1)] for row in range(count + 1)]
    whole = [row for row in whole if len(row) == width]
    if len(whole) <= _FEWEST_ROWS:
        return [], place
    return whole, filled[width * len(whole) - 1][0] + 1


def _filled(lines: Sequence[str], place: int) -> list[tuple[int, str]]:
    return [(at, lines[at]) for at in range(place, len(lines)) if lines[at].strip()]
