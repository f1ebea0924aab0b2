"""Set phrases are known with all their places, and a draft that almost uses one is told."""

import pytest

from chatbot.desk.phrases.near_misses import Slip
from chatbot.desk.phrases.phrases import Phrase, SetPhrases
from chatbot.desk.text.corpus import Corpus
from chatbot.desk.wording.finding import Finding
from index.language.tokens import fold
from tests.chatbot.desk.conftest import Check
from tests.chatbot.desk.shelves import findings, shelf

FIVE = "大救助、大养老、大儿童保障、大慈善、大社会治理"


def missed(found: tuple[Finding, ...]) -> list[tuple[str, str, Slip | None]]:
    return [
        (one.matches[-1].part_of(one), one.matches[-1].citation.quote, one.slip)
        for one in found
        if one.slip
    ]


def test_the_plans_set_phrases_are_found(corpus: Corpus) -> None:
    known = {phrase.text for phrase in SetPhrases(corpus).phrases}
    wanted = {"两个维护", "四个意识", "四个自信", "一核四社", "放管服", FIVE, "民政为民、民政爱民"}
    assert wanted <= known


def test_every_place_of_a_phrase_is_known(corpus: Corpus) -> None:
    phrases = SetPhrases(corpus)
    for phrase in phrases.phrases:
        places = phrases.places(phrase)
        there = sum(fold(one.document.text).count(phrase.text) for one in corpus.shelved)
        assert len(places) >= max(there, 1)
        assert {place.folded for place in places} == {phrase.text}


def test_a_list_that_comes_again_is_a_phrase_without_the_words_around_it() -> None:
    one, other = "切实做到早发现、早报告、早处置的要求。", "坚持早发现、早报告、早处置。"
    corpus = Corpus(shelf(f"甲\n{one}", f"乙\n{other}"))
    assert Phrase("早发现、早报告、早处置") in SetPhrases(corpus).phrases


@pytest.mark.parametrize(
    ("draft", "words", "slip"),
    [
        (
            "我局完善大救助、大养老、大慈善、大儿童保障、大社会治理五项工作。",
            "大救助、大养老、大慈善、大儿童保障、大社会治理",
            Slip.ORDER,
        ),
        (
            "我局完善大救助、大养老、大慈善、大社会治理四项工作。",
            "大救助、大养老、大慈善、大社会治理",
            Slip.DROPPED,
        ),
        (
            "我局完善大救助、大养老、小儿童保障、大慈善、大社会治理等工作。",
            "大救助、大养老、小儿童保障、大慈善、大社会治理",
            Slip.WORDING,
        ),
    ],
)
def test_a_list_that_is_almost_a_set_phrase_is_told(
    check: Check, draft: str, words: str, slip: Slip
) -> None:
    assert missed(check(draft)) == [(words, FIVE, slip)]


@pytest.mark.parametrize(
    ("term", "phrase", "slip"),
    [
        ("两个拥护", "两个维护", Slip.WORDING),
        ("四社一核", "一核四社", Slip.ORDER),
        ("一核五社", "一核四社", Slip.WORDING),
        ("152", "151", Slip.WORDING),
        ("四宜", "三宜", Slip.WORDING),
    ],
)
def test_a_quoted_term_that_is_almost_a_set_phrase_is_told(
    check: Check, term: str, phrase: str, slip: Slip
) -> None:
    assert missed(check(f"会上大家谈了“{term}”的体会。")) == [(term, phrase, slip)]


@pytest.mark.parametrize(
    ("draft", "words", "phrase"),
    [
        ("今年要打造“152”工程，建成示范点。", "152", "151"),
        ('今年要打造"152"工程，建成示范点。', "152", "151"),
        ("全面推行一核三社工作法，力争年底见效。", "一核三社", "一核四社"),
        ("全市上下增强五个意识，抓好落实。", "五个意识", "四个意识"),
        ("我市谋划一港双城四带四区，全面提速。", "一港双城四带四区", "一港双城三带四区"),
    ],
)
def test_another_number_in_a_set_phrase_is_told_with_the_phrase(
    check: Check, draft: str, words: str, phrase: str
) -> None:
    assert missed(check(draft)) == [(words, phrase, Slip.WORDING)]


@pytest.mark.parametrize(
    "draft",
    [
        "全市有152家养老机构。",
        "三宜居社区有五个。",
        f"我局完善{FIVE}五项工作。",
        "坚决做到“两个维护”，增强“四个意识”。",
        "“十五五”规划和“十五五规划”都要早作准备。",
        "购买苹果、香蕉、橘子各一箱。",
        "会上发了“优秀员工”奖状。",
        "完善救助、养老和慈善。",
    ],
)
def test_a_phrase_used_rightly_or_not_at_all_is_no_miss(check: Check, draft: str) -> None:
    assert missed(check(draft)) == []


def test_only_phrases_of_the_documents_chosen_count() -> None:
    texts = ("甲\n做到“两个维护”。", "乙\n讲清“两个拥护”。")
    assert missed(findings("谈谈“两个呵护”。", *texts)) != []
    assert missed(findings("谈谈“两个拥护”。", *texts)) == []
