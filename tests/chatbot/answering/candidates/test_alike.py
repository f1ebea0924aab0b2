"""What a national rule and a local one both say is quoted once, from the local one."""

from pathlib import Path

import pytest

from chatbot.answering.candidates.alike import alike
from tests.chatbot.answering.brains import Brain, brain

NATION = """志愿服务条例
（2017年8月22日国务院令第685号公布）
第一条　为了保障志愿者权益，制定本条例。
第二条　志愿服务组织应当为志愿者办理人身意外伤害保险。
第三条　志愿者的骆驼应当登记。"""
CITY = """广州市志愿服务条例
（2021年6月1日广州市人民代表大会常务委员会公布）
第一条　本市志愿者享有权益。
第二条 志愿服务组织应当为志愿者办理人身意外伤害保险。
第三条　志愿者的骆驼应当登记！"""


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory, built: Path) -> Brain:
    return brain(tmp_path_factory.mktemp("both"), built, NATION, CITY)


def test_the_same_sentence_is_quoted_from_the_most_specific_document(both: Brain) -> None:
    (citation,) = both.ask("志愿服务组织要为志愿者办理人身意外伤害保险吗？").citations
    assert citation.document.title == "广州市志愿服务条例"
    assert citation.path == ("第二条",)


def test_a_document_that_the_question_names_is_quoted_itself(both: Brain) -> None:
    asked = "国务院志愿服务条例里，志愿服务组织要为志愿者办理人身意外伤害保险吗？"
    assert {one.document.title for one in both.ask(asked).citations} == {"志愿服务条例"}


def test_what_is_shown_beside_a_refusal_is_shown_once(both: Brain) -> None:
    related = both.ask("志愿者的骆驼多少钱一头？").related
    assert related
    assert len({one.quote[-8:-1] for one in related}) == len(related)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("第二条　应当在三十日内办理保险。", "第八条 应当在三十日内办理保险；", True),
        ("应当在三十日内办理保险。", "应当在六十日内办理保险。", False),
        ("应当办理保险。", "应当为志愿者办理人身意外伤害保险。", False),
        ("", "", False),
    ],
)
def test_alike_is_what_differs_by_a_sign_but_not_by_a_number(
    one: str, other: str, *, same: bool
) -> None:
    assert alike(one, other) is same
