"""A matrix of likenesses -> pairs: in order as far as possible, then what changed its place."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Pair = tuple[int, int]


def in_order(alike: NDArray[np.float64], least: float) -> tuple[Pair, ...]:
    """The pairs (row, column) in rising order whose squared likenesses, summed, are the most.

    Needleman and Wunsch's alignment (1970) without a price for gaps; no pair is less alike than
    `least`. Time and space grow with rows x columns.
    """
    rows, columns = alike.shape
    worth = np.where(alike >= least, alike**2, -1.0)
    best = np.zeros((rows + 1, columns + 1))
    for row in range(rows):
        taken = np.maximum(best[row, 1:], best[row, :-1] + worth[row])
        best[row + 1, 1:] = np.maximum.accumulate(taken)
    return tuple(reversed(list(_traced(best))))


def _traced(best: NDArray[np.float64]) -> Iterator[Pair]:
    row, column = best.shape[0] - 1, best.shape[1] - 1
    while row and column:
        if best[row, column] == best[row - 1, column]:
            row -= 1
        elif best[row, column] == best[row, column - 1]:
            column -= 1
        else:
            row, column = row - 1, column - 1
            yield row, column


def crosswise(alike: NDArray[np.float64], least: float) -> Iterator[Pair]:
    """Pairs in any order, the most alike first; each row and column once, none below `least`."""
    rows, columns = np.nonzero(alike >= least)
    order = np.argsort(-alike[rows, columns], kind="stable")
    used_rows, used_columns = set[int](), set[int]()
    for place in order:
        row, column = int(rows[place]), int(columns[place])
        if row not in used_rows and column not in used_columns:
            used_rows.add(row)
            used_columns.add(column)
            yield row, column
