"""Beginnings as found, and lines that a person marked -> the beginnings as that person says."""

from collections.abc import Iterable
from dataclasses import replace

from index.intake.documents import Document
from index.intake.heading_marks import MarkedLine
from index.outlining.markers import Kind, Marker, find_markers


def as_marked(found: Iterable[Marker], document: Document, start: int) -> list[Marker]:
    """What begins in a marked line is dropped, and the whole line a heading if it is to be one.

    A line keeps the kind of its own sign, so that its list goes on after it. What lies before
    `start`, the end of the title, is never a heading.
    """
    marked = [line for line in document.marked if line.span.start >= start]
    if not marked:
        return list(found)
    signs = {marker.start: marker for marker in find_markers(document.text, document.styles)}
    kept = [marker for marker in found if not _is_in(marker, marked)]
    kept += [_heading(line, signs.get(line.span.start)) for line in marked if line.level]
    return sorted(kept, key=lambda marker: marker.start)


def _is_in(marker: Marker, lines: Iterable[MarkedLine]) -> bool:
    return any(line.span.start <= marker.start < line.span.end for line in lines)


def _heading(line: MarkedLine, sign: Marker | None) -> Marker:
    if sign:
        return replace(sign, level=line.level)
    start, end = line.span.start, line.span.end
    return Marker(start, end, Kind.STYLED, line.level, at_line_start=True, level=line.level)
