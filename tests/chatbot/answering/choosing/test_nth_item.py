"""第几条, 第几种: what an earlier answer listed can be asked about by its place in it."""

from pathlib import Path

import pytest

from chatbot.told.trace_told import trace_told
from tests.chatbot.answering.brains import Brain, brain

LONG = "编制实施方案，明确试点目标，确定任务清单和分工，按程序报送，经评审通过后实施。" * 14
TEXT = f"""青河县慈善促进办法
一、实施步骤
（一）确定试点。县民政局在3月底前选定试点乡镇。
（二）制定方案。{LONG}
（三）总结推广。试点乡镇每年11月底前报送总结。
二、慈善募捐
本办法所称慈善募捐，是指慈善组织募集财产的活动。慈善募捐，包括公开募捐和定向募捐。
开展公开募捐，应当取得公开募捐资格。
开展定向募捐，应当在发起人、理事会成员和会员的范围内进行。
三、附则
本办法由县民政局负责解释。"""
STEPS = "实施步骤有哪些？"


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory, built: Path) -> Brain:
    return brain(tmp_path_factory.mktemp("ordinals"), built, TEXT)


def test_what_else_is_asked_of_an_item_is_answered_from_inside_it(county: Brain) -> None:
    answer = county.ask(STEPS, "第三步每年几月底前要报送？")
    assert "每年11月底前报送总结" in answer.citations[0].quote
    assert answer.citations[0].path[-1] == "（三）总结推广"


def test_of_an_item_too_long_to_quote_the_opening_sentences_are_quoted(county: Brain) -> None:
    (citation,) = county.ask(STEPS, "第二步具体讲什么？").citations
    assert citation.path[-1] == "（二）制定方案"
    assert len(citation.quote) <= 400
    assert citation.quote.endswith("。")


def test_an_item_can_be_asked_about_after_another_item(county: Brain) -> None:
    answer = county.ask(STEPS, "第一步具体讲什么？", "第三步呢？")
    assert answer.citations[0].path[-1] == "（三）总结推广"


def test_the_second_of_what_a_sentence_lists_can_be_asked_about(county: Brain) -> None:
    answer = county.ask("慈善募捐包括哪两种？", "第二种在什么范围内进行？")
    assert [citation.quote for citation in answer.citations] == [
        "开展定向募捐，应当在发起人、理事会成员和会员的范围内进行。"
    ]


def test_an_explanation_tells_which_item_was_taken(county: Brain) -> None:
    lines = list(trace_told(county.trace(STEPS, "第三步呢？")))
    assert any(line.startswith("前一答里的第几项") and "总结推广" in line for line in lines)
