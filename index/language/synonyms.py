"""Citizens' words -> the plans' words, from the table that staff may edit."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from index.language import lexicon
from index.language.pinyin import words_by_sound
from index.language.tokens import fold, is_han

_TELLING = 3  # characters


@dataclass(frozen=True, slots=True)
class Synonym:
    """A word of the plans that may stand for what was asked; `weight` in (0, 1]."""

    word: str
    weight: float


def synonyms(word: str) -> tuple[Synonym, ...]:
    """What the plans may write for a folded word of a question."""
    return _table().get(word, ())


def citizens_words() -> Iterable[str]:
    """The words of questions that the table knows."""
    return _table().keys()


@lru_cache(maxsize=1)
def citizens_words_by_sound() -> dict[str, str]:
    """The words of questions that the table knows, but for short ones: they sound like too much."""
    return words_by_sound(
        word for word in citizens_words() if is_han(word) and len(word) >= _TELLING
    )


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[Synonym, ...]]:
    table: dict[str, tuple[Synonym, ...]] = {}
    for line in lexicon.lines("synonyms.tsv"):
        asked, written, weight = line.split("\t")
        table[fold(asked)] = (*table.get(fold(asked), ()), Synonym(fold(written), float(weight)))
    return table
