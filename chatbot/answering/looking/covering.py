"""How much of a question a text covers: the weighed share of its words found there."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from operator import mul

from chatbot.answering.looking.weighing import Weigher
from chatbot.answering.understanding.ages import age, concerns
from chatbot.answering.understanding.question import Word
from chatbot.answering.weights import weight
from index.language.synonyms import WEIGHTS, OwnWords, own_words, synonyms
from index.language.tokens import fold

_SAME, _PART = weight("words", "same"), weight("words", "part")
_HARDLY_ANY = weight("full", "nothing_left")
_VERB_AND_RESULT = 2  # characters: 送到, 打成; the plan may write 送 alone
_RESULTS = frozenset("到成给完过起出来去掉好")
_WITHOUT_RESULT = weight("words", "verb_alone")

Finds = tuple[float, ...]  # one for each word of a question, 0 to 1


class Coverage:
    """The content words of one question, each with its weight."""

    def __init__(self, words: Iterable[Word], weigher: Weigher) -> None:
        asked = tuple(words)
        self.weighed = tuple(weigher.weighed(word) for word in asked)
        self.rarest = weigher.rarest
        own = own_words()
        self._sought = tuple(sought(word, own) for word in asked)
        self._weights = tuple(weighed.weight for weighed in self.weighed)
        self._total = sum(self._weights)
        self._read = _texts_read(asked, own)

    def of(self, text: str) -> float:
        """The share of the question, 0 to 1, that a text covers."""
        return self.share(self.finds_in(text))

    def across(self, texts: Iterable[tuple[str, float]]) -> float:
        """The share covered by several texts, each with how much a find in it counts."""
        return self.share(*(self.finds_in(text, trust) for text, trust in texts))

    def finds_in(self, text: str, trust: float = 1.0) -> Finds:
        """How surely each word stands in a text, for `share`; each text is read once."""
        finds = self._read.get((text, trust))
        if finds is None:
            folded = fold(text)
            finds = tuple([trust * word.found_in(folded) for word in self._sought])
            self._read[text, trust] = finds
        return finds

    def share(self, *finds: Finds) -> float:
        """The share covered by what was found in one place or another."""
        return self.weight_of(*finds) / self._total if self._total else 0.0

    def weight_of(self, *finds: Finds) -> float:
        """The weight of what was so found, in idf."""
        return sum(map(mul, self._weights, self.best(*finds)), 0.0)

    def share_beyond(self, finds: Finds, known: Finds) -> float:
        """The share of what is not known already; of all, when nothing is left."""
        left = [weight * (1 - one) for weight, one in zip(self._weights, known, strict=True)]
        total = sum(left)
        if total <= _HARDLY_ANY * self._total:
            return self.share(finds)
        return sum(map(mul, left, finds), 0.0) / total

    def best(self, *finds: Finds) -> Finds:
        """How surely each word was found in one place or another."""
        return tuple(map(max, *finds)) if len(finds) > 1 else finds[0]

    @property
    def weightiest(self) -> int:
        """The place of the word that weighs most; 0 for no words."""
        return max(range(len(self._weights)), key=self._weights.__getitem__, default=0)


@lru_cache(maxsize=8)  # of one question: what stands in a text is so whatever the words weigh
def _texts_read(_: tuple[Word, ...], __: OwnWords) -> dict[tuple[str, float], Finds]:
    """What was found of these words in each text, with each trust; empty at first."""
    return {}


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
        for surely, other in self.others:
            if other in folded_text:
                found = surely
                break
        held: set[int] = set()
        for places, pair in self.pairs:
            if pair in folded_text:
                held.update(places)
        return max(found, _PART * len(held) / len(self.text)) if held else found


@lru_cache(maxsize=4096)
def sought(word: Word, _: OwnWords) -> Sought:
    """What a word of a question is found by, with a bureau's own words."""
    others = [
        (_SAME if synonym.weight == WEIGHTS["same"] else synonym.weight, synonym.word)
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
