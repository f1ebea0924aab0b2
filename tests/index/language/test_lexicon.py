"""The word lists that staff edit are well formed, line by line."""

import pytest

from index.language import lexicon
from index.language.synonyms import citizens_words, synonyms
from index.language.tokens import Tokenizer, fold, question_words, stop_words

_MOST_PARTS = 4  # words of a question that are put together to make one of the table


def test_every_synonym_has_two_different_words_and_a_weight() -> None:
    for line in lexicon.lines("synonyms.tsv"):
        asked, written, weight = line.split("\t")
        assert asked.strip() == asked != written == written.strip(), line
        assert 0 < float(weight) <= 1, line


def test_no_pair_of_synonyms_stands_twice() -> None:
    pairs = [tuple(line.split("\t")[:2]) for line in lexicon.lines("synonyms.tsv")]
    assert len(pairs) == len(set(pairs))


def test_every_word_of_citizens_can_be_met_in_a_question() -> None:
    tokenizer = Tokenizer()
    for word in citizens_words():
        parts = tokenizer.words(word)
        assert "".join(parts) == word and len(parts) <= _MOST_PARTS, word
    assert set(citizens_words()) & question_words() == set()


def test_what_citizens_say_leads_to_what_plans_write() -> None:
    assert "最低生活保障" in {synonym.word for synonym in synonyms("低保")}
    assert synonyms("没有这个词") == ()


def test_each_traditional_character_becomes_one_simplified_character() -> None:
    table = lexicon.character_table("traditional.tsv")
    assert len(table) > 2000
    assert all(len(simplified) == 1 for simplified in table.values())
    assert not [chr(code) for code, simplified in table.items() if ord(simplified) in table]


@pytest.mark.parametrize("words", [question_words(), stop_words(), lexicon.words("regions.txt")])
def test_words_are_listed_as_they_are_compared(words: frozenset[str]) -> None:
    assert words
    assert [word for word in words if fold(word) != word] == []


@pytest.mark.parametrize("word", ["养老", "规划", "保障", "低保", "目标"])
def test_no_word_of_substance_is_dropped(word: str) -> None:
    assert word not in question_words() | stop_words()
