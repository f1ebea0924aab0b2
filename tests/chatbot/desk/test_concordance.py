"""The concordance finds exactly what a plain search finds, in every way of looking."""

import time
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.desk.concordance import Line, Way, concordance
from chatbot.desk.patterns import PatternUnfit
from index.language.sentences import sentences
from index.language.tokens import fold
from index.spans import Span
from tests.chatbot.desk.shelves import LAW, PLAN, shelf

TEXT = st.text("养老老Aａ國国。；\n ", min_size=1, max_size=40).filter(str.strip)
WORD = st.text("养老Aａ国", min_size=1, max_size=3)


def found(text: str, words: str, way: Way) -> tuple[Line, ...]:
    return concordance(shelf(text), words, way).lines


@given(TEXT, WORD)
def test_exact_finds_what_a_naive_search_finds(text: str, word: str) -> None:
    naive, done = [], 0
    for start in range(len(text)):
        if start >= done and fold(text)[start : start + len(word)] == fold(word):
            done = start + len(word)
            naive.append(Span(start, done))
    assert [line.span for line in found(text, word, Way.EXACT)] == naive


@given(TEXT, st.lists(WORD, min_size=1, max_size=3))
def test_any_order_finds_the_shortest_stretch_of_each_sentence_with_all_words(
    text: str, words: list[str]
) -> None:
    naive = []
    for sentence in sentences(text, Span(0, len(text))):
        places = range(sentence.start, sentence.end + 1)
        holding = [
            Span(start, end)
            for start, end in combinations(places, 2)
            if all(fold(word) in fold(text)[start:end] for word in words)
        ]
        naive += [min(holding, key=lambda span: (len(span), span.start))] if holding else []
    assert [line.span for line in found(text, " ".join(words), Way.ANY_ORDER)] == naive


@given(TEXT, WORD)
def test_a_plain_pattern_finds_what_a_naive_search_finds(text: str, word: str) -> None:
    naive, start = [], text.lower().find(word.lower())
    while start >= 0:
        naive.append(start)
        start = text.lower().find(word.lower(), start + len(word))
    assert [line.span.start for line in found(text, word, Way.PATTERN)] == naive


@given(TEXT, WORD, st.sampled_from(Way))
def test_every_line_is_cut_from_the_text(text: str, word: str, way: Way) -> None:
    for line in found(text, word, way):
        assert line.span.cut(text) == line.words
        assert f"{line.before}{line.words}{line.after}" in text


def test_lines_are_counted_by_document_and_by_outermost_heading() -> None:
    both = concordance(shelf(PLAN, LAW), "服务", Way.EXACT)
    assert [(document.id, count) for document, count in both.by_document()] == [
        ("p0", 2),
        ("p1", 2),
    ]
    counted = {(head, count) for _, head, count in both.by_section()}
    assert ("二、主要任务", 1) in counted
    assert sum(count for *_, count in both.by_section()) == len(both.lines)
    only = concordance(shelf(PLAN, LAW), "服务", Way.EXACT, frozenset({"p1"}))
    assert {line.document.id for line in only.lines} == {"p1"}


@pytest.mark.parametrize("pattern", ["(", "(?=a)", r"(a)\1", "a{5000}", "[", "x" * 201, "\ud800"])
def test_a_pattern_that_cannot_be_taken_is_refused_in_chinese(pattern: str) -> None:
    with pytest.raises(PatternUnfit, match="表达式"):
        found(PLAN, pattern, Way.PATTERN)


@pytest.mark.parametrize("pattern", ["(a+)+$", "(a|aa)+$", "(.*a){12}b", "^(([a-z])+.)+[A-Z]$"])
def test_no_pattern_keeps_it_busy(pattern: str) -> None:
    begun = time.perf_counter()
    found("a" * 50_000 + "!", pattern, Way.PATTERN)
    assert time.perf_counter() - begun < 5


def test_what_is_everywhere_is_cut_short_and_says_so() -> None:
    many = concordance(shelf("老" * 6000), "老", Way.EXACT)
    assert (len(many.lines), many.is_cut) == (5000, True)


@pytest.mark.parametrize("way", Way)
def test_nothing_asked_finds_nothing(way: Way) -> None:
    assert found(PLAN, " " if way is not Way.PATTERN else "x*", way) == ()
