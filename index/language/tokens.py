"""Text -> tokens: documents and questions through the same door."""

import logging
import re
from collections.abc import Iterable
from functools import cached_property, lru_cache
from math import log
from pathlib import Path

import jieba

from index.language import lexicon

_RUN = re.compile(r"[\u3400-\u9fff\U00020000-\U0002ffff]+|[a-z]+|[0-9]+(?:\.[0-9]+)?%?")
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0002ffff]")
_ONLY_HAN = re.compile(f"{_HAN.pattern}+")
_QUOTED = re.compile(r"[“‘「『]([^“”‘’「」『』]{2,8})[”’」』]")
_FULL_WIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_PLAIN, _TELLING = 7.0, 12.0  # -ln of a word's share of all words: 公司 is 7.2, 年限 12.2
_UNLISTED = 0.5  # a word jieba's dictionary lacks: a name perhaps, perhaps two words stuck together
_SENTENCE_LENGTH = 500  # characters
_TERM_LENGTHS = range(3, 7)
_LONGEST_RUN = 500  # jieba is quadratic in a run of one character
_PLAN_VERBS = re.compile(
    "(?:加快|大力|全面|深入|着力|积极|进一步|持续)?"
    "(?:构建|建设|建立|健全|完善|加强|强化|推进|推动|促进|提升|提高|优化|实施|发展|落实|深化|加大|培育)"
)
_YEAR = re.compile(r"[一二三四五六七八九〇零○Oo]{4}(?=年)")
_YEAR_DIGITS = str.maketrans("一二三四五六七八九〇零○Oo", "12345678900000")

jieba.setLogLevel(logging.WARNING)


@lru_cache(maxsize=1)
def _folds() -> dict[int, str]:
    return {**_FULL_WIDTH, **lexicon.character_table("traditional.tsv")}


def fold(text: str) -> str:
    """Half width, simplified, lower case: one character for one, so offsets hold."""
    return _fold_again(text) if len(text) <= _SENTENCE_LENGTH else _fold(text)


def _fold(text: str) -> str:
    folded = text.translate(_folds())
    lower = folded.lower()
    return lower if len(lower) == len(folded) else folded


_fold_again = lru_cache(maxsize=16384)(_fold)  # headings and sentences come again and again


def mined_words(texts: Iterable[str], headings: Iterable[str]) -> tuple[str, ...]:
    """The plans' own terms: what they put in quotation marks (一核四社), what headings name.

    A heading counts without its opening verb: 构建大养老体系 gives 大养老体系.
    """
    quoted = (term for text in texts for term in _QUOTED.findall(fold(text)))
    named = (
        part[found.end() :] if (found := _PLAN_VERBS.match(part)) else part
        for heading in headings
        for part in _RUN.findall(fold(heading))
    )
    terms = {*quoted, *(term for term in named if len(term) in _TERM_LENGTHS)}
    return tuple(sorted(term for term in terms if _is_one_run(term)))


def is_han(text: str) -> bool:
    """Whether a text is Han characters and nothing else."""
    return bool(_ONLY_HAN.fullmatch(text))


def _is_one_run(term: str) -> bool:
    return bool(_RUN.fullmatch(term)) and bool(_HAN.search(term))


class Tokenizer:
    """jieba's dictionary and the plans' own words; one a generation, so none learns of another."""

    def __init__(self, user_words: tuple[str, ...] = (), cache_folder: Path | None = None) -> None:
        self.user_words = user_words
        self._cache_folder = cache_folder

    @cached_property
    def _jieba(self) -> "jieba.Tokenizer":
        cutter = jieba.Tokenizer()
        if self._cache_folder:
            self._cache_folder.mkdir(parents=True, exist_ok=True)
            cutter.tmp_dir = str(self._cache_folder)
        cutter.initialize()
        total = cutter.total
        counts = {word: cutter.suggest_freq(word, tune=False) for word in self.user_words}
        for word, count in counts.items():
            cutter.add_word(word, count)
        cutter.total = total  # so that text without these words is cut as if they were not there
        return cutter

    def warm_up(self) -> None:
        """Load the dictionary now (1-3 s) rather than in somebody's first question."""
        self._jieba.lcut("规划")

    def words(self, text: str) -> list[str]:
        """The words of a text in order, folded; punctuation is dropped."""
        return [word for run in _runs(text) for word in self._cut(run)]

    def tokens(self, text: str) -> list[str]:
        """Words and their shorter parts, and every pair of neighbouring characters."""
        return [token for run in _runs(text) for token in (*self._parts(run), *bigrams(run))]

    def rarity(self, word: str) -> float:
        """How telling a word is in general Chinese, 0 (得到) to 1 (低保), by jieba's counts."""
        count = self._jieba.FREQ.get(word, 0)
        if not count:
            return _UNLISTED
        information = log(self._jieba.total / count)
        return min(max((information - _PLAIN) / (_TELLING - _PLAIN), 0.0), 1.0)

    def is_listed(self, word: str) -> bool:
        """Whether jieba or the plans know it; else it may be two words stuck together."""
        return bool(self._jieba.FREQ.get(word, 0))

    def listed_words(self, text: str) -> list[str]:
        """A text cut into words of the dictionary only; what is in none falls into characters."""
        return list(self._jieba.cut(text, HMM=False))

    def _cut(self, run: str) -> list[str]:
        return self._jieba.lcut(run) if _HAN.match(run) else [run]

    def _parts(self, run: str) -> list[str]:
        if not _HAN.match(run):
            return [run]
        return [part for part in self._jieba.lcut_for_search(run) if part not in stop_words()]


def bigrams(run: str) -> list[str]:
    """Pairs of neighbouring Han characters, marked so that they never pass for words."""
    if not _HAN.match(run):
        return []
    return ["_" + run[place : place + 2] for place in range(len(run) - 1)]


@lru_cache(maxsize=1)
def stop_words() -> frozenset[str]:
    """Words too plain to find anything by; dropped from documents and questions alike."""
    return frozenset(
        "的 地 得 了 着 和 与 及 或 在 是 有 为 以 于 之 其 等 对 把 被 从 到 就 都 也 还".split()
    )


@lru_cache(maxsize=1)
def question_words() -> frozenset[str]:
    return lexicon.words("question_words.txt")


@lru_cache(maxsize=1)
def _question_phrases() -> re.Pattern[str]:
    phrases = sorted(lexicon.words("question_phrases.txt"), key=len, reverse=True)
    return re.compile("|".join(map(_phrase, phrases)))


def _phrase(phrase: str) -> str:
    """A pattern for a turn of asking; 怎么办 is none in 怎么办理."""
    return re.escape(phrase) + ("(?!理)" if phrase.endswith("办") else "")


def without_question_phrases(text: str) -> str:
    """A folded question with its turns of asking blanked out, so that offsets hold."""
    return _question_phrases().sub(lambda phrase: " " * len(phrase[0]), text)


def _runs(text: str) -> list[str]:
    folded = _YEAR.sub(lambda year: year[0].translate(_YEAR_DIGITS), fold(text))
    return [
        run[start : start + _LONGEST_RUN]
        for run in _RUN.findall(folded)
        for start in range(0, len(run), _LONGEST_RUN)
    ]
