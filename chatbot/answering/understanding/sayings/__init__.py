"""What people say when they need a fixed reply -> which one, learnt from examples that people read.

Naive Bayes (Maron 1961) on the characters of a text, their pairs and threes: each file beside this
one is a class, one message a line, and plans.txt are the questions that are to be searched. Whoever
wants a message to be recognised adds it there; nothing is fitted, only counted.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain
from math import inf, log

import numpy as np
from numpy.typing import NDArray

from chatbot.answering.weights import limit, weight
from index.language.tokens import fold

PLANS = "plans"
_LONGEST_RUN, _LONGEST = limit("saying_run"), limit("saying")
_SMOOTHING = weight("sayings", "smoothing")
_FEWEST = 2  # messages that hold a run of characters: others tell nothing


@dataclass(frozen=True, slots=True)
class Said:
    """The likeliest class of a message, and the log-odds against a question on plans."""

    name: str
    odds: float


@dataclass(frozen=True, slots=True)
class Sayings:
    """The classes, and for each run of characters the logarithm of its share in each class.

    `known` are the examples themselves: whoever says just that is taken at his word.
    """

    names: tuple[str, ...]
    shares: Mapping[str, NDArray[np.float64]]
    known: Mapping[str, str]

    def said(self, text: str) -> Said:
        """What a folded text is likeliest to be, other than a question on plans."""
        if name := self.known.get(_squeezed(text)):
            return Said(*((self.names[0], -inf) if name == PLANS else (name, inf)))
        each = sum(
            (self.shares[run] for run in _runs(text) if run in self.shares), start=self._even
        )
        each = each - each[self.names.index(PLANS)]
        each[self.names.index(PLANS)] = -np.inf
        best = int(each.argmax())
        return Said(self.names[best], float(each[best]))

    @property
    def _even(self) -> NDArray[np.float64]:
        """Questions on plans are as frequent as all else together."""
        others = len(self.names) - 1
        return np.array([0.0 if name == PLANS else -log(others) for name in self.names])


@lru_cache(maxsize=1024)  # a question is read several times on its way to an answer
def said(text: str) -> Said:
    """What a folded text is likeliest to be, by the examples that are shipped."""
    return sayings().said(text)


@cache
def sayings() -> Sayings:
    """The examples that are shipped, counted."""
    folder = files(__package__ or "")
    texts = {
        file.name.removesuffix(".txt"): file.read_text(encoding="utf-8").splitlines()
        for file in sorted(folder.iterdir(), key=lambda file: file.name)
        if file.name.endswith(".txt")
    }
    return counted(
        {name: [line for line in lines if line[:1] != "#"] for name, lines in texts.items()}
    )


def counted(messages: Mapping[str, list[str]]) -> Sayings:
    """The shares of each run of characters, from the messages of each class."""
    counts = {
        name: Counter(chain.from_iterable(_runs(fold(message)) for message in of_class))
        for name, of_class in messages.items()
    }
    total = Counter[str]()
    for each in counts.values():
        total.update(each)
    kept = [run for run, count in total.items() if count >= _FEWEST]
    table = np.array([[each[run] for each in counts.values()] for run in kept]) + _SMOOTHING
    shares = np.log(table / table.sum(axis=0))
    known = {_squeezed(fold(one)): name for name, lines in messages.items() for one in lines}
    return Sayings(tuple(counts), dict(zip(kept, shares, strict=True)), known)


def _squeezed(text: str) -> str:
    return "".join(text.split()).strip("?!。,")


def _runs(text: str) -> set[str]:
    """All runs of one to a few characters in a text, its ends marked."""
    framed = f"^{''.join(text.split())[:_LONGEST]}$"
    runs = set(framed)
    for length in range(2, _LONGEST_RUN + 1):
        runs.update(map("".join, zip(*(framed[start:] for start in range(length)), strict=False)))
    return runs
