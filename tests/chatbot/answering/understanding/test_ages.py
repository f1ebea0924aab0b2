"""How old somebody is finds the rules on people of that age."""

from pathlib import Path

import pytest

from chatbot.answering.understanding.ages import age, concerns
from tests.chatbot.answering.brains import Brain, brain

TEXT = """青河县居民证件办理办法
第一条　年满十六周岁的公民，由本人申请领取居民证件。
第二条　未满十六周岁的公民，由监护人代为申请领取居民证件。
第三条　七十周岁以上的老年人申请领取居民证件的，可以上门办理。"""


@pytest.mark.parametrize(
    ("word", "years"),
    [("十六岁", 16), ("16周岁", 16), ("七十多岁", 70), ("岁数", None), ("十六元", None)],
)
def test_an_age_is_read_in_words_and_figures(word: str, years: int | None) -> None:
    assert age(word) == years


@pytest.mark.parametrize(
    ("years", "rule", "is_on_them"),
    [
        (14, "未满十六周岁的公民", True),
        (16, "未满十六周岁的公民", False),
        (16, "年满16周岁的公民", True),
        (15, "年满16周岁的公民", False),
        (72, "七十周岁以上的老年人", True),
        (70, "七十周岁以下", True),
        (71, "七十周岁以下", False),
        (17, "不得接纳未成年人", True),
        (18, "不得接纳未成年人", False),
        (65, "为老年人提供优待", True),
        (30, "居民申请证件", False),
        (16, "16周岁的公民", True),
        (17, "16周岁的公民", False),
        (17, "1十周岁的公民", False),
    ],
)
def test_a_rule_is_on_people_of_the_ages_that_it_bounds(
    years: int, rule: str, is_on_them: bool
) -> None:
    assert bool(concerns(years, rule)) is is_on_them


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory, built: Path) -> Brain:
    return brain(tmp_path_factory.mktemp("ages"), built, TEXT)


@pytest.mark.parametrize(
    ("asked", "article"),
    [
        ("十四岁的孩子怎么申请领取居民证件？", "第二条"),
        ("我17岁，怎么申请领取居民证件？", "第一条"),
        ("82岁了，怎么办理居民证件？", "第三条"),
    ],
)
def test_the_rule_for_ones_own_age_is_quoted_first(papers: Brain, asked: str, article: str) -> None:
    assert papers.quotes(asked)[0].startswith(article)
