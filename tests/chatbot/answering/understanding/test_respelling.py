"""A typing slip that sounds right is understood and said aloud; other questions are left alone."""

from pathlib import Path

import pytest

from chatbot.answering.answer import Outcome
from chatbot.answering.understanding.respelling import respelled
from tests.chatbot.answering.brains import Brain, brain

PLAN = """社会救助规划

一、最低生活保障

申请最低生活保障，由户主向街道办事处提出。

二、慈善组织

慈善组织每年向社会公开年度工作报告。

三、志愿服务

社区志愿者登记后参加志愿服务。
"""


@pytest.fixture
def aid(tmp_path: Path, built: Path) -> Brain:
    return brain(tmp_path, built, PLAN)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("最底生活保章怎么申请？", "最低生活保障怎么申请?"),
        ("慈擅组织要公开什么", "慈善组织要公开什么"),
        ("zhiyuanzhe怎么登记", "志愿者怎么登记"),
        ("底保户怎么办", "低保户怎么办"),  # a word of citizens, not of the plan
    ],
)
def test_a_word_that_only_sounds_right_is_respelled(aid: Brain, typed: str, meant: str) -> None:
    assert respelled(typed, aid.generation) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "最低生活保障怎么申请？",
        "学校几点放学？",
        "政治院在哪里",  # the end of 政治 and the next character sound like 志愿
        "我想开个饭店",
        "你爱吃什么水果",
        "养老院监管谁负责",  # 谁负 and the next character sound like 睡不着
        "垃圾清运由谁负责",
        "路灯坏了归哪管",
        "",
        "abc 123",
    ],
)
def test_a_question_without_a_slip_stays_as_it_is(aid: Brain, typed: str) -> None:
    assert respelled(typed, aid.generation) == ""


def test_a_word_of_citizens_is_meant_only_when_the_plans_write_what_it_stands_for(
    tmp_path: Path, built: Path
) -> None:
    typed = "底保户怎么办"
    assert respelled(typed, brain(tmp_path, built, PLAN).generation)
    parks = tmp_path / "parks"
    parks.mkdir()
    other = brain(parks, built, "公园规划\n\n一、公园\n\n公园每天开放。\n")
    assert respelled(typed, other.generation) == ""


def test_a_turn_of_speech_is_never_meant(tmp_path: Path, built: Path) -> None:
    plan = "健康规划\n\n一、心理健康\n\n开展心理健康服务。\n"
    assert respelled("税不着怎么办", brain(tmp_path, built, plan).generation) == ""


def test_the_answer_to_a_respelled_question_says_what_was_understood(aid: Brain) -> None:
    answer = aid.ask("瓷善祖织公凯什么")
    assert answer.outcome is Outcome.ANSWERED
    assert answer.text.startswith("您是不是想问：慈善组织公开什么")
    assert answer.citations[0].quote == "慈善组织每年向社会公开年度工作报告。"


def test_what_is_answered_as_typed_is_not_respelled(aid: Brain) -> None:
    assert "您是不是想问" not in aid.ask("慈善组织公开什么").text


def test_a_respelled_question_that_still_has_no_answer_is_refused_as_typed(aid: Brain) -> None:
    answer = aid.ask("慈擅大会门票多少钱一张")
    assert answer.outcome is Outcome.NOT_FOUND
    assert "您是不是想问" not in answer.text
