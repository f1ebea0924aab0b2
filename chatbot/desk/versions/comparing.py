"""Two versions of a plan or law -> what was added, removed, changed, moved and renumbered."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from chatbot.desk.text.squeezed import squeeze
from chatbot.desk.versions.changes import Change, Comparison, Fate, Piece, Topic
from chatbot.desk.versions.likeness import Likeness, Matrix
from chatbot.desk.versions.marking import mark
from chatbot.desk.versions.pairing import Pair, crosswise, in_order
from chatbot.desk.versions.provisions import Rule, Sentence, Version, cut
from chatbot.desk.versions.splitting import joined, joins
from index.errors import PlanError
from index.intake.documents import Document
from index.outlining.outline import Section
from index.spans import Span

# The least likeness at which two are taken for one, by where they stand.
_RULES, _MOVED_RULES = 0.3, 0.5
_SENTENCES, _MOVED_SENTENCES = 0.33, 0.6
_TITLE = 0.9  # rules of the same title are so alike, whatever they say
_SAME_NUMBER = 0.01  # decides between rules that are equally alike
_TELLING = 6  # characters: a shorter sentence is not looked for elsewhere
# Space grows with the product of the sentences: 4,000 beside 4,000 take 0.6 GB and 4 s.
MOST_SENTENCES, LONGEST_SENTENCE = 4_000, 20_000
Outlined = tuple[Document, tuple[Section, ...]]


class VersionTooLong(PlanError):
    """A version has more sentences than can be compared, or one that is too long."""


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Which rules and sentences are the same in both versions; moved ones stand in a set too."""

    rules: dict[int, int]
    sentences: dict[int, int]
    moved: frozenset[Pair]


def compare(old: Outlined, new: Outlined) -> Comparison:
    """The comparison of two documents, each with its outline; equal texts give no changes.

    Rules are aligned first, then the sentences of each pair of rules, then their characters.
    Raises VersionTooLong.
    """
    one, other = _cut(old), _cut(new)
    # Alignments that are equally good are decided by order, so the two texts are always taken in
    # the same order: what is added from one side is what is removed from the other.
    if new[0].text < old[0].text:
        rows = [row.mirrored() for row in _rows(other, one)]
    else:
        rows = list(_rows(one, other))
    return Comparison(old[0], new[0], tuple(_in_reading_order(rows)))


def _cut(version: Outlined) -> Version:
    found = cut(*version)
    longest = max((len(one.words) for one in found.sentences), default=0)
    if len(found.sentences) > MOST_SENTENCES or longest > LONGEST_SENTENCE:
        raise VersionTooLong(
            f"《{version[0].title}》太长：一次最多比较 {MOST_SENTENCES} 句，"
            f"每句 {LONGEST_SENTENCE} 字；请按章拆开，分次比较。"
        )
    return found


def _rows(old: Version, new: Version) -> Iterator[Change]:
    likeness = Likeness([one.words for one in (*old.sentences, *new.sentences)])
    pairs = _paired(old, new, likeness)
    back = {other: one for one, other in pairs.sentences.items()}
    split = joins(old, new, pairs.sentences, likeness), joins(new, old, back, likeness)
    if any(split):
        old, new = joined(old, split[0]), joined(new, split[1])
        pairs = _paired(old, new, likeness)
    renumbered = {
        old.numbered(old.rules[one]): new.numbered(new.rules[other])
        for one, other in pairs.rules.items()
    }
    yield from _sentence_rows(old, new, pairs, renumbered)
    yield from _number_rows(old, new, pairs)


def _paired(old: Version, new: Version, likeness: Likeness) -> _Pairs:
    alike = _alike_rules(old, new, likeness)
    rules = dict(in_order(alike, _RULES))
    for one, other in rules.items():
        alike[one, :] = alike[:, other] = 0
    moved_rules = dict(crosswise(alike, _MOVED_RULES))
    sentences: dict[int, int] = {}
    moved: set[Pair] = set()
    for one, other in (rules | moved_rules).items():
        places = old.rules[one].sentences, new.rules[other].sentences
        for pair, crossed in _paired_sentences(old, new, places, likeness):
            sentences[pair[0]] = pair[1]
            if crossed or one in moved_rules:
                moved.add(pair)
    for pair in _elsewhere(old, new, sentences, likeness):
        sentences[pair[0]] = pair[1]
        moved.add(pair)
    return _Pairs(rules | moved_rules, sentences, frozenset(moved))


def _alike_rules(old: Version, new: Version, likeness: Likeness) -> Matrix:
    alike = likeness.between_or_within(
        [old.words(rule) for rule in old.rules], [new.words(rule) for rule in new.rules]
    )
    titles = likeness.between([r.title for r in old.rules], [r.title for r in new.rules])
    titled = np.logical_and.outer(
        [bool(r.title) for r in old.rules], [bool(r.title) for r in new.rules]
    )
    same = np.equal.outer(
        np.array([old.numbered(rule) or "-" for rule in old.rules], dtype=object),
        np.array([new.numbered(rule) for rule in new.rules], dtype=object),
    )
    alike = np.maximum(alike, np.where(titled, _TITLE * titles, 0))
    result: Matrix = alike + _SAME_NUMBER * same.astype(np.float64)
    return result


def _paired_sentences(
    old: Version, new: Version, places: tuple[tuple[int, ...], tuple[int, ...]], likeness: Likeness
) -> Iterator[tuple[Pair, bool]]:
    """The sentences that two rules share, each pair with whether it changed its place in them."""
    before, after = places
    alike = likeness.between_or_within(
        [old.sentences[place].words for place in before],
        [new.sentences[place].words for place in after],
    )
    for one, other in in_order(alike, _SENTENCES):
        alike[one, :] = alike[:, other] = 0
        yield (before[one], after[other]), False
    for one, other in crosswise(alike, _MOVED_SENTENCES):
        yield (before[one], after[other]), True


def _elsewhere(
    old: Version, new: Version, paired: Mapping[int, int], likeness: Likeness
) -> Iterator[Pair]:
    """Sentences that left their rule and stand in another."""
    taken = set(paired.values())
    before = [n for n, one in enumerate(old.sentences) if n not in paired and _tells(one)]
    after = [n for n, one in enumerate(new.sentences) if n not in taken and _tells(one)]
    alike = likeness.between(
        [old.sentences[place].words for place in before],
        [new.sentences[place].words for place in after],
    )
    for one, other in crosswise(alike, _MOVED_SENTENCES):
        yield before[one], after[other]


def _tells(sentence: Sentence) -> bool:
    return len(sentence.words) >= _TELLING


def _sentence_rows(
    old: Version, new: Version, pairs: _Pairs, renumbered: Mapping[str, str]
) -> Iterator[Change]:
    for place, one in enumerate(old.sentences):
        if place not in pairs.sentences:
            yield _removed(one.span, one.place)
            continue
        other = new.sentences[pairs.sentences[place]]
        pieces = mark((old.document.text, one), (new.document.text, other), renumbered)
        moved = (place, pairs.sentences[place]) in pairs.moved
        changed = any(piece.topics for piece in pieces)
        fate = Fate.CHANGED if changed else Fate.MOVED if moved else Fate.KEPT
        yield Change(fate, one.span, other.span, one.place, other.place, pieces, moved=moved)
    stayed = set(pairs.sentences.values())
    for place, one in enumerate(new.sentences):
        if place not in stayed:
            yield _removed(one.span, one.place).mirrored()


def _removed(span: Span, place: tuple[str, ...], *, is_number: bool = False) -> Change:
    piece = Piece(span, None, (Topic.REMOVED,))
    return Change(Fate.REMOVED, span, None, place, (), (piece,), is_number=is_number)


Numbered = Rule | Sentence


def _number_rows(old: Version, new: Version, pairs: _Pairs) -> Iterator[Change]:
    yield from _numbers(old, new, (old.rules, new.rules), pairs.rules)
    yield from _numbers(old, new, (old.sentences, new.sentences), pairs.sentences)


def _numbers(
    old: Version,
    new: Version,
    owners: tuple[tuple[Numbered, ...], tuple[Numbered, ...]],
    pairs: Mapping[int, int],
) -> Iterator[Change]:
    """The numbers of rules or of sentences: renumbered, or come and gone with what they count."""
    before, after = owners
    for place, one in enumerate(before):
        other = after[pairs[place]] if place in pairs else None
        if other and (one.number or other.number):
            yield _renumbered(old, new, one, other)
        elif one.number:
            yield _removed(one.number, one.place, is_number=True)
    stayed = set(pairs.values())
    for place, one in enumerate(after):
        if place not in stayed and one.number:
            yield _removed(one.number, one.place, is_number=True).mirrored()


def _renumbered(old: Version, new: Version, one: Numbered, other: Numbered) -> Change:
    written = [
        squeeze(owner.number.cut(version.document.text)).text if owner.number else ""
        for version, owner in ((old, one), (new, other))
    ]
    same = written[0] == written[1]
    piece = Piece(one.number, other.number, () if same else (_number_topic(*written),))
    fate = Fate.KEPT if same else Fate.RENUMBERED
    spans = one.number, other.number
    return Change(fate, *spans, one.place, other.place, (piece,), is_number=True)


def _number_topic(old: str, new: str) -> Topic:
    """(一) for （一） is punctuation."""
    plain = [[sign for sign in number if sign.isalnum()] for number in (old, new)]
    return Topic.PUNCTUATION if plain[0] == plain[1] else Topic.RENUMBERED


def _in_reading_order(rows: Iterable[Change]) -> list[Change]:
    """By the new version; what is gone stands after what came before it in the old one."""
    keyed: list[tuple[tuple[int, int, int], Change]] = []
    last = -1
    for row in sorted(rows, key=lambda row: row.old.start if row.old else -1):
        if row.new:
            keyed.append(((row.new.start, 0, 0), row))
            if row.old and not row.moved:
                last = row.new.start
        elif row.old:
            keyed.append(((last, 1, row.old.start), row))
    return [row for _, row in sorted(keyed, key=lambda pair: pair[0])]
