"""The word lists that staff edit are well formed, line by line."""

from collections import Counter
from importlib.resources import files

import pytest

from index.language import lexicon
from index.language.synonyms import WEIGHTS, SynonymsWrong, citizens_words, pairs, synonyms
from index.language.tokens import Tokenizer, fold, is_han, question_words, stop_words

_MOST_PARTS = 4  # words of a question that are put together to make one of the table
_SHORTEST_PHRASE, _LONGEST_PHRASE = 3, 8  # characters of one that is looked for as it stands


each_field = pytest.mark.parametrize("field", lexicon.names("synonyms"))


@each_field
def test_a_field_says_its_name_and_lists_its_pairs_in_order_each_once(field: str) -> None:
    caption = files(lexicon).joinpath(field).read_text(encoding="utf-8").splitlines()[0]
    assert is_han(caption.removeprefix("# ").replace("、", ""))
    words = [pair[:2] for pair in pairs(lexicon.lines(field))]
    assert words == sorted(set(words))


@each_field
def test_every_synonym_is_another_word(field: str) -> None:
    for asked, written, _ in pairs(lexicon.lines(field)):
        assert asked.strip() == asked != written == written.strip(), asked


def test_a_word_of_citizens_stands_in_one_field_only() -> None:
    fields = [
        {fold(asked) for asked, _, _ in pairs(lexicon.lines(field))}
        for field in lexicon.names("synonyms")
    ]
    counted = Counter(word for words in fields for word in words)
    assert [word for word, times in counted.items() if times > 1] == []


def test_the_nearer_the_grade_the_more_a_match_counts() -> None:
    assert 1 > WEIGHTS["same"] > WEIGHTS["near"] > WEIGHTS["related"] > 0


@pytest.mark.parametrize("line", ["低保", "低保\t救助", "低保\t救助\t0.9", "低保\t\tsame"])
def test_a_line_that_is_no_pair_is_shown_with_the_remedy(line: str) -> None:
    with pytest.raises(SynonymsWrong, match=f"“{line}”不是一对词；请写成"):
        list(pairs([line]))


def test_every_word_of_citizens_can_be_met_in_a_question() -> None:
    tokenizer = Tokenizer()
    for word in citizens_words():
        parts = tokenizer.words(word)
        assert "".join(parts) == word, word
        is_phrase = _SHORTEST_PHRASE <= len(word) <= _LONGEST_PHRASE
        assert is_phrase or len(parts) <= _MOST_PARTS, word
    assert set(citizens_words()) & question_words() == set()


def test_what_citizens_say_leads_to_what_plans_write() -> None:
    assert "最低生活保障" in {synonym.word for synonym in synonyms("低保")}
    assert synonyms("没有这个词") == ()


@pytest.mark.parametrize(
    "two",
    (
        "村民委员会/居民委员会 行贿/受贿 订金/定金 生父母/养父母 公租房/保障性租赁住房"
        " 结婚/离婚 领导班子/领导小组 领着/领取 捐款/募捐 工伤认定/劳动能力鉴定"
        " 调解书/调解协议 职业资格/职业技能等级 失效/废止 罚款/罚金 拘留所/看守所"
    ).split(),
)
def test_two_bodies_or_acts_that_the_law_keeps_apart_are_no_synonyms(two: str) -> None:
    one, other = map(fold, two.split("/"))
    assert other not in {synonym.word for synonym in synonyms(one)}
    assert one not in {synonym.word for synonym in synonyms(other)}
    assert [word for word in citizens_words() if {one, other} <= meanings(word)] == []


def meanings(word: str) -> set[str]:
    """The synonyms that mean the same."""
    return {near.word for near in synonyms(word) if near.weight == WEIGHTS["same"]}


def test_the_surest_synonym_comes_first() -> None:
    for word in citizens_words():
        weights = [synonym.weight for synonym in synonyms(word)]
        assert weights == sorted(weights, reverse=True), word


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
