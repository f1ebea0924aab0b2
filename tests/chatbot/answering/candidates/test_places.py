"""A quoted wording is found word for word, at every place, or said not to stand there."""

from pathlib import Path

import pytest

from chatbot.answering.answer import Outcome
from tests.chatbot.answering.brains import Brain, brain

PLAN = """社区服务规划

一、目标

建设一刻钟服务圈，方便居民。街道办好助餐点。

二、措施

（一）布点。一刻钟服务圈覆盖全部社区，一刻钟服务圈内有助餐点。

（二）队伍。培育专业社工队伍。
"""


@pytest.fixture
def community(tmp_path: Path, built: Path) -> Brain:
    return brain(tmp_path, built, PLAN)


@pytest.mark.parametrize(
    "asked",
    [
        "“一刻钟服务圈”这个词在哪里出现？",
        "规划里有没有“一刻钟服务圈”的提法？",
        "“一刻钟服务圈”出现了几次？",
        "哪些地方写到“一刻钟服务圈”",
        "「一刻鐘服務圈」這個表述哪裡寫了？",
    ],
)
def test_a_wording_is_shown_at_every_place_with_its_count(community: Brain, asked: str) -> None:
    answer = community.ask(asked)
    assert answer.outcome is Outcome.ANSWERED
    assert "出现3次" in answer.text
    assert [citation.quote for citation in answer.citations] == [
        "建设一刻钟服务圈，方便居民。",
        "一刻钟服务圈覆盖全部社区，一刻钟服务圈内有助餐点。",
    ]
    assert [citation.path[0] for citation in answer.citations] == ["一、目标", "二、措施"]


@pytest.mark.parametrize(
    "asked",
    [
        "“十分钟服务圈”这个词在哪里出现？",
        "规划里有没有“一刻钟社区圈”的提法？",
        "“专业社工队”和“义工队伍”的原文是怎么写的？",
    ],
)
def test_a_wording_that_stands_nowhere_is_said_to_and_the_nearest_is_shown(
    community: Brain, asked: str
) -> None:
    answer = community.ask(asked)
    assert answer.outcome is Outcome.NOT_FOUND
    assert "没有“" in answer.text
    assert answer.related


def test_more_places_than_one_reads_are_counted_and_the_first_shown(
    tmp_path: Path, built: Path
) -> None:
    many = "助餐规划\n\n一、目标\n\n" + "\n".join(f"第{n}街道办好助餐点。" for n in range(1, 12))
    answer = brain(tmp_path, built, many).ask("“助餐点”出现了几次？")
    assert "出现11次，这里列出前8处" in answer.text
    assert [citation.number for citation in answer.citations] == list(range(1, 9))


def test_a_quoted_term_that_is_not_asked_for_as_a_wording_is_answered_as_ever(
    community: Brain,
) -> None:
    assert community.quotes("“一刻钟服务圈”覆盖哪些社区？")
