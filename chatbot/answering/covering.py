"""How much of a question a text covers: the idf-weighted share of its words found there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from index.bm25 import LuceneBM25
from index.synonyms import synonyms
from index.tokens import bigrams, fold

_PART = 0.7  # a word of which only pairs of characters are found counts at most this


@dataclass(frozen=True, slots=True)
class Weighted:
    """A content word of the question, what it weighs, and what may stand for it."""

    word: str
    weight: float
    boost: float = 1.0


class Coverage:
    """The content words of one question, weighed by their idf in one index."""

    def __init__(self, words: Mapping[str, float], bm25: LuceneBM25) -> None:
        self._bm25 = bm25
        self.words = tuple(
            Weighted(word, boost * self._weight(word), boost) for word, boost in words.items()
        )

    def of(self, text: str) -> float:
        """The share of the question, 0 to 1, that a text covers."""
        return self.across(((text, 1.0),))

    def across(self, texts: Iterable[tuple[str, float]]) -> float:
        """The share covered by several texts, each with how much a find in it counts."""
        folded = [(fold(text), trust) for text, trust in texts]
        covered = sum(
            weighted.weight * max(trust * found_in(weighted.word, text) for text, trust in folded)
            for weighted in self.words
        )
        return covered / self.total if self.words else 0.0

    @cached_property
    def total(self) -> float:
        return sum(weighted.weight for weighted in self.words)

    def _weight(self, word: str) -> float:
        return self._bm25.weight(word)


def found_in(word: str, folded_text: str) -> float:
    """How surely a word stands in a text: 1 itself, less by a synonym or by its parts."""
    if word in folded_text:
        return 1.0
    by_synonym = max(
        (synonym.weight for synonym in synonyms(word) if synonym.word in folded_text), default=0.0
    )
    return max(by_synonym, _PART * _share_of_pairs(word, folded_text))


def _share_of_pairs(word: str, folded_text: str) -> float:
    pairs = [pair[1:] for pair in bigrams(word)]
    if len(pairs) < 2:  # noqa: PLR2004  a word of two characters is its own only pair
        return 0.0
    return sum(pair in folded_text for pair in pairs) / len(pairs)
