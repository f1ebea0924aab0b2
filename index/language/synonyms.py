"""Citizens' words -> the plans' words: the table of the product, and a bureau's own pairs."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache

from index.errors import PlanError
from index.language import lexicon
from index.language.pinyin import words_by_sound
from index.language.tokens import fold, is_han

# How much a match by each grade counts, of 1. Eight weights set by hand told nothing more: with
# these three 5 of 619 judged questions are answered in other words, none better or worse.
WEIGHTS: Mapping[str, float] = {"same": 0.9, "near": 0.8, "related": 0.65}
_COLUMNS = 3
_TELLING = 3  # characters


class SynonymsWrong(PlanError):
    """A line of the table of synonyms is no pair with a grade."""


@dataclass(frozen=True, slots=True)
class Synonym:
    """A word of the plans that may stand for what was asked; `weight` in (0, 1]."""

    word: str
    weight: float


@dataclass(frozen=True, slots=True)
class Pair:
    """What citizens say, what plans write for it, and the grade."""

    said: str
    written: str
    grade: str


class OwnWords:
    """The pairs that a bureau has accepted; two are the same only when they are one object.

    So they are a cheap key of what was worked out with them.
    """

    def __init__(self, pairs: Iterable[Pair] = ()) -> None:
        self.pairs = tuple(pairs)
        self._others: dict[str, list[Synonym]] = defaultdict(list)
        for pair in self.pairs:
            synonym = Synonym(fold(pair.written), WEIGHTS[pair.grade])
            self._others[fold(pair.said)].append(synonym)

    def written_for(self, word: str) -> Sequence[Synonym]:
        """What was accepted for a folded word."""
        return self._others.get(word, ())


_NONE = OwnWords()
_own: ContextVar[OwnWords] = ContextVar("own words", default=_NONE)


def own_words() -> OwnWords:
    """The bureau's own pairs that count here and now."""
    return _own.get()


@contextmanager
def using(words: OwnWords) -> Iterator[None]:
    """Let a bureau's own pairs count for all that is done inside."""
    before = _own.set(words)
    try:
        yield
    finally:
        _own.reset(before)


def synonyms(word: str) -> tuple[Synonym, ...]:
    """What the plans may write for a folded word of a question, the surest first."""
    listed = _table().get(word, ())
    own = _own.get().written_for(word)
    return _surest_first((*own, *listed)) if own else listed


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
    table: dict[str, list[Synonym]] = defaultdict(list)
    for name in lexicon.names("synonyms"):
        for asked, written, grade in pairs(lexicon.lines(name)):
            table[fold(asked)].append(Synonym(fold(written), WEIGHTS[grade]))
    return {word: _surest_first(others) for word, others in table.items()}


def _surest_first(others: Iterable[Synonym]) -> tuple[Synonym, ...]:
    return tuple(sorted(others, key=lambda one: -one.weight))


def pairs(lines: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """What citizens say, what plans write and the grade, line by line.

    Raises SynonymsWrong with the first line that is no such pair.
    """
    for line in lines:
        columns = line.split("\t")
        if len(columns) != _COLUMNS or not all(columns) or columns[2] not in WEIGHTS:
            raise SynonymsWrong(
                f"词表里的“{line}”不是一对词；请写成“口语<Tab>文件用词<Tab>等级”，"
                f"等级是 {'、'.join(WEIGHTS)} 之一。"
            )
        yield columns[0], columns[1], columns[2]
