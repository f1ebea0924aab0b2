"""A plan's words and a draft's -> their differences in order, each with its kind."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import zip_longest

from chatbot.desk.text.aligning import Edit, edits
from chatbot.desk.text.amounts import Amount, amounts
from chatbot.desk.text.names import names
from chatbot.desk.text.squeezed import squeeze
from index.language.tokens import fold
from index.spans import Span

_MARKS = {"“": '"', "”": '"', "「": '"', "」": '"', "『": '"', "』": '"', "‘": "'", "’": "'"}
_SIDES, _BEFORE_SIDES = frozenset("上下内外前后"), frozenset("以之")
_DENIALS, _DENIED = frozenset("不未无非勿"), re.compile("应当|可以|[得能可应须]|[一-鿿]{2}")
_TIME_WORDS = frozenset("年月日号底初末季度")


class Op(Enum):
    """What was done to the plan's words to make the draft's."""

    EQUAL = "equal"
    DELETE = "delete"
    INSERT = "insert"


class Kind(Enum):
    """What a difference changes; NOTATION writes the same value another way."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    PUNCTUATION = "punctuation"
    NOTATION = "notation"
    WORDING = "wording"


HARMLESS = frozenset({Kind.PUNCTUATION, Kind.NOTATION})


@dataclass(frozen=True, slots=True)
class Difference:
    """A piece of the comparison: words that both have, or that one of them lacks.

    Equal and inserted pieces, joined, are the draft's words; deleted ones are the plan's.
    """

    op: Op
    text: str
    kind: Kind | None = None

    def __post_init__(self) -> None:
        if not self.text or (self.op is Op.EQUAL) != (self.kind is None):
            raise ValueError("a difference has words, and a kind unless they are equal")


@dataclass(frozen=True, slots=True)
class _Text:
    """A text cut into tokens: an amount, or a single character; `starts` are their places."""

    text: str
    tokens: tuple[str, ...]
    starts: tuple[int, ...]
    amounts: tuple[Amount, ...]
    names: tuple[Span, ...]

    def place(self, token: int) -> int:
        return self.starts[token] if token < len(self.starts) else len(self.text)


def differences(plan: str, draft: str) -> tuple[Difference, ...]:
    """The pieces that lead from the plan's words to the draft's; none when they are equal.

    White space does not count, but the draft's stays in the pieces.
    """
    old, new = squeeze(plan), squeeze(draft)
    if old.text == new.text:
        return ()
    one, other = _read(old.text), _read(new.text)
    pieces: list[Difference] = []
    written = 0
    for edit in _whole_words(edits(one.tokens, other.tokens), one.tokens, other.tokens):
        start, end = other.place(edit.new_start), other.place(edit.new_end)
        until = len(draft) if end == len(new.text) else int(new.places[end]) if end else 0
        added, written = draft[written:until], until
        if edit.equal:
            pieces.append(Difference(Op.EQUAL, added))
            continue
        kind = _kind(one, other, edit)
        if gone := one.text[one.place(edit.old_start) : one.place(edit.old_end)]:
            pieces.append(Difference(Op.DELETE, gone, kind))
        if end > start:
            pieces.append(Difference(Op.INSERT, added, kind))
    return tuple(pieces)


def pairs(pieces: Sequence[Difference]) -> Iterator[tuple[str, str, Kind | None]]:
    """What went, what came instead, and the kind; equal words come without a kind."""
    gone = ""
    for piece, after in zip_longest(pieces, pieces[1:]):
        if piece.op is Op.DELETE and after and after.op is Op.INSERT:
            gone = piece.text
        elif piece.op is Op.DELETE:
            yield piece.text, "", piece.kind
        else:
            yield gone, piece.text, piece.kind
            gone = ""


def _whole_words(
    found: tuple[Edit, ...], old: tuple[str, ...], new: tuple[str, ...]
) -> Iterator[Edit]:
    """The edits, 不 taken together with the word it denies, and 上 with the 以 before it."""
    taken = 0  # tokens of an equal stretch that the edit before has taken
    for place, edit in enumerate(found):
        if edit.equal:
            after = found[place + 1] if place + 1 < len(found) else None
            left = 1 if after and _completes(after, old, new) else 0
            size = edit.old_end - edit.old_start - taken - left
            if size > 0:
                yield replace(
                    edit,
                    old_start=edit.old_start + taken,
                    new_start=edit.new_start + taken,
                    old_end=edit.old_end - left,
                    new_end=edit.new_end - left,
                )
            continue
        left = 1 if place and _completes(edit, old, new) else 0
        taken = _denied(edit, old, new) if place + 1 < len(found) else 0
        yield Edit(
            edit.old_start - left,
            edit.old_end + taken,
            edit.new_start - left,
            edit.new_end + taken,
            equal=False,
        )


def _completes(edit: Edit, old: tuple[str, ...], new: tuple[str, ...]) -> bool:
    """Whether an edit changes the second sign of a word like 以上."""
    gone, come = old[edit.old_start : edit.old_end], new[edit.new_start : edit.new_end]
    begun = edit.old_start > 0 and old[edit.old_start - 1] in _BEFORE_SIDES
    return begun and len(gone) == len(come) == 1 and {*gone, *come} <= _SIDES


def _denied(edit: Edit, old: tuple[str, ...], new: tuple[str, ...]) -> int:
    """How many tokens behind an edit that only adds or drops a 不 are the word it denies."""
    words = (*old[edit.old_start : edit.old_end], *new[edit.new_start : edit.new_end])
    found = _DENIED.match("".join(new[edit.new_end : edit.new_end + 2]))
    return len(found[0]) if len(words) == 1 and words[0] in _DENIALS and found else 0


def _read(text: str) -> _Text:
    found = tuple(amounts(text))
    tokens: list[str] = []
    starts: list[int] = []
    done = 0
    for amount in (*found, None):
        until = amount.span.start if amount else len(text)
        tokens += text[done:until]
        starts += range(done, until)
        if amount:
            tokens.append(amount.span.cut(text))
            starts.append(amount.span.start)
            done = amount.span.end
    return _Text(text, tuple(tokens), tuple(starts), found, tuple(names(text)))


def _kind(one: _Text, other: _Text, edit: Edit) -> Kind:
    old = one.place(edit.old_start), one.place(edit.old_end)
    new = other.place(edit.new_start), other.place(edit.new_end)
    gone, come = one.text[slice(*old)], other.text[slice(*new)]
    if not any(sign.isalnum() for sign in gone + come):
        return Kind.PUNCTUATION
    if gone and come and _plain(one, *old) == _plain(other, *new):
        return Kind.NOTATION if _letters(gone) != _letters(come) else Kind.PUNCTUATION
    if kind := _amount_kind(one, old, other, new):
        return kind
    if _is_name(one, *old) or _is_name(other, *new):
        return Kind.NAME
    return Kind.WORDING


def _letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())


def _plain(text: _Text, start: int, end: int) -> str:
    """The words with amounts by value and signs in one width: the same for another notation."""
    pieces: list[str] = []
    done = start
    for amount in _within(text, start, end):
        pieces += (text.text[done : amount.span.start], f"<{amount.value}>")
        done = amount.span.end
    return _one_width("".join((*pieces, text.text[done:end])))


def _one_width(text: str) -> str:
    return "".join(_MARKS.get(sign, sign) for sign in fold(text))


def _amount_kind(
    one: _Text, old: tuple[int, int], other: _Text, new: tuple[int, int]
) -> Kind | None:
    before, after = _within(one, *old), _within(other, *new)
    if sorted(amount.value for amount in before) == sorted(amount.value for amount in after):
        words = {*one.text[slice(*old)], *other.text[slice(*new)]}
        return Kind.DATE if words <= _TIME_WORDS else None
    return Kind.DATE if any(amount.is_date for amount in (*before, *after)) else Kind.NUMBER


def _within(text: _Text, start: int, end: int) -> tuple[Amount, ...]:
    return tuple(one for one in text.amounts if start <= one.span.start and one.span.end <= end)


def _is_name(text: _Text, start: int, end: int) -> bool:
    """Whether at least half of the words lie inside a name."""
    inside = sum(max(0, min(end, name.end) - max(start, name.start)) for name in text.names)
    return end > start and 2 * inside >= end - start
