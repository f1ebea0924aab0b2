"""What is asked -> the passages that may answer it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from chatbot.answering.covering import Coverage, found_in
from chatbot.answering.question import Understood, Word, carried_words
from index import lexicon
from index.build import Generation
from index.search import Hit, Query, search
from index.synonyms import synonyms
from index.tokens import Tokenizer, fold, question_words, without_question_phrases

_CARRIED = 0.5  # how much the words of the question before count in one that continues it
_LIMIT = 30
_BY_SYNONYM = 0.5
_HARDLY = 0.3
_TELLING_MISSING = 0.3
_PLAIN_MISSING = 2  # characters; a missing word shorter than this tells a person nothing


@dataclass(frozen=True, slots=True)
class Found:
    """The hits for a question, and how to weigh what they cover of it.

    `own_coverage` leaves out what was carried over from the question before.
    `missing` are its words that no plan uses, `regions` the places it names that no plan covers.
    """

    hits: tuple[Hit, ...]
    coverage: Coverage
    own_coverage: Coverage
    missing: tuple[str, ...]
    regions: tuple[str, ...]


def retrieve(understood: Understood, documents: frozenset[str], generation: Generation) -> Found:
    """The passages for a question, from all documents or the given ones."""
    tokenizer = generation.tokenizer
    carried = carried_words(understood.follows, tokenizer) if understood.follows else ()
    own = {word.text for word in understood.words}
    before = [
        replace(word, boost=_CARRIED * word.boost) for word in carried if word.text not in own
    ]
    words = (*understood.words, *before)
    hits = search(
        generation, Query(understood.text, _terms(understood, words, tokenizer), documents), _LIMIT
    )
    faint = (replace(word, boost=_CARRIED * word.boost) for word in before)
    return Found(
        hits,
        Coverage((*understood.words, *faint), generation),
        Coverage(understood.words, generation),
        _missing(understood.words, generation),
        _regions_not_covered(understood.text, generation),
    )


def _terms(understood: Understood, words: Iterable[Word], tokenizer: Tokenizer) -> dict[str, float]:
    """Tokens and weights: the question's own, half of the one's before, fewer of synonyms."""
    terms = dict.fromkeys(_tokens(understood.text, tokenizer), 1.0)
    for token in _tokens(fold(understood.follows), tokenizer):
        terms.setdefault(token, _CARRIED)
    for word in words:
        for synonym in synonyms(word.text):
            for token in tokenizer.tokens(synonym.word):
                terms.setdefault(token, word.boost * synonym.weight * _BY_SYNONYM)
    return terms


def _tokens(text: str, tokenizer: Tokenizer) -> list[str]:
    subject = without_question_phrases(text)
    return [token for token in tokenizer.tokens(subject) if token not in question_words()]


def _missing(words: Iterable[Word], generation: Generation) -> tuple[str, ...]:
    """The words, and so their meaning, that stand nowhere: neither they nor a synonym."""
    texts = generation.folded
    return tuple(
        word.text
        for word in words
        if len(word.text) >= _PLAIN_MISSING
        and word.boost >= 1
        and not word.text.isascii()
        and generation.tokenizer.is_listed(word.text)
        and generation.tokenizer.rarity(word.text) > _TELLING_MISSING
        and not any(found_in(word, text) > _HARDLY for text in texts)
    )


def _regions_not_covered(text: str, generation: Generation) -> tuple[str, ...]:
    named = [region for region in lexicon.words("regions.txt") if region in text]
    held = generation.folded
    return tuple(sorted(region for region in named if not any(region in each for each in held)))
