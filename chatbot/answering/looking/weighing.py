"""What each word of a question weighs: how much it tells, here and in Chinese at large."""

from dataclasses import dataclass

from chatbot.answering.understanding.ages import age
from chatbot.answering.understanding.question import Word
from chatbot.answering.weights import weight
from index.generation import Generation
from index.language.synonyms import synonyms

_WITHIN = weight("words", "within")
_GLUED, _LEAST = weight("words", "glued"), weight("words", "plain")
_UNKNOWN = weight("words", "unknown")
_OF_NO_PLAN = ""  # as a term


@dataclass(frozen=True, slots=True)
class WeighedWord:
    """A content word and what it weighs."""

    word: Word
    weight: float


class Weigher:
    """Weighs words by their idf (Lucene's) in an index, or in some of its documents.

    When only some documents are looked in, half of the idf is what it would be in an index of
    those: 小区 tells little in a rule on them. A word that is plain in general Chinese (得到, 文件)
    weighs less than its idf: few plans hold it, but it does not tell what a question is about.
    """

    def __init__(self, generation: Generation, documents: frozenset[str] = frozenset()) -> None:
        self._generation = generation
        self._within = generation.passages_of(documents) if documents else None
        self.rarest = self._idf(_OF_NO_PLAN)  # of a word that no passage holds

    def weighed(self, word: Word) -> WeighedWord:
        """A word with its weight, in idf; what neither a plan nor a dictionary has tells less.

        It is mostly two words that were cut as one: 前要, 要罚.
        """
        bm25, tokenizer, text = self._generation.bm25, self._generation.tokenizer, word.text
        known = bm25.holds(text) or synonyms(text) or word.full or age(text)
        telling = 1.0 if known or tokenizer.is_listed(text) else _GLUED
        written = len(text) == 1 or self._is_known(word)
        rarity = _LEAST + (1 - _LEAST) * tokenizer.rarity(text)
        share = telling * (1.0 if written else _UNKNOWN) * rarity
        return WeighedWord(word, word.boost * share * self._worth(word))

    def _stands(self, word: str) -> bool:
        """Whether a plan has the word itself."""
        return self._generation.bm25.holds(word) or self._generation.writes(word)

    def _telling(self, written: str) -> float:
        """How much it tells that a text writes this: the idf of its rarest word, 0 for never."""
        if not self._generation.writes(written):
            return 0.0
        return max(map(self._idf, self._generation.tokenizer.tokens(written)), default=0.0)

    def _worth(self, word: Word) -> float:
        """A word's idf; of one that only citizens use, what the best of the plans' words tells."""
        if self._stands(word.text):
            return self._idf(word.text)
        ways = [self._telling(one.word) for one in synonyms(word.text)]
        return max(ways, default=0.0) or self._idf(word.text)

    def _is_known(self, word: Word) -> bool:
        """Whether some plan has the word, its full name, an age, or another word for it."""
        ways = {word.text, word.full or word.text, *(one.word for one in synonyms(word.text))}
        return age(word.text) is not None or any(map(self._generation.writes, ways))

    def _idf(self, term: str) -> float:
        bm25 = self._generation.bm25
        if self._within is None:
            return bm25.weight(term)
        return (1 - _WITHIN) * bm25.weight(term) + _WITHIN * bm25.weight(term, self._within)
