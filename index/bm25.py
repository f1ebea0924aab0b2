"""Tokens -> scores: BM25 with Lucene's idf and Lucene's one-byte length."""

from collections.abc import Iterable, Mapping, Sequence
from math import log

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25

_NOWHERE: NDArray[np.int32] = np.array([], dtype=np.int32)
_FREE_VALUES = 24  # lengths below this are kept exactly; SmallFloat.NUM_FREE_VALUES


class LuceneBM25(BM25):  # type: ignore[misc]
    """rank_bm25's index, scored as Lucene's BM25Similarity scores (since 8.0, no k1 + 1).

    idf = ln(1 + (N - n + 0.5) / (n + 0.5)) is never negative: a word held by every passage still
    counts. Okapi's idf, rank_bm25's own, gives such words nothing or less.
    Source: org.apache.lucene.search.similarities.BM25Similarity.
    """

    def __init__(self, corpus: Sequence[Sequence[str]], k1: float = 1.2, b: float = 0.75) -> None:
        self.k1 = k1
        self.b = b
        self.idf: dict[str, float] = {}
        self.corpus_size = 0
        self.avgdl = 0.0
        self.doc_freqs: list[dict[str, int]] = []
        self.doc_len: list[int] = []
        if corpus:  # rank_bm25 divides by the number of passages
            super().__init__(corpus)
        self._postings = _postings(self.doc_freqs)
        lengths = np.array([_rounded(length) for length in self.doc_len], dtype=np.float64)
        average = self.avgdl or 1.0  # passages of nothing but stop words hold no token
        self._norms = k1 * ((1 - b) + b * lengths / average)
        self.doc_freqs = []  # the postings hold the same, sorted by term

    def _calc_idf(self, nd: Mapping[str, int]) -> None:
        for term, held_by in nd.items():
            self.idf[term] = self._idf(held_by)

    def _idf(self, held_by: int) -> float:
        return _lucene_idf(self.corpus_size, held_by)

    def weight(self, term: str, among: NDArray[np.bool_] | None = None) -> float:
        """The idf of a term, in the whole or among some passages (one truth value for each).

        That of a term no passage holds is the highest of all.
        """
        if among is None:
            return self.idf.get(term, self._idf(0)) if self.corpus_size else 0.0
        return _lucene_idf(int(among.sum()), int(among[self.places(term)].sum()))

    def terms(self) -> Iterable[str]:
        """Every term that a passage holds."""
        return self._postings.keys()

    def holds(self, term: str) -> bool:
        """Whether a passage holds a term."""
        return term in self.idf

    def places(self, term: str) -> NDArray[np.int32]:
        """The passages that hold a term, by their place in the corpus."""
        return self._postings[term][0] if term in self._postings else _NOWHERE

    def get_scores(self, query: Mapping[str, float]) -> NDArray[np.float64]:
        """The score of every passage for weighted terms; 0 for those that share no term."""
        scores = np.zeros(self.corpus_size)
        for term, boost in query.items():
            if term in self._postings:
                places, counts = self._postings[term]
                weight = boost * self.idf[term]
                scores[places] += weight * counts / (counts + self._norms[places])
        return scores


def _lucene_idf(passages: int, held_by: int) -> float:
    return log(1 + (passages - held_by + 0.5) / (held_by + 0.5))


def _postings(
    counts: Sequence[Mapping[str, int]],
) -> dict[str, tuple[NDArray[np.int32], NDArray[np.float64]]]:
    gathered: dict[str, tuple[list[int], list[int]]] = {}
    for place, held in enumerate(counts):
        for term, count in held.items():
            places, times = gathered.setdefault(term, ([], []))
            places.append(place)
            times.append(count)
    return {
        term: (np.array(places, dtype=np.int32), np.array(times, dtype=np.float64))
        for term, (places, times) in gathered.items()
    }


def _rounded(length: int) -> int:
    """A length as Lucene's norm byte keeps it: SmallFloat.byte4ToInt(intToByte4(length))."""
    if length < _FREE_VALUES:
        return length
    above = length - _FREE_VALUES
    shift = max(above.bit_length() - 4, 0)
    return _FREE_VALUES + ((above >> shift) << shift)
