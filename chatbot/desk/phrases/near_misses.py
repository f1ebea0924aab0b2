"""A draft -> the set phrases it almost uses: items in another order, one left out or altered."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from chatbot.desk.phrases.phrases import Phrase, SetPhrases
from chatbot.desk.phrases.renumbered import Renumbered
from chatbot.desk.text.aligning import similarity
from chatbot.desk.text.corpus import Corpus
from chatbot.desk.text.squeezed import squeeze
from index.language.tokens import fold
from index.spans import Span

_RUN = re.compile(r"[^\W_]{1,40}(?:、[^\W_]{1,40})+")
_TERM = re.compile(r"[“「\"]([^“”「」\"、，。；！？]{4,12})[”」\"]")
_FEWEST_ITEMS = 3
_NEARLY = 0.7  # of a term's characters in common, like 两个拥护 and 两个维护
_ALTERED = 0.5  # of an item's


class Slip(Enum):
    """How a draft misses a set phrase."""

    ORDER = "order"
    DROPPED = "dropped"
    WORDING = "wording"


@dataclass(frozen=True, slots=True)
class Miss:
    """Words of a draft that are almost a set phrase."""

    span: Span
    phrase: Phrase
    slip: Slip


@dataclass(frozen=True, slots=True)
class Variant:
    """Other words for a set phrase that stand in the plans themselves."""

    phrase: Phrase
    text: str
    slip: Slip


class NearMisses:
    """Knows the set phrases of a corpus by their items, or by their characters."""

    def __init__(self, corpus: Corpus) -> None:
        self.set_phrases = SetPhrases(corpus)
        self.corpus = corpus
        self._renumbered = Renumbered(self.set_phrases.phrases)
        self._lists: dict[str, list[Phrase]] = defaultdict(list)
        self._terms: dict[str, list[Phrase]] = defaultdict(list)
        for phrase in self.set_phrases.phrases:
            is_list = len(phrase.items) >= _FEWEST_ITEMS
            for part in phrase.items if is_list else set(phrase.text):
                (self._lists if is_list else self._terms)[part].append(phrase)

    def misses(self, draft: str, documents: frozenset[str] = frozenset()) -> Iterator[Miss]:
        """The near-misses in a draft, in order; words that these documents use are none."""
        squeezed = squeeze(draft)
        folded = fold(squeezed.text)
        numbered = (
            (span, phrase, Slip.WORDING) for span, phrase in self._renumbered.missed(folded)
        )
        found = [
            (span, phrase, slip)
            for span, phrase, slip in (
                *self._terms_missed(folded),
                *self._lists_missed(folded),
                *numbered,
            )
            if not any(self.corpus.formed_places(_as_quoted(folded, span), documents))
            and any(self.set_phrases.places(phrase, documents))
        ]
        done = 0
        for span, phrase, slip in sorted(found, key=_first_and_most):
            if span.start >= done:
                done = span.end
                yield Miss(squeezed.whole(span.start, span.end), phrase, slip)

    @cached_property
    def variants(self) -> tuple[Variant, ...]:
        """The set phrases that the plans themselves also use in almost the same words.

        Two terms as long as one another are two terms, however alike: 跨省通办 and 省内通办.
        """
        found: dict[frozenset[str], Variant] = {}
        for shelved in self.corpus.shelved:
            text = shelved.folded
            for span, phrase, slip in (*self._terms_missed(text), *self._lists_missed(text)):
                words = span.cut(text)
                if slip is not Slip.WORDING or len(phrase.items) >= _FEWEST_ITEMS:
                    found.setdefault(frozenset({phrase.text, words}), Variant(phrase, words, slip))
        return tuple(found.values())

    def _terms_missed(self, folded: str) -> Iterator[tuple[Span, Phrase, Slip]]:
        for quoted in _TERM.finditer(folded):
            term = quoted[1]
            alike = {phrase for sign in set(term) for phrase in self._terms.get(sign, ())}
            near = [one for one in alike if abs(len(one.text) - len(term)) <= 1]
            best = max(near, key=lambda one: (similarity(one.text, term), one.text), default=None)
            if best and (slip := _slip_of_term(term, best.text)):
                yield Span(quoted.start(1), quoted.end(1)), best, slip

    def _lists_missed(self, folded: str) -> Iterator[tuple[Span, Phrase, Slip]]:
        for run in _RUN.finditer(folded):
            parts = run[0].split("、")
            for phrase in self._lists_like(parts):
                items = [_item(place, parts, phrase) for place in range(len(parts))]
                known = [place for place, item in enumerate(items) if item]
                if not known or not (slip := _slip_of_list(items, known, parts, phrase)):
                    continue
                first, last = known[0], known[-1]
                start = run.start() + sum(len(part) + 1 for part in parts[:first])
                start += len(parts[first]) - len(items[first]) if first == 0 else 0
                words = "、".join(items[n] or parts[n] for n in range(first, last + 1))
                yield Span(start, start + len(words)), phrase, slip

    def _lists_like(self, parts: list[str]) -> list[Phrase]:
        """The lists that share two items with the draft's, those that share most first."""
        ends = {parts[0][place:] for place in range(len(parts[0]))}
        beginnings = {parts[-1][:length] for length in range(1, len(parts[-1]) + 1)}
        shared: dict[Phrase, int] = defaultdict(int)
        for item in {*ends, *parts[1:-1], *beginnings}:
            for phrase in self._lists.get(item, ()):
                shared[phrase] += 1
        alike = [phrase for phrase, count in shared.items() if count > 1]
        return sorted(alike, key=lambda one: (-shared[one], -len(one.text), one.text))


def _as_quoted(folded: str, span: Span) -> str:
    """The words of a span; figures with their quotation marks, for they stand anywhere."""
    words = span.cut(folded)
    return folded[span.start - 1 : span.end + 1] if words.isdecimal() else words


def _first_and_most(found: tuple[Span, Phrase, Slip]) -> tuple[int, bool, int, str]:
    """In order; of two at one place that which has every item, then the longer."""
    span, phrase, slip = found
    return span.start, slip is not Slip.ORDER, -len(span), phrase.text


def _item(place: int, parts: list[str], phrase: Phrase) -> str:
    """The item of the phrase that a part of the draft's list is, "" when it is none.

    Words may stand before the first item and after the last.
    """
    part = parts[place]
    if part in phrase.items:
        return part
    if place == 0:
        return max((one for one in phrase.items if part.endswith(one)), key=len, default="")
    if place == len(parts) - 1:
        return max((one for one in phrase.items if part.startswith(one)), key=len, default="")
    return ""


def _slip_of_list(
    items: list[str], known: list[int], parts: list[str], phrase: Phrase
) -> Slip | None:
    """How the draft's list misses the phrase; None when it is the phrase, or another list."""
    between = range(known[0], known[-1] + 1)
    mine = [items[place] for place in between]
    strange = [parts[place] for place in between if not items[place]]
    missing = [item for item in phrase.items if item not in mine]
    if not strange and not missing:
        return None if tuple(mine) == phrase.items else Slip.ORDER
    if len(missing) > 1 or len(known) < _FEWEST_ITEMS:
        return None
    if not strange:
        return Slip.DROPPED
    altered = len(strange) == 1 and bool(missing)
    return Slip.WORDING if altered and similarity(strange[0], missing[0]) >= _ALTERED else None


def _slip_of_term(term: str, phrase: str) -> Slip | None:
    if term == phrase:
        return None
    if sorted(term) == sorted(phrase):
        return Slip.ORDER
    signs = iter(phrase)
    if all(sign in signs for sign in term):
        return Slip.DROPPED
    return Slip.WORDING if similarity(term, phrase) >= _NEARLY else None
