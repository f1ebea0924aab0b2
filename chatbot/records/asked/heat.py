"""How often each heading was quoted from -> the outline of each plan, shaded in five steps."""

from collections.abc import Mapping
from dataclasses import dataclass

from chatbot.records.asked.reviewing import Under
from index.generation import Generation
from index.intake.documents import Document
from index.outlining.outline import Section

STEPS = 5
_DEEPEST = 2  # level of a heading shown; what is quoted from below counts for it


@dataclass(frozen=True, slots=True)
class Warmth:
    """A heading, how often it and what is below it were quoted from, its step from 0 to 5."""

    level: int
    heading: str
    times: int
    step: int


@dataclass(frozen=True, slots=True)
class HeatMap:
    """The outline of one document; `times` is how often it was quoted from in all."""

    document: Document
    times: int
    rows: tuple[Warmth, ...]


def heat_maps(generation: Generation, cited: Mapping[Under, int]) -> tuple[HeatMap, ...]:
    """One a document, the most quoted first; one scale for all.

    A step is a fifth of what the warmest heading has, rounded up: 0 means never.
    """
    counted = {
        document.id: _counted(document, generation.sections(document.id), cited)
        for document in generation.documents
    }
    most = max((times for rows in counted.values() for _, _, times in rows), default=0)
    maps = (
        HeatMap(
            document,
            sum(times for under, times in cited.items() if under.document == document.id),
            tuple(Warmth(*row, -(-STEPS * row[2] // most) if most else 0) for row in rows),
        )
        for document in generation.documents
        for rows in (counted[document.id],)
    )
    return tuple(sorted(maps, key=lambda one: -one.times))


def _counted(
    document: Document, sections: tuple[Section, ...], cited: Mapping[Under, int]
) -> list[tuple[int, str, int]]:
    """Level, heading and count of each heading shown, in order; headings of one path once.

    What lies below a heading never quoted from is not shown: an outline may have 300 articles.
    """
    shown = {
        section.path: section
        for section in reversed(sections)
        if section.heading and 0 < section.level <= _DEEPEST
    }
    warm = {under.path[:1] for under, times in cited.items() if under.document == document.id}
    own = {under.path: times for under, times in cited.items() if under.document == document.id}
    return [
        (
            section.level,
            path[-1],
            sum(times for quoted, times in own.items() if quoted[: len(path)] == path),
        )
        for path, section in reversed(shown.items())
        if section.level == 1 or path[:1] in warm
    ]
