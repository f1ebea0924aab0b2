"""Headings without a number: short lines that stand alone above their paragraphs."""

import re
from collections.abc import Iterator

from index.outlining.markers import Kind, Marker

_HEADLINE = re.compile(r"[\u4e00-\u9fff“”《》、，,·\d—-]{4,24}。?")
_RUNS_ON = re.compile(r"[。；;：:，,]$")
_ENDS = re.compile(r"[。！？；：:;”）)]$")
_DATE = re.compile(r"\d\s*[年月日号]|\d$")
_LEAST_BELOW = 60  # characters of the paragraph that a headline stands above
_FEWEST = 3
_NUMBERED = frozenset({Kind.PART, Kind.CHAPTER, Kind.DIVISION, Kind.HAN, Kind.HAN_IN_BRACKETS})


def headline_markers(text: str, start: int, found: list[Marker]) -> list[Marker]:
    """The headlines after `start` of a text whose format and numbers name too few sections.

    Where parts are numbered, headlines divide these (生态底色更加亮丽。 below 一、), else they are
    the parts. Rules with articles have none: there a short line is a sentence.
    """
    kinds = {marker.kind for marker in found}
    if Kind.STYLED in kinds or Kind.ARTICLE in kinds:
        return []
    opened = {marker.start for marker in found if marker.at_line_start}
    lines = [(place, line) for place, line in _lines(text) if place >= start]
    headlines = [
        (place, line)
        for (_, before), (place, line), (below, following) in zip(
            [(0, ""), *lines], lines, lines[1:], strict=False
        )
        if place not in opened and below not in opened and _stands_alone(before, line, following)
    ]
    if len(headlines) < _FEWEST:
        return []
    kind = Kind.HEADLINE if kinds & _NUMBERED else Kind.STYLED
    return [Marker(place, place, kind, 1, at_line_start=True) for place, _ in headlines]


def _stands_alone(before: str, line: str, following: str) -> bool:
    bare = line.strip()
    goes_on = len(before.strip()) >= _LEAST_BELOW and not _ENDS.search(before.strip())
    return (
        not goes_on
        and bool(_HEADLINE.fullmatch(bare))
        and not _RUNS_ON.search(bare.removesuffix("。"))
        and not _DATE.search(bare)
        and len(following.strip()) >= _LEAST_BELOW
        and "\t" not in following
    )


def _lines(text: str) -> Iterator[tuple[int, str]]:
    place = 0
    for line in text.split("\n"):
        if line.strip():
            yield place, line
        place += len(line) + 1
