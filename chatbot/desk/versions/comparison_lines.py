"""A comparison -> the lines of a table that a person reads: old words, new words, what changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from chatbot.desk.versions.changes import FORMAL, Change, Comparison, Fate, Topic
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
    """A sentence with the number before it, in both versions; a side without it is empty.

    The spans are what the segments were cut from; `row` is the sentence, or a number alone.
    """

    row: Change
    old: tuple[Segment, ...]
    new: tuple[Segment, ...]
    topics: tuple[Topic, ...]
    old_span: Span | None
    new_span: Span | None

    @property
    def place(self) -> str:
        return place(self.row)

    @property
    def is_weighty(self) -> bool:
        """Whether it holds a substantive change."""
        return not FORMAL.issuperset(self.topics)

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
        joined = [number for number in waiting if _leads(comparison, number, row)]
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
    old, new = named(change.old_place), named(change.new_place)
    if change.fate is Fate.ADDED or old == new:
        return new
    return old if change.fate is Fate.REMOVED else f"{old} → {new}"


def brief_place(change: Change) -> str:
    """The same with the last two headings only, where a plan has many above one another."""
    old, new = (
        parts if _in_article(parts) else parts[-2:]
        for parts in (change.old_place, change.new_place)
    )
    return place(replace(change, old_place=old, new_place=new))


def named(parts: tuple[str, ...]) -> str:
    """A place as a reader calls it: 第四条（一）, or the headings of a plan, outermost first."""
    return ("" if _in_article(parts) else " > ").join(parts) or _BEGINNING


def _in_article(parts: tuple[str, ...]) -> bool:
    return bool(parts) and parts[0].startswith("第") and parts[0].endswith("条")


def _leads(comparison: Comparison, number: Change, row: Change) -> bool:
    """Whether a number stands right before a sentence, in each version that has the number."""
    sides = (comparison.old.text, number.old, row.old), (comparison.new.text, number.new, row.new)
    return all(
        one is None
        or (
            other is not None and one.end <= other.start and not text[one.end : other.start].strip()
        )
        for text, one, other in sides
    )


def _line(comparison: Comparison, rows: list[Change]) -> Line:
    row = rows[-1]
    sides = [_side(comparison.old.text, [(one.old, _pieces(one, "old")) for one in rows])]
    sides += [_side(comparison.new.text, [(one.new, _pieces(one, "new")) for one in rows])]
    (old, old_span), (new, new_span) = sides
    return Line(row, old, new, _touched(rows), old_span, new_span)


def _touched(rows: list[Change]) -> tuple[Topic, ...]:
    """What a line touches: a number that came or went without its rule is only renumbering."""
    row = rows[-1]
    found = set() if row.is_number else set(row.topics)
    for number in rows if row.is_number else rows[:-1]:
        found |= {Topic.RENUMBERED if number.fate in _ONE_SIDED else one for one in number.topics}
    if row.fate in _ONE_SIDED and not row.is_number:
        found -= {Topic.RENUMBERED, Topic.PUNCTUATION}
    return tuple(topic for topic in Topic if topic in found)


def _pieces(row: Change, side: str) -> list[tuple[Span, bool]]:
    return [
        (span, bool(piece.topics))
        for piece in row.pieces
        if (span := getattr(piece, side)) is not None
    ]


def _side(
    text: str, parts: Sequence[tuple[Span | None, Sequence[tuple[Span, bool]]]]
) -> tuple[tuple[Segment, ...], Span | None]:
    """One version's words of a line, and where they stand: blanks between them are its own."""
    found: list[Segment] = []
    whole: Span | None = None
    for span, pieces in parts:
        if span is None:
            continue
        if whole and (between := text[whole.end : span.start]):
            found.append(Segment(between, changed=False))
        found += segments(text, span, pieces)
        whole = Span(whole.start if whole else span.start, span.end)
    return tuple(found), whole
