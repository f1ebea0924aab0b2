"""A text without its white space, and where each of its characters stood."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.spans import Span

_INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060"  # marks of layout that come along when pasting
_WHITE = _INVISIBLE + "".join(chr(code) for code in range(0x3001) if chr(code).isspace())
_GONE = dict.fromkeys(map(ord, _WHITE))
_WHITE_CODES = np.array([ord(sign) for sign in _WHITE], dtype=np.uint32)


@dataclass(frozen=True, slots=True, eq=False)
class Squeezed:
    """`text` has no white space; `places[i]` is where its character i stands in the whole text."""

    text: str
    places: NDArray[np.int32]

    def whole(self, start: int, end: int) -> Span:
        """Where the characters start..end of the squeezed text stand in the whole text."""
        return Span(int(self.places[start]), int(self.places[end - 1]) + 1)

    def within(self, span: Span) -> tuple[int, int]:
        """The squeezed characters inside a span of the whole text: start, end (exclusive)."""
        start, end = np.searchsorted(self.places, (span.start, span.end))
        return int(start), int(end)

    def gaps(self) -> Iterator[int]:
        """The squeezed places before which white space stood."""
        for place in np.flatnonzero(np.diff(self.places) > 1):
            yield int(place) + 1


def squeeze(text: str) -> Squeezed:
    """Drop every white and invisible character."""
    kept = ~np.isin(codes(text), _WHITE_CODES)
    return Squeezed(text.translate(_GONE), np.flatnonzero(kept).astype(np.int32))


def codes(text: str) -> NDArray[np.uint32]:
    """The code points of a text."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
