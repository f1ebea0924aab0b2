"""What is asked -> the passages that may answer it."""

from dataclasses import dataclass

from index import lexicon
from index.build import Generation
from index.documents import Document
from index.search import Hit, Query, search
from index.synonyms import synonyms
from index.tokens import Tokenizer, fold
from chatbot.answering.covering import Coverage
from chatbot.answering.question import Understood, content_words

_CARRIED = 0.5  # how much the words of the question before count in one that continues it
_LIMIT = 30
_PLAIN_MISSING = 2  # characters; a missing word shorter than this tells a person nothing


@dataclass(frozen=True, slots=True)
class Found:
    """The hits for a question, and how to weigh what they cover of it.

    `missing` are its words that no plan uses, `regions` the places it names that no plan covers.
    """

    hits: tuple[Hit, ...]
    coverage: Coverage
    missing: tuple[str, ...]
    regions: tuple[str, ...]


def retrieve(understood: Understood, documents: frozenset[str], generation: Generation) -> Found:
    """The passages for a question, from all documents or the given ones."""
    tokenizer = generation.tokenizer
    words = dict.fromkeys(understood.words, 1.0)
    for word in content_words(fold(understood.follows), tokenizer):
        words.setdefault(word, _CARRIED)
    hits = search(generation, Query(understood.text, _terms(words, tokenizer), documents), _LIMIT)
    return Found(
        hits,
        Coverage(words, generation.bm25),
        _missing(understood.words, generation),
        _regions_not_covered(understood.text, generation.documents),
    )


def _terms(words: dict[str, float], tokenizer: Tokenizer) -> dict[str, float]:
    terms: dict[str, float] = {}
    for word, boost in words.items():
        for token in tokenizer.tokens(word):
            terms[token] = max(terms.get(token, 0.0), boost)
        for synonym in synonyms(word):
            for token in tokenizer.tokens(synonym.word):
                terms.setdefault(token, boost * synonym.weight * _CARRIED)
    return terms


def _missing(words: tuple[str, ...], generation: Generation) -> tuple[str, ...]:
    """The words, and so their meaning, that stand nowhere: neither they nor a synonym."""
    texts = [fold(document.title + document.text) for document in generation.documents]
    return tuple(
        word
        for word in words
        if len(word) >= _PLAIN_MISSING
        and not word.isascii()
        and not any(
            candidate in text
            for text in texts
            for candidate in (word, *(synonym.word for synonym in synonyms(word)))
        )
    )


def _regions_not_covered(text: str, documents: tuple[Document, ...]) -> tuple[str, ...]:
    named = [region for region in lexicon.words("regions.txt") if region in text]
    held = [fold(document.title + document.region + document.text) for document in documents]
    return tuple(sorted(region for region in named if not any(region in each for each in held)))
