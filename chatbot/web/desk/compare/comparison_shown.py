"""A comparison -> what its page shows: the summary, then rows side by side, what is kept folded."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from flask import url_for

from chatbot.desk.versions.changes import FORMAL, Change, Comparison, Topic
from chatbot.desk.versions.comparison_lines import NAMES, Line, Segment, brief_place, lines, named
from chatbot.desk.versions.comparison_words import Edit, edits, short, words
from chatbot.told.formal_citation import official_form, place_path
from chatbot.web.desk.compare.versions_asked import Version
from index.spans import Span

WEIGHTY = "weighty"  # the filter that leaves only substantive changes
_IN_COMMON = 0.2  # of all rows
_WHOLE = frozenset({Topic.ADDED, Topic.REMOVED})  # told by their words, not by edits


@dataclass(frozen=True, slots=True)
class Side:
    """The words of a row in one version, joined the stored text at `span`; `url` "" without one."""

    segments: tuple[Segment, ...]
    place: str
    cite: str
    url: str

    @property
    def text(self) -> str:
        return "".join(segment.text for segment in self.segments)


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence in both versions; `number` counts the rows that changed, and is 0 for others.

    `next` is the number of the changed row that is listed after it, 0 for the last.
    """

    number: int
    tone: str
    kinds: str
    old: Side | None
    new: Side | None
    next: int = 0


@dataclass(frozen=True, slots=True)
class Fold:
    """Rows that are the same in both versions, one after the other, folded away."""

    rows: tuple[Row, ...]
    told: str


@dataclass(frozen=True, slots=True)
class Summed:
    """What the summary tells once: edits or words, and the rows where it happened."""

    edits: tuple[Edit, ...]
    words: str
    places: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """All that the page shows; `listed` counts the rows that changed and pass the filter.

    `unlike`: the two have so little in common that they are hardly versions of one document.
    """

    summary: tuple[tuple[str, int, tuple[Summed, ...]], ...]
    blocks: tuple[Row | Fold, ...]
    listed: int
    changed: int
    unlike: bool

    @property
    def first(self) -> int:
        """The number of the first row listed that changed, 0 when there is none."""
        return next((one.number for one in self.blocks if isinstance(one, Row)), 0)


def show(comparison: Comparison, old: Version, new: Version, wanted: str) -> Shown:
    """`wanted` is "" for all, WEIGHTY, or the value of a Topic."""
    told = list(lines(comparison))
    numbers = _numbers(told)
    kept_in = [line for line in told if _passes(line, wanted)]
    after = _next_of([numbers[id(line)] for line in kept_in if line.topics])
    blocks: list[Row | Fold] = []
    for same, run in groupby(kept_in, key=lambda line: not line.topics):
        rows = tuple(_row(line, (old, new), numbers[id(line)], after) for line in run)
        blocks += [Fold(rows, _folded(rows))] if same else rows
    return Shown(
        tuple(_summary(comparison, {line.row: numbers[id(line)] for line in told}, wanted)),
        tuple(blocks),
        len(after),
        sum(bool(line.topics) for line in told),
        sum(line.row.old is not None and line.row.new is not None for line in told)
        < _IN_COMMON * len(told),
    )


def _numbers(told: Sequence[Line]) -> dict[int, int]:
    found: dict[int, int] = {}
    count = 0
    for line in told:
        count += bool(line.topics)
        found[id(line)] = count if line.topics else 0
    return found


def _next_of(listed: Sequence[int]) -> dict[int, int]:
    return {**dict(pairwise(listed)), **dict.fromkeys(listed[-1:], 0)}


def _passes(line: Line, wanted: str) -> bool:
    if wanted == WEIGHTY:
        return line.is_weighty
    return not wanted or wanted in {topic.value for topic in line.topics}


def _row(line: Line, versions: tuple[Version, Version], number: int, after: dict[int, int]) -> Row:
    sides = (
        _side(versions[0], line.old, line.old_span, named(line.row.old_place)),
        _side(versions[1], line.new, line.new_span, named(line.row.new_place)),
    )
    return Row(number, _tone(line), line.kind, *sides, next=after.get(number, 0))


def _side(
    version: Version, segments: tuple[Segment, ...], span: Span | None, where: str
) -> Side | None:
    if span is None:
        return None
    begun = Span(span.start, span.start + 1)
    cite = official_form(version.document, place_path(version.sections, begun))
    return Side(segments, where, cite, _url(version, span))


def _url(version: Version, span: Span) -> str:
    """The reader, open at the words; "" for a version that is not on the shelf."""
    if not version.on_shelf:
        return ""
    places = {"start": span.start, "end": span.end, "_anchor": "mark"}
    return url_for("plans.read", document_id=version.document.id, **places)  # type: ignore[arg-type]


def _tone(line: Line) -> str:
    """The name of a row's sign."""
    if not line.topics:
        return "kept"
    first = line.topics[0]
    if first is Topic.PUNCTUATION:
        return "small"
    whole = {Topic.ADDED, Topic.REMOVED, Topic.MOVED, Topic.RENUMBERED}
    return first.value if first in whole else "changed"


def _folded(rows: Sequence[Row]) -> str:
    places = [row.new.place for row in rows if row.new]
    between = f"：{places[0]}" if places else ""
    if places and places[-1] != places[0]:
        between += f" 至 {places[-1]}"
    return f"没有改动的 {len(rows)} 句{between}"


def _summary(
    comparison: Comparison, rows: dict[Change, int], wanted: str
) -> Iterator[tuple[str, int, tuple[Summed, ...]]]:
    for topic, changes in comparison.summary():
        if topic not in FORMAL and wanted in {"", WEIGHTY, topic.value}:
            yield NAMES[topic], len(changes), tuple(_summed(topic, changes, comparison, rows))


def _summed(
    topic: Topic, changes: Sequence[Change], comparison: Comparison, rows: dict[Change, int]
) -> Iterator[Summed]:
    found: dict[tuple[tuple[Edit, ...], str], list[tuple[str, int]]] = {}
    for change in changes:
        told = () if topic in _WHOLE else edits(change, comparison, topic)
        text = short(words(change, comparison)) if topic in _WHOLE else ""
        found.setdefault((told, text), []).append((brief_place(change), rows[change]))
    for (told, text), places in found.items():
        yield Summed(told, text, tuple(places))
