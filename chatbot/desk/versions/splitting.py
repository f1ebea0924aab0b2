"""Sentences that only one of two versions splits -> taken together, as the other has them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from chatbot.desk.versions.likeness import Likeness
from chatbot.desk.versions.provisions import Version
from index.spans import Span

_GAIN = 0.1  # by so much more alike is the sentence beside it with it than without


def joins(
    one: Version, other: Version, partners: Mapping[int, int], likeness: Likeness
) -> frozenset[int]:
    """The sentences of `one` that, with the next, are what is one sentence in `other`.

    `partners` tells which sentence of `other` is the same as one of `one`. These are the 2-1
    beads of Gale and Church (1993), sought only where a sentence has no partner.
    """
    found: set[int] = set()
    for lone in range(len(one.sentences)):
        if lone in partners:
            continue
        for first, paired in ((lone, lone + 1), (lone - 1, lone - 1)):
            partner = partners.get(paired)
            if partner is None or found & {first - 1, first, first + 1} or not _one(one, first):
                continue
            alone = one.sentences[paired].words
            both = one.sentences[first].words + one.sentences[first + 1].words
            measured = likeness.between([other.sentences[partner].words], [alone, both])
            if measured[0, 1] > measured[0, 0] + _GAIN:
                found.add(first)
    return frozenset(found)


def joined(version: Version, firsts: frozenset[int]) -> Version:
    """The version with each of these sentences and the next as one."""
    if not firsts:
        return version
    kept = [place for place in range(len(version.sentences)) if place - 1 not in firsts]
    renamed = {place: count for count, place in enumerate(kept)}
    sentences = []
    for place in kept:
        sentence = version.sentences[place]
        if place in firsts:
            after = version.sentences[place + 1]
            span = Span(sentence.span.start, after.span.end)
            sentence = replace(sentence, span=span, words=sentence.words + after.words)
        sentences.append(sentence)
    rules = tuple(
        replace(rule, sentences=tuple(_renamed(rule.sentences, renamed))) for rule in version.rules
    )
    return replace(version, rules=rules, sentences=tuple(sentences))


def _renamed(places: tuple[int, ...], renamed: Mapping[int, int]) -> Iterator[int]:
    return (renamed[place] for place in places if place in renamed)


def _one(version: Version, first: int) -> bool:
    """Whether a sentence and the next stand side by side in one paragraph or rule."""
    before, after = version.sentences[first : first + 2]
    return before.rule == after.rule and before.place == after.place and after.number is None
