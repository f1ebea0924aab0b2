"""Where a part of a sentence may be cut off and still be the plan's own words."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from chatbot.desk.text.squeezed import Squeezed

STOPS = "，。！？；：…,!?;:—–|"  # 、 is none: an item left out of a list alters the list
OPENERS = "“‘「『（(【["
CLOSERS = "”’」』）)】]"
_ALIKE = "\"'"  # open and close alike
_ITEM_NUMBER = r"[一二三四五六七八九十百零〇0-9０-９]{1,4}"
MARKER = re.compile(
    rf"[（(]{_ITEM_NUMBER}[)）]|[一二三四五六七八九十]{{1,3}}(?:、|是|要)|第{_ITEM_NUMBER}[条章节，]"
    rf"|[0-9０-９]{{1,2}}(?:[.．](?![0-9０-９])|、)|[①-⑳]|[-—]{{2}}|[#>*]+"
)
_NUMBERED_SIGN = re.compile(r"(?<=[0-9A-Za-z０-９])[,:.\-—–](?=[0-9A-Za-z０-９])")


@dataclass(frozen=True, slots=True)
class Clauses:
    """The places of a squeezed text at which a clause begins, and at which one ends, sorted."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def starts_between(self, low: int, high: int) -> tuple[int, ...]:
        """The beginnings at low..high, both included."""
        return self.starts[bisect_left(self.starts, low) : bisect_right(self.starts, high)]

    def ends_between(self, low: int, high: int) -> tuple[int, ...]:
        """The ends at low..high, both included."""
        return self.ends[bisect_left(self.ends, low) : bisect_right(self.ends, high)]

    def start_before(self, place: int) -> int:
        """The last beginning of a clause at or before a place."""
        return self.starts[max(bisect_right(self.starts, place) - 1, 0)]

    def bound(self, start: int, end: int) -> bool:
        """Whether start..end is made of whole clauses."""
        return bool(self.starts_between(start, start) and self.ends_between(end, end))


def clauses(squeezed: Squeezed) -> Clauses:
    """The clause boundaries of a text: its signs, its gaps, its list numbers."""
    text = squeezed.text
    inner = {found.start() for found in _NUMBERED_SIGN.finditer(text)}
    starts, ends = {0, *squeezed.gaps()}, {len(text), *squeezed.gaps()}
    for found in _SIGNS.finditer(text):
        place, sign = found.start(), found[0]
        if place in inner:
            continue
        if sign in STOPS or sign in _ALIKE:
            starts.add(place + 1)
            ends.update((place, place + 1))
        elif sign in OPENERS:
            starts.update((place, place + 1))
        else:
            ends.add(place)
            if text[place + 1 : place + 2] in _AFTER_CLOSER:
                ends.add(place + 1)
    for found in MARKER.finditer(text):
        if found.start() in starts:
            starts.add(found.end())
    return Clauses(tuple(sorted(starts)), tuple(sorted(ends)))


_SIGNS = re.compile(f"[{re.escape(STOPS + OPENERS + CLOSERS + _ALIKE)}]")
_AFTER_CLOSER = frozenset({*STOPS, *CLOSERS, ""})
