"""Markers -> the beginnings among them: a list starts at one and goes up."""

import re
from collections.abc import Iterable

from index.intake.cleaning import StyledLine
from index.outlining.contents import contents_span
from index.outlining.headlines import headline_markers
from index.outlining.markers import COUNTED, Kind, Marker, find_markers
from index.outlining.nesting import nested_lists_lowered
from index.spans import Span

_ATTACHMENTS = re.compile(
    r"^附\s*件\s*[：:][ \t\u3000]*\S.*(?:\n[ \t\u3000]*\d{1,2}[.．、].*)*", re.MULTILINE
)
_GAP = 3  # a skipped number or two is the author's slip, not another list
_LOOK_AHEAD = 4000  # characters within which the second item of a mid-line list must follow


def beginnings(text: str, start: int, styles: Iterable[StyledLine] = ()) -> list[Marker]:
    """The markers after `start` that open a section; what stands in the contents opens none."""
    candidates = [marker for marker in find_markers(text, styles) if marker.start >= start]
    candidates += headline_markers(text, start, candidates)
    candidates.sort(key=lambda marker: marker.start)
    contents = contents_span(text)
    if contents:
        candidates = [
            marker
            for marker in candidates
            if not contents.holds(Span(marker.start, marker.start + 1))
            or marker.kind is Kind.CONTENTS
        ]
    candidates = _outside_attachments(candidates, text)
    candidates = _without_lists_in_a_line(candidates, text)
    heading = contents.start if contents else -1
    candidates = [
        marker
        for marker in candidates
        if marker.kind is not Kind.CONTENTS or marker.start == heading
    ]
    return nested_lists_lowered(_in_lists(_counting_on(candidates)))


def _outside_attachments(candidates: list[Marker], text: str) -> list[Marker]:
    """Without the numbers of 附件：1.… 2.…, which name papers, not parts."""
    named = [(found.start(), found.end()) for found in _ATTACHMENTS.finditer(text)]
    return [
        marker
        for marker in candidates
        if not any(start < marker.start < end for start, end in named)
    ]


def _without_lists_in_a_line(candidates: list[Marker], text: str) -> list[Marker]:
    """Without a list inside one line of a deeper list: ②…：（一）…；（二）… below （一）.

    Its signs are those of a list that is still open, so it would seem to be that list again.
    """
    kept: list[Marker] = []
    open_kinds: set[Kind] = set()
    line_end, inside = 0, Kind.ATTACHMENT
    for marker in candidates:
        if marker.start < line_end and marker.kind >= inside:
            continue
        if marker.number == 1 and not marker.at_line_start and _is_deeper(marker, open_kinds):
            line_end = text.find("\n", marker.start) % (len(text) + 1)
            inside = marker.kind
            continue
        if marker.at_line_start and marker.kind in COUNTED:
            open_kinds = {kind for kind in open_kinds if kind < marker.kind} | {marker.kind}
        kept.append(marker)
    return kept


def _is_deeper(marker: Marker, open_kinds: set[Kind]) -> bool:
    """Whether a list of the marker's kind is open, and below it another."""
    return marker.kind in open_kinds and any(kind > marker.kind for kind in open_kinds)


def _counting_on(candidates: list[Marker]) -> list[Marker]:
    kept: list[Marker] = []
    last: dict[Kind, int] = {}  # in the list at hand
    latest: dict[Kind, int] = {}  # in the whole document: （三） may follow （二） under a new 二、
    left: set[int] = set()  # where 一、 lists stood when another began: 四、 may come after it
    for place, marker in enumerate(candidates):
        goes_on = marker.number > 1 and marker.number == latest.get(marker.kind, 0) + 1
        resumes = (
            marker.kind is Kind.HAN
            and marker.at_line_start
            and marker.number > 1
            and marker.number - 1 in left
        )
        if (
            not goes_on
            and not resumes
            and not _starts_or_skips(marker, last, candidates[place + 1 :])
        ):
            continue
        if marker.kind is Kind.HAN and marker.number == 1:
            left.add(latest.get(Kind.HAN, 0))
        last = {kind: number for kind, number in last.items() if kind <= marker.kind}
        last[marker.kind] = latest[marker.kind] = marker.number
        kept.append(marker)
    return kept


def _starts_or_skips(marker: Marker, last: dict[Kind, int], following: list[Marker]) -> bool:
    if marker.kind not in COUNTED:
        return True
    if marker.number == 1:
        return marker.at_line_start or _has_a_second(marker, following)
    before = last.get(marker.kind, 0)
    return marker.at_line_start and before < marker.number <= before + _GAP


def _has_a_second(marker: Marker, following: list[Marker]) -> bool:
    """Whether a second item of the same list comes before its parent list moves on."""
    for other in following:
        if other.start - marker.end > _LOOK_AHEAD:
            return False
        if other.kind is marker.kind:
            return other.number == marker.number + 1
        if other.kind in COUNTED and other.kind < marker.kind and other.at_line_start:
            return False
    return False


def _in_lists(markers: list[Marker]) -> list[Marker]:
    """Without lone bullets: a dash that opens one line only is a subtitle, not a list."""
    bullets = [False, *(marker.kind is Kind.BULLET for marker in markers), False]
    lone = {
        place
        for place, (before, here, after) in enumerate(
            zip(bullets, bullets[1:], bullets[2:], strict=False)
        )
        if here and not before and not after
    }
    return [marker for place, marker in enumerate(markers) if place not in lone]
