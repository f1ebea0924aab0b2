"""The word lists that staff edit are well formed, line by line."""

import pytest

from index import lexicon
from index.synonyms import WEIGHTS, SynonymsWrong, citizens_words, pairs, synonyms
from index.tokens import Tokenizer, fold, question_words, stop_words

_MOST_PARTS = 4  # words of a question that are put together to make one of the table


def test_every_synonym_is_another_word_with_a_grade() -> None:
    for asked, written, grade in pairs(lexicon.lines("synonyms.tsv")):
        assert asked.strip() == asked != written == written.strip(), asked
        assert grade in WEIGHTS, asked


def test_the_nearer_the_grade_the_more_a_match_counts() -> None:
    assert 1 > WEIGHTS["same"] > WEIGHTS["near"] > WEIGHTS["related"] > 0


@pytest.mark.parametrize("line", ["低保", "低保\t救助", "低保\t救助\t0.9", "低保\t\tsame"])
def test_a_line_that_is_no_pair_is_shown_with_the_remedy(line: str) -> None:
    with pytest.raises(SynonymsWrong, match=f"“{line}”不是一对词；请写成"):
        list(pairs([line]))


def test_no_pair_of_synonyms_stands_twice() -> None:
    words = [pair[:2] for pair in pairs(lexicon.lines("synonyms.tsv"))]
    assert len(words) == len(set(words))


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
