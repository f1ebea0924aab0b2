"""A generation -> its texts without white space, every pair of characters known by its places."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from chatbot.desk.text.clauses import Clauses, clauses
from chatbot.desk.text.form import form
from chatbot.desk.text.squeezed import Squeezed, codes, squeeze
from index.generation import Generation
from index.intake.documents import Document
from index.language.sentences import sentences
from index.language.tokens import fold
from index.spans import Span

_PAIR = np.uint64(21)  # bits of a code point


@dataclass(frozen=True)
class Shelved:
    """A document and its squeezed text; `begin` is where that starts in the corpus."""

    document: Document
    squeezed: Squeezed
    begin: int

    @cached_property
    def clauses(self) -> Clauses:
        return clauses(self.squeezed)

    @cached_property
    def folded(self) -> str:
        return fold(self.squeezed.text)

    @cached_property
    def form(self) -> str:
        """The folded text with one sign for all that only look different."""
        return form(self.folded)


@dataclass(frozen=True, slots=True)
class Place:
    """The characters start..end of a shelved document's squeezed text."""

    shelved: Shelved
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.shelved.squeezed.text[self.start : self.end]

    @property
    def folded(self) -> str:
        return self.shelved.folded[self.start : self.end]

    @property
    def span(self) -> Span:
        """Where it stands in the document's own text."""
        return self.shelved.squeezed.whole(self.start, self.end)


class Corpus:
    """All plans of a generation, to be searched by pairs of neighbouring characters.

    Places count through the squeezed, folded texts one after another, signs in one form.
    `_pairs` are the distinct pairs in order; pair i stands at
    `_places[_first[i]:_first[i + 1]]`, and in the sentences
    `_holders[_first_holder[i]:_first_holder[i + 1]]`.
    """

    def __init__(self, generation: Generation) -> None:
        self.shelved = tuple(_shelve(generation.documents))
        self.tokenizer = generation.tokenizer
        self._bounds = _sentence_bounds(self.shelved)
        self._begins = np.array([one.begin for one in self.shelved], dtype=np.int64)
        self._document_of = np.searchsorted(self._begins, self._bounds[:-1], side="right") - 1
        keys = pairs("".join(one.form for one in self.shelved))
        order = np.argsort(keys, kind="stable")
        self._pairs, self._first = _runs(keys[order])
        self._places = order.astype(np.int32)
        self._rank_holders()

    def _rank_holders(self) -> None:
        count = len(self._bounds) - 1
        sentence = np.searchsorted(self._bounds, self._places, side="right") - 1
        pair = np.repeat(np.arange(len(self._pairs)), np.diff(self._first))
        held = pair * np.int64(count) + sentence  # in order already
        held = held[np.insert(np.diff(held) > 0, 0, values=True)] if len(held) else held
        self._holders = (held % max(count, 1)).astype(np.int32)
        self._first_holder = np.searchsorted(held // max(count, 1), np.arange(len(self._pairs) + 1))
        spread = np.diff(self._first_holder)
        self._weights = np.log1p(count / np.maximum(spread, 1))
        self._rarest = float(np.log1p(count))
        self._totals = np.bincount(
            self._holders, weights=np.repeat(self._weights, spread), minlength=count
        )

    def __len__(self) -> int:
        """The number of sentences."""
        return len(self._bounds) - 1

    def alike(self, folded: str, documents: frozenset[str], most: int) -> Iterator[Place]:
        """The sentences that share most with a text: by its own share, and by the share of both.

        At most 2 x `most`, the best of each kind first.
        """
        wanted = np.unique(pairs(form(folded)))
        known = self._numbers(wanted)
        if not len(known):
            return
        total = float(self._weights[known].sum()) + self._rarest * (len(wanted) - len(known))
        holders = np.concatenate(
            [self._holders[self._first_holder[n] : self._first_holder[n + 1]] for n in known]
        )
        spread = self._first_holder[known + 1] - self._first_holder[known]
        weights = np.repeat(self._weights[known], spread)
        shared = np.bincount(holders, weights, len(self._totals)).astype(np.float64)
        if documents:
            shared *= self._among(documents)
        both = shared / (total + self._totals)
        for number in dict.fromkeys((*_best(both, most), *_best(shared, most))):
            yield self._sentence(number)

    def places_of(self, text: str, folded: str, documents: frozenset[str]) -> Iterator[Place]:
        """Every place where exactly these characters stand."""
        for place in self.folded_places(folded, documents):
            if place.text == text:
                yield place

    def folded_places(self, folded: str, documents: frozenset[str]) -> Iterator[Place]:
        """Every place where these characters stand in any width."""
        for place in self.formed_places(folded, documents):
            if place.folded == folded:
                yield place

    def formed_places(self, folded: str, documents: frozenset[str]) -> Iterator[Place]:
        """Every place where these words stand in signs of any form, found by their rarest pair."""
        formed = form(folded)
        keys = pairs(formed)
        distinct = np.unique(keys)
        if not len(keys) or len(self._numbers(distinct)) < len(distinct):
            return
        numbers = np.searchsorted(self._pairs, keys)
        rarest = int(np.argmin(self._first[numbers + 1] - self._first[numbers]))
        first, last = self._first[numbers[rarest]], self._first[numbers[rarest] + 1]
        for place in self._places[first:last]:
            shelved = self.shelved[int(np.searchsorted(self._begins, place, side="right")) - 1]
            start = int(place) - rarest - shelved.begin
            wanted = not documents or shelved.document.id in documents
            if wanted and start >= 0 and shelved.form.startswith(formed, start):
                yield Place(shelved, start, start + len(formed))

    def around(self, place: Place) -> Place:
        """A sentence together with the one before it and the one after it, in its document."""
        number = int(np.searchsorted(self._bounds, place.shelved.begin + place.start, "right")) - 1
        first, last = max(number - 1, 0), min(number + 2, len(self._bounds) - 1)
        low = max(int(self._bounds[first]) - place.shelved.begin, 0)
        high = min(int(self._bounds[last]) - place.shelved.begin, len(place.shelved.squeezed.text))
        return Place(place.shelved, low, max(high, place.end))

    def sentence_at(self, shelved: Shelved, start: int) -> Place:
        """The sentence in which a place of a document lies."""
        return self._sentence(
            int(np.searchsorted(self._bounds, shelved.begin + start, side="right")) - 1
        )

    def _sentence(self, number: int) -> Place:
        shelved = self.shelved[int(self._document_of[number])]
        start, end = self._bounds[number : number + 2] - shelved.begin
        return Place(shelved, int(start), int(end))

    def _numbers(self, wanted: NDArray[np.uint64]) -> NDArray[np.intp]:
        """The numbers of those pairs that stand in the corpus at all."""
        numbers = np.searchsorted(self._pairs, wanted)
        inside = numbers < len(self._pairs)
        numbers, wanted = numbers[inside], wanted[inside]
        known: NDArray[np.intp] = numbers[self._pairs[numbers] == wanted]
        return known

    def _among(self, documents: frozenset[str]) -> NDArray[np.bool_]:
        chosen = np.array([one.document.id in documents for one in self.shelved])
        among: NDArray[np.bool_] = chosen[self._document_of]
        return among


def pairs(text: str) -> NDArray[np.uint64]:
    """Each character and the next, as one number."""
    points = codes(text).astype(np.uint64)
    return (points[:-1] << _PAIR) | points[1:]


def _shelve(documents: tuple[Document, ...]) -> Iterator[Shelved]:
    begin = 0
    for document in documents:
        squeezed = squeeze(document.text)
        yield Shelved(document, squeezed, begin)
        begin += len(squeezed.text)


def _sentence_bounds(shelved: tuple[Shelved, ...]) -> NDArray[np.int64]:
    """Where each sentence of the corpus begins, and at last where the corpus ends."""
    begins = [np.zeros(0, dtype=np.int64)]
    for one in shelved:
        spans = sentences(one.document.text, Span(0, len(one.document.text)))
        begins.append(one.begin + np.searchsorted(one.squeezed.places, [s.start for s in spans]))
    end = shelved[-1].begin + len(shelved[-1].squeezed.text) if shelved else 0
    return np.append(np.concatenate(begins), end).astype(np.int64)


def _runs(ordered: NDArray[np.uint64]) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """The distinct values of a sorted array, and where each begins (and the last ends)."""
    distinct, first = np.unique(ordered, return_index=True)
    return distinct, np.append(first, len(ordered)).astype(np.int64)


def _best(scores: NDArray[np.float64], most: int) -> list[int]:
    """The numbers of the highest scores above 0, highest first; ties keep their order."""
    found = np.argpartition(scores, -most)[-most:] if len(scores) > most else np.arange(len(scores))
    ranked = sorted(found.tolist(), key=lambda number: (-scores[number], number))
    return [number for number in ranked if scores[number] > 0]
