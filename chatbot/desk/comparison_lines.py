"""A comparison -> the lines of a table that a person reads: old words, new words, what changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chatbot.desk.changes import Change, Comparison, Fate, Topic
from index.spans import Span

NAMES = {
    Topic.NUMBER: "数字",
    Topic.DATE: "日期",
    Topic.OBLIGATION: "义务用词",
    Topic.NAME: "机构和名称",
    Topic.ADDED: "新增",
    Topic.REMOVED: "删除",
    Topic.WORDING: "文字",
    Topic.MOVED: "移位",
    Topic.RENUMBERED: "编号",
    Topic.PUNCTUATION: "标点和写法",
}
_BEGINNING = "开头"
_ONE_SIDED = frozenset({Fate.ADDED, Fate.REMOVED})


@dataclass(frozen=True, slots=True)
class Segment:
    """Words of one version as they stand there, and whether the other version lacks them."""

    text: str
    changed: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with the number before it, in both versions; a side without it is empty."""

    place: str
    old: tuple[Segment, ...]
    new: tuple[Segment, ...]
    topics: tuple[Topic, ...]

    @property
    def kind(self) -> str:
        """What changed, in words; "" when nothing did."""
        return "、".join(NAMES[topic] for topic in self.topics)


def versions(comparison: Comparison) -> str:
    """Which two texts are compared: their titles and their files."""
    old, new = (f"《{one.title}》（{one.file}）" for one in (comparison.old, comparison.new))
    return f"旧：{old}　新：{new}"


def overview(comparison: Comparison) -> str:
    """One sentence: how many changes there are, and what they touch."""
    if not comparison.changes:
        return "两个版本内容相同（空白不计）。"
    counts = "，".join(f"{NAMES[topic]} {len(found)}" for topic, found in comparison.summary())
    weighty = sum(change.is_substantive for change in comparison.changes)
    return f"共 {len(comparison.changes)} 处改动，其中实质改动 {weighty} 处：{counts}。"


def lines(comparison: Comparison) -> Iterator[Line]:
    """The lines in reading order, kept sentences included; every row stands in one of them."""
    waiting: list[Change] = []
    for row in comparison.rows:
        if row.is_number:
            waiting.append(row)
            continue
        joined = [number for number in waiting if _leads(number, row)]
        for number in waiting:
            if number not in joined:
                yield _line(comparison, [number])
        yield _line(comparison, [*joined, row])
        waiting = []
    for number in waiting:
        yield _line(comparison, [number])


def segments(text: str, span: Span | None, rows: Sequence[tuple[Span, bool]]) -> Iterator[Segment]:
    """The words at a span, cut where changed ones begin and end; joined they are the words."""
    if span is None:
        return
    done = span.start
    for piece, changed in rows:
        if piece.start > done:
            yield Segment(text[done : piece.start], changed=False)
        yield Segment(piece.cut(text), changed)
        done = piece.end
    if done < span.end:
        yield Segment(text[done : span.end], changed=False)


def place(change: Change) -> str:
    """Where a change stands: 第六条（一）, or 第五条 → 第六条 when the two differ."""
    old, new = _named(change.old_place), _named(change.new_place)
    if change.fate is Fate.ADDED or old == new:
        return new
    return old if change.fate is Fate.REMOVED else f"{old} → {new}"


def _named(parts: tuple[str, ...]) -> str:
    is_article = bool(parts) and parts[0].startswith("第") and parts[0].endswith("条")
    return ("" if is_article else " > ").join(parts) or _BEGINNING


def _leads(number: Change, row: Change) -> bool:
    """Whether a number stands right before a sentence, in each version that has the number."""
    sides = ((number.old, row.old), (number.new, row.new))
    return all(one is None or (other and one.end <= other.start) for one, other in sides)


def _line(comparison: Comparison, rows: list[Change]) -> Line:
    found = set(rows[-1].topics)
    for number in rows[:-1]:  # one that came or went with its rule only renumbers a kept sentence
        found |= {Topic.RENUMBERED if number.fate in _ONE_SIDED else one for one in number.topics}
    if rows[-1].fate in _ONE_SIDED:
        found -= {Topic.RENUMBERED, Topic.PUNCTUATION}
    sides: list[tuple[Segment, ...]] = []
    for side, text in (("old", comparison.old.text), ("new", comparison.new.text)):
        cells: list[Segment] = []
        for row in rows:
            pieces = [
                (span, bool(piece.topics))
                for piece in row.pieces
                if (span := getattr(piece, side)) is not None
            ]
            shown = list(segments(text, getattr(row, side), pieces))
            cells += [Segment(" ", changed=False)] if cells and shown else []
            cells += shown
        sides.append(tuple(cells))
    ordered = tuple(topic for topic in Topic if topic in found)
    return Line(place(rows[-1]), sides[0], sides[1], ordered)
