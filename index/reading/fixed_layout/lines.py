"""The characters of a PDF page -> its lines in reading order, one column or two."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

_SAME_ROW = 0.5  # of the size: characters whose middles differ less stand in one row
_WORD_GAP, _COLUMN_GAP = 0.6, 0.1  # of the size
_GUTTER = 0.9  # of the size, in the middle one of the rows: more than a comma leaves
_MIDDLE = (0.35, 0.65)  # of the page's width: where a gutter may run
_FEW_CROSS = 0.25  # of the rows of a page in two columns, such as its title
_BESIDE = 0.02  # of a page's characters: a column holds at least that
_CLOSING = "，。、；：！？）》”’】"
_HALF_EMPTY = 0.7
_STEP = 2.0  # points


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text in points from the page's top left; `left`, `right` bound its column."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    page: int
    left: float = 0.0
    right: float = 0.0


Row = list[dict[str, Any]]  # pdfplumber's characters of one row, from left to right


def lines_of_page(characters: Sequence[dict[str, Any]], width: float, page: int) -> list[Line]:
    """The lines of a page in reading order: a column wholly before the next."""
    rows = _rows(characters)
    gutter = _gutter(rows, width) if rows else None  # a blank page
    if gutter is None:
        return _bounded([_line(row, page) for row in rows])
    ordered: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for row in rows:
        if _crosses(row, gutter):
            ordered += [*_bounded(left), *_bounded(right), *_bounded([_line(row, page)])]
            left, right = [], []
            continue
        for side, of in ((left, _before(row, gutter)), (right, _after(row, gutter))):
            if of:
                side.append(_line(of, page))
    return [*ordered, *_bounded(left), *_bounded(right)]


def _rows(characters: Sequence[dict[str, Any]]) -> list[Row]:
    rows: list[Row] = []
    middle = 0.0
    for sign in sorted(characters, key=_middle):
        if rows and _middle(sign) - middle < _SAME_ROW * sign["size"]:
            rows[-1].append(sign)
        else:
            rows.append([sign])
            middle = _middle(sign)
    return [
        sorted(row, key=lambda sign: float(sign["x0"]))
        for row in rows
        if any(sign["text"].strip() for sign in row)
    ]


def _middle(sign: dict[str, Any]) -> float:
    return float(sign["top"] + sign["bottom"]) / 2


def _gutter(rows: Sequence[Row], width: float) -> float | None:
    """Where the empty strip between two columns runs; None on a page of one column."""
    signs = [sign for row in rows for sign in row if sign["text"].strip()]
    least = (int(_FEW_CROSS * len(rows)), len(signs))  # rows, and signs in them
    best: list[float] = []
    place = _MIDDLE[0] * width
    while place <= _MIDDLE[1] * width:
        crossed = [len(row) for row in rows if _crosses(row, place)]
        after = sum(sign["x0"] >= place for sign in signs) / len(signs)
        found = (len(crossed), sum(crossed))
        if found <= least and _BESIDE <= after <= 1 - _BESIDE:
            best = [*best, place] if found == least else [place]
            least = found
        place += _STEP
    gutter = best[len(best) // 2] if best else None
    return gutter if gutter and _usual_gap(rows, gutter) > _GUTTER else None


def _crosses(row: Row, place: float) -> bool:
    before, after = _before(row, place), _after(row, place)
    if len(before) + len(after) < sum(bool(sign["text"].strip()) for sign in row):
        return True  # a character stands on the place itself
    return bool(before and after) and _gap(before[-1], after[0]) < _COLUMN_GAP


def _usual_gap(rows: Sequence[Row], place: float) -> float:
    """How far the columns stand apart, in sizes, where a row has both."""
    sides = [(_before(row, place), _after(row, place)) for row in rows]
    gaps = sorted(_gap(before[-1], after[0]) for before, after in sides if before and after)
    return gaps[(len(gaps) - 1) // 2] if gaps else 0.0


def _gap(last: dict[str, Any], first: dict[str, Any]) -> float:
    size = float(min(last["size"], first["size"])) or 1.0
    return (float(first["x0"]) - _ink_end(last)) / size


def _ink_end(sign: dict[str, Any]) -> float:
    """Where a sign's ink ends: a closing mark leaves half its box empty, beyond the margin."""
    half = sign["text"] in _CLOSING and sign["x1"] - sign["x0"] > _HALF_EMPTY * sign["size"]
    return float(sign["x0"] + sign["size"] / 2 if half else sign["x1"])


def _before(row: Row, place: float) -> Row:
    return [sign for sign in row if _ink_end(sign) <= place and sign["text"].strip()]


def _after(row: Row, place: float) -> Row:
    return [sign for sign in row if sign["x0"] >= place and sign["text"].strip()]


def _line(row: Row, page: int) -> Line:
    seen = [sign for sign in row if sign["text"].strip()]
    sizes = sorted(float(sign["size"]) for sign in seen)
    return Line(
        "".join(_words(row)).strip(),
        float(seen[0]["x0"]),
        max(float(sign["x1"]) for sign in seen),
        min(float(sign["top"]) for sign in seen),
        max(float(sign["bottom"]) for sign in seen),
        sizes[len(sizes) // 2],
        page,
    )


def _words(row: Row) -> Iterator[str]:
    """The characters; a gap that no space fills becomes one."""
    end: float | None = None
    for sign in row:
        wide = end is not None and sign["x0"] - end > _WORD_GAP * sign["size"]
        if wide and sign["text"].strip():
            yield " "
        yield sign["text"]
        end = float(sign["x1"])


def _bounded(lines: Sequence[Line]) -> list[Line]:
    """The lines with the edges of the column they make up."""
    if not lines:
        return []
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    return [_within(line, left, right) for line in lines]


def _within(line: Line, left: float, right: float) -> Line:
    place = (line.text, line.x0, line.x1, line.top, line.bottom, line.size, line.page)
    return Line(*place, left, right)


def outside(characters: Iterable[dict[str, Any]], boxes: Sequence[tuple[float, ...]]) -> Row:
    """The characters that stand in none of the boxes (x0, top, x1, bottom)."""
    return [
        sign
        for sign in characters
        if not any(
            box[0] <= (sign["x0"] + sign["x1"]) / 2 <= box[2] and box[1] <= _middle(sign) <= box[3]
            for box in boxes
        )
    ]
