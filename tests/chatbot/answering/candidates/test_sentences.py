"""The sentence that answers is found by itself, by the one before it, by a heading that is one."""

from pathlib import Path

import pytest

from tests.chatbot.answering.brains import Brain, brain

TEXT = """青河县所得税办法
第一条　本办法所称各项所得的范围：
（一）工资所得，是指个人因任职取得的所得；
（二）偶然所得，是指个人得奖、中奖、中彩以及其他偶然性质的所得。
个人取得的所得，难以界定项目的，由主管部门确定。
第二条　偶然所得以每次取得该项收入为一次。
第三条　申请人向文化部门申请最终审核。文化部门应当自收到申请之日起20个工作日内作出决定。
第四条　复议机关应当自收到申请之日起五日内转送。"""


@pytest.fixture(scope="module")
def taxes(tmp_path_factory: pytest.TempPathFactory, built: Path) -> Brain:
    return brain(tmp_path_factory.mktemp("taxes"), built, TEXT)


def test_a_heading_that_is_a_sentence_may_answer(taxes: Brain) -> None:
    assert "得奖、中奖、中彩" in taxes.quotes("什么是偶然所得？")[0]


def test_the_sentence_before_tells_what_a_sentence_is_on(taxes: Brain) -> None:
    quotes = " ".join(taxes.quotes("文化部门的最终审核要多少天？"))
    assert "20个工作日内作出决定" in quotes


def test_an_item_that_is_quoted_whole_is_not_named_in_the_path_again(taxes: Brain) -> None:
    (citation,) = taxes.ask("什么是偶然所得？").citations
    assert citation.path[-1] == "第一条"
    (citation,) = taxes.ask("复议机关应当几日内转送？").citations
    assert citation.path[-1] == "第四条"
