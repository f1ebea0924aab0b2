"""Search finds what shares a word, best first, ties in the order of the documents."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.chunking import Passage
from index.generation import Generation
from index.search import Query, search
from index.spans import Span
from tests.index.written import plan

words = st.sampled_from(["养老", "服务", "体系", "规划"])
corpora = st.lists(st.lists(words, min_size=1, max_size=6), min_size=1, max_size=15)


def shelf_of(corpus: list[list[str]]) -> Generation:
    """A generation of two documents that share these passages, one character each."""
    text = "养" * len(corpus)
    documents = (plan(text, document_id="first"), plan(text, document_id="second"))
    half = len(corpus) // 2
    passages = tuple(
        Passage("first" if place < half else "second", 0, (), Span(place, place + 1))
        for place in range(len(corpus))
    )
    return Generation("g", documents, ((), ()), passages, tuple(map(tuple, corpus)), ())


def places(generation: Generation, query: Query, limit: int = 99) -> list[int]:
    return [hit.passage.span.start for hit in search(generation, query, limit)]


@given(corpora, words)
def test_what_shares_a_word_is_found_and_nothing_else(corpus: list[list[str]], word: str) -> None:
    found = places(shelf_of(corpus), Query("", {word: 1.0}))
    assert sorted(found) == [place for place, held in enumerate(corpus) if word in held]


@given(corpora, words)
def test_scores_fall_ranks_count_from_one_and_ties_keep_document_order(
    corpus: list[list[str]], word: str
) -> None:
    hits = search(shelf_of(corpus), Query("", {word: 1.0}), 99)
    order = [(-hit.score, hit.passage.span.start) for hit in hits]
    assert order == sorted(order)
    assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))


def test_a_word_that_every_passage_holds_still_finds() -> None:
    generation = shelf_of([["规划"], ["规划"], ["规划"], ["规划"]])
    assert places(generation, Query("", {"规划": 1.0})) == [0, 1, 2, 3]
    assert places(generation, Query("", {"规划": 0.0})) == [0, 1, 2, 3]


@given(corpora)
def test_only_the_wanted_documents_are_searched(corpus: list[list[str]]) -> None:
    generation = shelf_of(corpus)
    terms = {word: 1.0 for held in corpus for word in held}
    half = len(corpus) // 2
    for names, expected in (
        ({"first"}, range(half)),
        ({"second"}, range(half, len(corpus))),
        ({"first", "second"}, range(len(corpus))),
        ({"unknown"}, range(0)),
        (set[str](), range(len(corpus))),
    ):
        assert sorted(places(generation, Query("", terms, frozenset(names)))) == list(expected)


def test_a_passage_scores_the_same_wherever_else_is_searched() -> None:
    generation = shelf_of([["规划"], ["养老"], ["规划", "规划"], ["养老"]])
    terms = {"规划": 1.0}
    everywhere = {hit.passage: hit.score for hit in search(generation, Query("", terms))}
    (within,) = search(generation, Query("", terms, frozenset({"first"})))
    assert within.score == everywhere[within.passage] < max(everywhere.values())
    assert within.rank == 1


@pytest.mark.parametrize("limit", [0, 1, 3])
def test_no_more_hits_are_given_than_asked_for(limit: int) -> None:
    generation = shelf_of([["规划"]] * 9)
    assert places(generation, Query("", {"规划": 1.0}), limit) == list(range(limit))


def test_a_query_without_a_known_word_finds_nothing() -> None:
    assert search(shelf_of([["规划"]]), Query("", {})) == ()
    assert search(shelf_of([["规划"]]), Query("", {"养老": 1.0})) == ()
    assert search(Generation("g", (), (), (), (), ()), Query("", {"养老": 1.0})) == ()
