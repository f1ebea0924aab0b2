"""Query -> Hits: the passages of a generation that share a term with it, best first."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from index.chunking import Passage
from index.generation import Generation


@dataclass(frozen=True, slots=True)
class Query:
    """What to look for: tokens with their weights, and the documents to look in (all if none)."""

    text: str
    terms: Mapping[str, float]
    documents: frozenset[str] = field(default=frozenset())


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found, with its BM25 score and its rank from 1."""

    passage: Passage
    score: float
    rank: int


def search(generation: Generation, query: Query, limit: int = 20) -> tuple[Hit, ...]:
    """At most `limit` hits, by falling score; ties keep the order of the documents.

    A hit shares a term with the query; its score says nothing of that, so it is not asked.
    """
    sharing = np.zeros(len(generation.passages), dtype=bool)
    for term in query.terms:
        sharing[generation.bm25.places(term)] = True
    scores = generation.bm25.get_scores(query.terms)
    if query.documents:
        sharing &= generation.passages_of(query.documents)
    found = np.flatnonzero(sharing)
    best = found[np.argsort(-scores[found], kind="stable")][:limit]
    return tuple(
        Hit(generation.passages[place], float(scores[place]), rank)
        for rank, place in enumerate(best.tolist(), 1)
    )
