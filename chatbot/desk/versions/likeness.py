"""Texts of two versions -> how alike each is to each, by the pairs of characters they share."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from chatbot.desk.text.squeezed import codes

_BUCKETS = 4096  # pairs are counted in so many drawers; two rarely share one
_SPREAD = np.uint64(0x9E3779B97F4A7C15)  # Knuth's multiplicative hashing, 2^64 / golden ratio
_CONTAINED = 0.8  # a text that is wholly part of another is so alike to it
_NEARLY = 0.999  # what is not equal
_TELLING = 12  # pairs: a shorter text is part of many others by chance
Matrix = NDArray[np.float64]
_Rows = NDArray[np.float32]


class Likeness:
    """Weights learnt from all sentences of two versions, to measure any two texts with.

    The weight of a pair is its idf, ln(1 + N/n) for n of N sentences; likeness is Dice's
    coefficient on these weights (Dice 1945), 0 to 1, and 1 only for equal texts.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._drawers: dict[str, NDArray[np.intp]] = {}
        spread = np.zeros(_BUCKETS, dtype=np.float32)
        for text in texts:
            spread[self._drawers_of(text)] += 1
        self._weights = np.log1p(len(texts) / np.maximum(spread, 1))

    def between(self, old: Sequence[str], new: Sequence[str]) -> Matrix:
        """A row for each old text, a column for each new one."""
        return self._measured(old, new, contained=False)

    def between_or_within(self, old: Sequence[str], new: Sequence[str]) -> Matrix:
        """The same, but a text that has become part of a longer one is alike to it too."""
        return self._measured(old, new, contained=True)

    def _measured(self, old: Sequence[str], new: Sequence[str], *, contained: bool) -> Matrix:
        one, other = self._rows(old), self._rows(new)
        shared = (one * self._weights) @ other.T
        left, right = one @ self._weights, other @ self._weights
        alike = 2 * shared / np.maximum(left[:, None] + right[None, :], 1e-9)
        if contained:
            fewer = np.minimum(one.sum(1)[:, None], other.sum(1)[None, :])
            part = shared / np.maximum(np.minimum(left[:, None], right[None, :]), 1e-9)
            alike = np.maximum(alike, np.where(fewer >= _TELLING, _CONTAINED * part**2, 0))
        alike = np.minimum(alike, _NEARLY)
        known = {text: place for place, text in enumerate(dict.fromkeys((*old, *new)))}
        equal = np.equal.outer(
            np.array([known[text] for text in old]), np.array([known[text] for text in new])
        )
        result: Matrix = np.where(equal, 1.0, alike)
        return result

    def _rows(self, texts: Sequence[str]) -> _Rows:
        rows = np.zeros((len(texts), _BUCKETS), dtype=np.float32)
        for place, text in enumerate(texts):
            rows[place, self._drawers_of(text)] = 1
        return rows

    def _drawers_of(self, text: str) -> NDArray[np.intp]:
        if text not in self._drawers:
            points = codes(f"{text}\n").astype(np.uint64)  # a single character makes a pair too
            keys = ((points[:-1] << np.uint64(21)) | points[1:]) * _SPREAD
            self._drawers[text] = np.unique((keys >> np.uint64(52)).astype(np.intp))
        return self._drawers[text]
