"""When a plan holds the subject but no such value, the reply says so; never when it may hold it."""

from pathlib import Path

import pytest

from tests.chatbot.answering.brains import Brain, brain

ESTATES = """青河县物业管理办法
第一章 总则
第一条　本县物业管理遵守本办法。
第二章 业主大会
第二条　召开业主大会会议，应当于会议召开15日以前通知全体业主。
第三条　业主大会会议由业主委员会召集。业主大会会议可以采用书面形式。
第四条　业主大会决定选聘物业服务企业。
第五条　物业服务企业应当维护公共秩序。"""


@pytest.fixture(scope="module")
def estates(tmp_path_factory: pytest.TempPathFactory, built: Path) -> Brain:
    return brain(tmp_path_factory.mktemp("estates"), built, ESTATES)


def test_a_value_that_nobody_wrote_down_is_called_missing(estates: Brain) -> None:
    answer = estates.ask("选聘物业服务企业要花多少元？")
    assert "提到了相关内容，但没有找到写明数额的原文" in answer.text
    assert not answer.citations


def test_a_value_that_is_meant_in_other_words_is_answered(estates: Brain) -> None:
    answer = estates.ask("业主大会开会前几天告诉邻居？")
    assert "没有找到写明" not in answer.text
    assert "15日以前通知全体业主" in answer.citations[0].quote
