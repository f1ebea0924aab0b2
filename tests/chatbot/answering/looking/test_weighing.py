"""A word weighs what it tells: among all plans, and among those that a question is put to."""

from dataclasses import replace
from pathlib import Path

import pytest

from chatbot.answering.looking.weighing import Weigher
from chatbot.answering.understanding.question import Word
from tests.chatbot.answering.brains import Brain, brain

ESTATES = """青河县住宅小区管理规定
第一条　小区的公共收益归全体业主所有。
第二条　小区的大门归物业企业看管。
第三条　小区的车位归业主使用。"""
CANALS = """青山县河道管理规定
第一条　河道由水务部门管理。
第二条　公共收益用于河道清淤。"""


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory, built: Path) -> Brain:
    return brain(tmp_path_factory.mktemp("two"), built, ESTATES, CANALS)


def test_what_every_rule_of_a_document_says_tells_little_within_it(two: Brain) -> None:
    estates = frozenset({two.generation.documents[0].id})
    assert "小区" in two.generation.documents[0].title
    of_all, within = Weigher(two.generation), Weigher(two.generation, estates)
    words = [Word("小区", "小区"), Word("公共收益", "公共收益")]
    common, rare = (within.weighed(word).weight / of_all.weighed(word).weight for word in words)
    assert common < rare
    assert common < 1


def test_the_rule_with_the_telling_word_answers(two: Brain) -> None:
    assert (
        two.quotes("按青河县住宅小区管理规定，公共收益归谁所有？")[0]
        == "第一条　小区的公共收益归全体业主所有。"
    )


def test_a_word_that_no_dictionary_and_no_plan_has_weighs_less(two: Brain) -> None:
    weigher = Weigher(two.generation)
    assert weigher.weighed(Word("要罚", "要罚")).weight < weigher.weighed(Word("罚", "罚")).weight


def test_what_no_plan_writes_in_any_way_weighs_less(two: Brain) -> None:
    camel = Word("骆驼", "骆驼")
    alone = Weigher(two.generation).weighed(camel).weight
    in_figures = Weigher(two.generation).weighed(replace(camel, full="河道")).weight
    assert alone == pytest.approx(0.7 * in_figures)
