"""Scores equal Lucene's, down to the length kept in one byte."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.bm25 import LuceneBM25, _rounded

words = st.sampled_from(["养老", "服务", "体系", "规划", "民政", "_养老"])
corpora = st.lists(st.lists(words, min_size=1, max_size=30), min_size=1, max_size=12)
queries = st.dictionaries(words, st.floats(0.1, 2), min_size=1, max_size=4)

# k1 = 1.2, b = 0.75, three passages of 3, 5 and 43 words, so the mean length is 17. Lucene keeps
# 43 in its byte as 42. idf(养老) = ln(1 + (3 - 2 + 0.5) / (2 + 0.5)) = ln 1.6 = 0.4700036.
#   1st: 0.4700036 * 1 / (1 + 1.2 * (0.25 + 0.75 *  3 / 17)) = 0.4700036 / 1.4588235
#   2nd: 0.4700036 * 2 / (2 + 1.2 * (0.25 + 0.75 *  5 / 17)) = 0.9400073 / 2.5647059
# idf(机构) = ln(1 + (3 - 1 + 0.5) / (1 + 0.5)) = ln 2.6666667 = 0.9808293.
#   3rd: 0.9808293 * 3 / (3 + 1.2 * (0.25 + 0.75 * 42 / 17)) = 2.9424878 / 5.5235294
THREE = (
    ["养老", "服务", "体系"],
    ["养老", "养老", "民政", "规划", "服务"],
    ["机构"] * 3 + ["其他"] * 40,
)


@pytest.mark.parametrize(
    ("term", "scores"),
    [("养老", [0.3221799, 0.3665166, 0.0]), ("机构", [0.0, 0.0, 0.5327188])],
)
def test_scores_are_those_worked_out_by_hand(term: str, scores: list[float]) -> None:
    assert LuceneBM25(THREE).get_scores({term: 1.0}) == pytest.approx(scores, abs=1e-7)


def test_a_length_is_kept_as_lucenes_byte_keeps_it() -> None:
    assert [_rounded(n) for n in (0, 23, 24, 39, 40, 41, 43, 57)] == [0, 23, 24, 39, 40, 40, 42, 56]
    assert all(_rounded(length) == byte4_to_int(int_to_byte4(length)) for length in range(100_001))


def test_a_word_that_every_passage_holds_still_counts() -> None:
    scores = LuceneBM25([["发展"], ["发展", "规划"]]).get_scores({"发展": 1.0})
    assert (scores > 0).all()


@pytest.mark.parametrize("corpus", [[], [[]], [[], []]])
def test_a_corpus_without_a_word_scores_nothing_and_does_not_fail(corpus: list[list[str]]) -> None:
    bm25 = LuceneBM25(corpus)
    assert bm25.get_scores({"养老": 1.0}).tolist() == [0.0] * len(corpus)
    assert bm25.weight("养老") >= 0
    assert len(bm25.places("养老")) == 0


@given(corpora)
def test_no_idf_is_negative_and_a_rarer_word_weighs_more(corpus: list[list[str]]) -> None:
    bm25 = LuceneBM25(corpus)
    held_by = Counter(word for passage in corpus for word in set(passage))
    assert all(idf > 0 for idf in bm25.idf.values())
    ordered = sorted(held_by, key=lambda word: held_by[word])
    weights = [bm25.weight(word) for word in ("never seen", *ordered)]
    assert weights == sorted(weights, reverse=True)


@given(corpora, queries)
def test_a_passage_scores_if_and_only_if_it_shares_a_word(
    corpus: list[list[str]], query: dict[str, float]
) -> None:
    scores = LuceneBM25(corpus).get_scores(query)
    assert [bool(score > 0) for score in scores] == [bool(set(p) & set(query)) for p in corpus]


@given(corpora, queries)
def test_the_score_of_a_query_is_the_sum_of_its_words(
    corpus: list[list[str]], query: dict[str, float]
) -> None:
    bm25 = LuceneBM25(corpus)
    parts = sum(boost * bm25.get_scores({word: 1.0}) for word, boost in query.items())
    assert bm25.get_scores(query) == pytest.approx(np.asarray(parts))


@given(st.integers(1, 20), st.integers(1, 20), st.integers(0, 60))
def test_more_of_the_word_scores_higher_and_more_of_the_rest_never_does(
    times: int, more: int, rest: int
) -> None:
    size = times + more + rest
    corpus = [
        ["养老"] * (times + more) + ["其他"] * rest,
        ["养老"] * times + ["其他"] * (size - times),
    ]
    longer = [*corpus, ["养老"] * times + ["其他"] * (size - times + 100)]
    many, few, diluted = LuceneBM25(longer).get_scores({"养老": 1.0})
    assert many > few > diluted


def test_the_places_of_a_word_are_the_passages_that_hold_it() -> None:
    assert LuceneBM25(THREE).places("养老").tolist() == [0, 1]


# A plain port of org.apache.lucene.util.SmallFloat, to compare with.


def long_to_int4(number: int) -> int:
    bits = number.bit_length()
    if bits < 4:
        return number
    shift = bits - 4
    return ((number >> shift) & 0x07) | (shift + 1) << 3


def int4_to_long(code: int) -> int:
    bits, shift = code & 0x07, (code >> 3) - 1
    return bits if shift == -1 else (bits | 0x08) << shift


FREE_VALUES = 255 - long_to_int4(2**31 - 1)


def int_to_byte4(number: int) -> int:
    return number if number < FREE_VALUES else FREE_VALUES + long_to_int4(number - FREE_VALUES)


def byte4_to_int(byte: int) -> int:
    return byte if byte < FREE_VALUES else FREE_VALUES + int4_to_long(byte - FREE_VALUES)
