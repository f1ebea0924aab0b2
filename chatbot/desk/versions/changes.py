"""Change: one sentence or number of two versions, what became of it, and why that matters."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from index.intake.documents import Document
from index.spans import Span


class Fate(Enum):
    """What became of a sentence, or of the number before it."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"
    RENUMBERED = "renumbered"


class Topic(Enum):
    """What a change touches, the weightiest first; from MOVED on the rule itself is the same."""

    NUMBER = "number"
    DATE = "date"
    OBLIGATION = "obligation"
    NAME = "name"
    ADDED = "added"
    REMOVED = "removed"
    WORDING = "wording"
    MOVED = "moved"
    RENUMBERED = "renumbered"
    PUNCTUATION = "punctuation"


_ORDER = {topic: place for place, topic in enumerate(Topic)}
FORMAL = frozenset({Topic.MOVED, Topic.RENUMBERED, Topic.PUNCTUATION})


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one version and those that stand for them in the other; equal when no topic."""

    old: Span | None
    new: Span | None
    topics: tuple[Topic, ...] = ()

    def __post_init__(self) -> None:
        if (self.old is None and self.new is None) or (
            not self.topics and (self.old is None or self.new is None)
        ):
            raise ValueError("a piece stands somewhere, and in both versions when it is equal")

    def mirrored(self) -> "Piece":
        return Piece(self.new, self.old, self.topics)


@dataclass(frozen=True, slots=True)
class Change:
    """A sentence (or number) of the old version, the new, or both; spans are of the whole texts.

    `old_place` and `new_place` are its headings and numbers, outermost first. The pieces cover
    both spans, white space aside. `moved` may come on top of any words that changed.
    """

    fate: Fate
    old: Span | None
    new: Span | None
    old_place: tuple[str, ...]
    new_place: tuple[str, ...]
    pieces: tuple[Piece, ...]
    moved: bool = False
    is_number: bool = False

    def __post_init__(self) -> None:
        one_sided = self.old is None or self.new is None
        if one_sided and self.fate not in {Fate.ADDED, Fate.REMOVED, Fate.RENUMBERED}:
            raise ValueError(f"what is {self.fate.value} stands in both versions")

    @property
    def topics(self) -> tuple[Topic, ...]:
        """What it touches, the weightiest first; none when it is kept."""
        found = {topic for piece in self.pieces for topic in piece.topics}
        if self.moved:
            found.add(Topic.MOVED)
        return tuple(sorted(found, key=_ORDER.__getitem__))

    @property
    def is_substantive(self) -> bool:
        """Whether more changes than places, numbering, punctuation and notation."""
        return not FORMAL.issuperset(self.topics)

    @property
    def is_told(self) -> bool:
        """Whether a reader is told of it: the number of a rule comes and goes with its words."""
        one_sided = self.fate in {Fate.ADDED, Fate.REMOVED}
        return self.fate is not Fate.KEPT and not (self.is_number and one_sided)

    def mirrored(self) -> "Change":
        """The same change told from the new version to the old."""
        fate = {Fate.ADDED: Fate.REMOVED, Fate.REMOVED: Fate.ADDED}.get(self.fate, self.fate)
        return replace(
            self,
            fate=fate,
            old=self.new,
            new=self.old,
            old_place=self.new_place,
            new_place=self.old_place,
            pieces=tuple(_mirrored(self.pieces)),
        )


def _mirrored(pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    swapped = {Topic.ADDED: Topic.REMOVED, Topic.REMOVED: Topic.ADDED}
    for piece in pieces:
        topics = tuple(swapped.get(topic, topic) for topic in piece.topics)
        yield replace(piece.mirrored(), topics=topics)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions and everything that stands in them, in reading order, kept words included."""

    old: Document
    new: Document
    rows: tuple[Change, ...]

    @property
    def changes(self) -> tuple[Change, ...]:
        """What differs, in reading order; nothing when the versions say the same."""
        return tuple(row for row in self.rows if row.is_told)

    def summary(self) -> tuple[tuple[Topic, tuple[Change, ...]], ...]:
        """The changes by their weightiest topic, weightiest first; each change stands once."""
        return tuple(
            (topic, found)
            for topic in Topic
            if (found := tuple(one for one in self.changes if one.topics[0] is topic))
        )
