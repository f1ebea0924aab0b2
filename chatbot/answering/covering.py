"""How much of a question a text covers: the weighed share of its words found there."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from operator import mul

from chatbot.answering.ages import age, concerns
from chatbot.answering.question import Word
from index.build import Generation
from index.synonyms import synonyms
from index.tokens import fold

_MEANS_THE_SAME = 0.9
_SAME = 0.97  # 低保 in a plan's other sentence must not outweigh its full name
_PART = 0.85  # a word of which only pairs of characters are found counts at most this
_VERB_AND_RESULT = 2  # characters: 送到, 打成; the plan may write 送 alone
_RESULTS = frozenset("到成给完过起出来去掉好")
_WITHOUT_RESULT = 0.6
_GLUED = 0.3  # of its idf: what a word weighs that is hardly one
_OF_NO_PLAN = ""  # as a term
_LEAST = 0.35  # of its idf: what a word weighs that is plain in general Chinese

Finds = tuple[float, ...]  # one for each word of a question, 0 to 1


@dataclass(frozen=True, slots=True)
class Weighed:
    """A content word and what it weighs."""

    word: Word
    weight: float


class Coverage:
    """The content words of one question, weighed by their idf in one index.

    A word that is plain in general Chinese (得到, 文件) weighs less than its idf: few plans hold
    it, but it does not tell what a question is about.
    """

    def __init__(self, words: Iterable[Word], generation: Generation) -> None:
        rarity = generation.tokenizer.rarity
        self.weighed = tuple(
            Weighed(
                word,
                word.boost
                * _telling(word, generation)
                * (_LEAST + (1 - _LEAST) * rarity(word.text)),
            )
            for word in words
        )
        self.rarest = generation.bm25.weight(_OF_NO_PLAN)  # of a word that one passage holds
        self._sought = tuple(sought(weighed.word) for weighed in self.weighed)
        self._weights = tuple(weighed.weight for weighed in self.weighed)
        self._total = sum(self._weights)

    def weight_in(self, text: str) -> float:
        """The weight of the words that a text covers, in idf."""
        return sum(map(mul, self._weights, self.finds_in(text)), 0.0)

    def of(self, text: str) -> float:
        """The share of the question, 0 to 1, that a text covers."""
        return self.share(self.finds_in(text))

    def across(self, texts: Iterable[tuple[str, float]]) -> float:
        """The share covered by several texts, each with how much a find in it counts."""
        return self.share(self.finds(texts))

    def finds_in(self, text: str) -> Finds:
        """How surely each word stands in a text, for `share`; the dear part of it."""
        folded = fold(text)
        return tuple([word.found_in(folded) for word in self._sought])

    def finds(self, texts: Iterable[tuple[str, float]]) -> Finds:
        """How surely each word stands in one of the texts, each with its trust."""
        trusted = [[trust * each for each in self.finds_in(text)] for text, trust in texts]
        return tuple(map(max, *trusted)) if len(trusted) > 1 else tuple(*trusted)

    def share(self, *finds: Finds) -> float:
        """The share covered by what was found in one place or another."""
        best = map(max, *finds) if len(finds) > 1 else finds[0]
        return sum(map(mul, self._weights, best), 0.0) / self._total if self._total else 0.0


def _telling(word: Word, generation: Generation) -> float:
    """The idf of a word; what neither a plan nor a dictionary has tells less.

    It is mostly two words that were cut as one: 前要, 要罚.
    """
    bm25 = generation.bm25
    known = bm25.holds(word.text) or synonyms(word.text) or word.full or age(word.text)
    is_word = known or generation.tokenizer.is_listed(word.text)
    return bm25.weight(word.text) * (1.0 if is_word else _GLUED)


@dataclass(frozen=True, slots=True)
class Sought:
    """All that tells a word in a text: itself, its full name, other words, its parts.

    `others` are the surest first; each of the `pairs` of characters comes with the places of the
    word's own characters in it. `years` is an age that rules may be on.
    """

    text: str
    full: str
    years: int | None
    others: tuple[tuple[float, str], ...]
    pairs: tuple[tuple[tuple[int, ...], str], ...]

    def found_in(self, folded_text: str) -> float:
        """How surely the word stands in a text: 1 itself, less by a synonym or by its parts."""
        if self.text in folded_text or (self.full and self.full in folded_text):
            return 1.0
        if self.years is not None:
            return concerns(self.years, folded_text)
        found = 0.0
        for weight, other in self.others:
            if other in folded_text:
                found = weight
                break
        held: set[int] = set()
        for places, pair in self.pairs:
            if pair in folded_text:
                held.update(places)
        return max(found, _PART * len(held) / len(self.text)) if held else found


@lru_cache(maxsize=4096)
def sought(word: Word) -> Sought:
    """What a word of a question is found by."""
    others = [
        (_SAME if synonym.weight >= _MEANS_THE_SAME else synonym.weight, synonym.word)
        for synonym in synonyms(word.text)
    ]
    if len(word.text) == _VERB_AND_RESULT and word.text[1] in _RESULTS:
        others.append((_WITHOUT_RESULT, word.text[0]))
    window = word.window
    first = window.find(word.text)
    pairs = []
    if first >= 0 and len(word.text) > 1:
        inside = range(first, first + len(word.text))
        for start in range(len(window) - 1):
            places = tuple(place for place in (start, start + 1) if place in inside)
            pairs.append((places, window[start : start + 2]))
    others.sort(reverse=True)
    return Sought(word.text, word.full, age(word.text), tuple(others), tuple(pairs))
