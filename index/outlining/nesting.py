"""A list numbered like its chapters (一、二、 inside 三、) -> a list of lower rank."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from index.outlining.markers import Kind, Marker


@dataclass(slots=True)
class _Run:
    """A list as far as it has been counted: its last number, and its markers by place."""

    last: int
    places: list[int] = field(default_factory=list)


def nested_lists_lowered(markers: Sequence[Marker]) -> list[Marker]:
    """The markers, those of 一、 lists inside a 一、 list given the kind HAN_WITHIN.

    Such a list shows only afterwards: 一、二、三、 一、二、 四、 — the last goes on with the first
    list, so what came between lay inside its third item. Lists that follow one another, as in a
    notice and the plan it carries, are never gone on with, and stay side by side.
    """
    runs: list[_Run] = []
    within: set[int] = set()
    for place, marker in enumerate(markers):
        if marker.kind is not Kind.HAN:
            continue
        if marker.number == 1 or not runs:
            runs.append(_Run(0))
        for inner in runs[_resumed(runs, marker.number) + 1 :]:
            within.update(inner.places)
            runs.remove(inner)
        runs[-1].last = marker.number
        runs[-1].places.append(place)
    return [
        replace(marker, kind=Kind.HAN_WITHIN) if place in within else marker
        for place, marker in enumerate(markers)
    ]


def _resumed(runs: Sequence[_Run], number: int) -> int:
    """The place of the list that a number goes on with: the last, else the outermost it fits."""
    if runs[-1].last + 1 == number:
        return len(runs) - 1
    fitting = (place for place, run in enumerate(runs) if run.last + 1 == number)
    return next(fitting, len(runs) - 1)
