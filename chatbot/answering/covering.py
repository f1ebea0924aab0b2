"""How much of a question a text covers: the weighed share of its words found there."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from chatbot.answering.ages import age, concerns
from chatbot.answering.question import Word
from index.build import Generation
from index.synonyms import synonyms
from index.tokens import fold

_MEANS_THE_SAME, _SAME = (
    0.9,
    0.97,
)  # 低保 in a plan's other sentence must not outweigh its full name
_PART = 0.85  # a word of which only pairs of characters are found counts at most this
_VERB_AND_RESULT = 2  # characters: 送到, 打成; the plan may write 送 alone
_RESULTS = frozenset("到成给完过起出来去掉好")
_WITHOUT_RESULT = 0.6
_GLUED = 0.3  # of its idf: what a word weighs that is hardly one
_OF_NO_PLAN = ""  # as a term
_LEAST = 0.35  # of its idf: what a word weighs that is plain in general Chinese

Finds = tuple[float, ...]  # one for each word of a question, 0 to 1
_Others = tuple[tuple[float, str], ...]
_Pairs = tuple[tuple[tuple[int, ...], str], ...]


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
        self._total = sum(weighed.weight for weighed in self.weighed)

    def weight_in(self, text: str) -> float:
        """The weight of the words that a text covers, in idf."""
        folded = fold(text)
        return sum(each.weight * found_in(each.word, folded) for each in self.weighed)

    def of(self, text: str) -> float:
        """The share of the question, 0 to 1, that a text covers."""
        return self.across(((text, 1.0),))

    def across(self, texts: Iterable[tuple[str, float]]) -> float:
        """The share covered by several texts, each with how much a find in it counts."""
        return self.share(self.finds(texts))

    def finds(self, texts: Iterable[tuple[str, float]]) -> Finds:
        """How surely each word stands in one of the texts, for `share`; the dear part of it."""
        folded = [(fold(text), trust) for text, trust in texts]
        if len(folded) == 1:
            ((text, trust),) = folded
            return tuple([trust * found_in(weighed.word, text) for weighed in self.weighed])
        return tuple(
            max(trust * found_in(weighed.word, text) for text, trust in folded)
            for weighed in self.weighed
        )

    def share(self, *finds: Finds) -> float:
        """The share covered by what was found in one place or another."""
        best = map(max, zip(*finds, strict=True)) if len(finds) > 1 else finds[0]
        covered = sum(
            weighed.weight * found for weighed, found in zip(self.weighed, best, strict=True)
        )
        return covered / self._total if self._total else 0.0


def _telling(word: Word, generation: Generation) -> float:
    """The idf of a word; what neither a plan nor a dictionary has tells less.

    It is mostly two words that were cut as one: 前要, 要罚.
    """
    bm25 = generation.bm25
    known = bm25.holds(word.text) or synonyms(word.text) or word.full or age(word.text)
    is_word = known or generation.tokenizer.is_listed(word.text)
    return bm25.weight(word.text) * (1.0 if is_word else _GLUED)


@lru_cache(maxsize=65536)  # a heading is compared with every sentence below it
def found_in(word: Word, folded_text: str) -> float:
    """How surely a word stands in a text: 1 itself, less by a synonym or by its parts."""
    if word.text in folded_text or (word.full and word.full in folded_text):
        return 1.0
    years = age(word.text)
    if years is not None:
        return concerns(years, folded_text)
    others, pairs = _ways(word)
    found = next((weight for weight, other in others if other in folded_text), 0.0)
    held = {place for places, pair in pairs if pair in folded_text for place in places}
    return max(found, _PART * len(held) / len(word.text)) if held else found


@lru_cache(maxsize=4096)
def _ways(word: Word) -> tuple[_Others, _Pairs]:
    """What else a word is found by: other words, the surest first, and pairs of characters.

    Each pair comes with the places of the word's own characters in it.
    """
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
    return tuple(sorted(others, reverse=True)), tuple(pairs)
