"""The plans -> their set phrases (提法): what stands in quotation marks, lists that come again."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from chatbot.desk.corpus import Corpus, Place

_QUOTED = re.compile(r"[“「]([^“”「」。；！？]{2,40})[”」]")
_RUN = re.compile(r"[^\W\d_]{2,24}(?:、[^\W\d_]{2,12})+、[^\W\d_]{2,24}")
_PERIOD = re.compile("十[一二三四五六]五")  # the plan of other years is no slip
_SHORTEST_ITEM, _LONGEST_ITEM = 2, 12  # characters
_COMPARED = 20  # lists with the same middle that are compared with one another


@dataclass(frozen=True, slots=True)
class Phrase:
    """A fixed formulation of the plans, folded: 一核四社, 大救助、大养老、大慈善."""

    text: str

    @property
    def items(self) -> tuple[str, ...]:
        """What it lists; itself when it lists nothing."""
        return tuple(self.text.split("、"))


class SetPhrases:
    """The set phrases of a corpus, in the order of their first letters."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        texts = {*_quoted(corpus), *_repeated(corpus)}
        self.phrases = tuple(Phrase(text) for text in sorted(texts))

    def places(self, phrase: Phrase, documents: frozenset[str] = frozenset()) -> tuple[Place, ...]:
        """Every place where a phrase stands, in these documents or in all, in order."""
        return tuple(self._corpus.folded_places(phrase.text, documents))


def _quoted(corpus: Corpus) -> Iterator[str]:
    for shelved in corpus.shelved:
        yield from (one for one in _QUOTED.findall(shelved.folded) if not _PERIOD.match(one))


def _repeated(corpus: Corpus) -> Iterator[str]:
    """Lists of three items and more that stand at two places, without the words around them."""
    by_middle: dict[tuple[str, ...], dict[tuple[str, str], None]] = defaultdict(dict)
    again: set[str] = set()
    for shelved in corpus.shelved:
        for run in _RUN.findall(shelved.folded):
            first, *middle, last = run.split("、")
            if (first, last) in by_middle[tuple(middle)]:
                again.add(run)
            by_middle[tuple(middle)][first, last] = None
    for middle, ends in by_middle.items():
        for (one, other), (first, last) in combinations(list(ends)[:_COMPARED], 2):
            head, tail = _same_end(one, first), _same_beginning(other, last)
            if all(_SHORTEST_ITEM <= len(item) <= _LONGEST_ITEM for item in (head, tail)):
                yield "、".join((head, *middle, tail))
    yield from (run for run in again if max(map(len, run.split("、"))) <= _LONGEST_ITEM)


def _same_beginning(one: str, other: str) -> str:
    same = 0
    while same < min(len(one), len(other)) and one[same] == other[same]:
        same += 1
    return one[:same]


def _same_end(one: str, other: str) -> str:
    return _same_beginning(one[::-1], other[::-1])[::-1]
