"""What is asked of a document itself is told with the line that says it, or said to be unknown."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from chatbot.answering.answer import Outcome
from chatbot.answering.candidates.facts import FactMissing, FoundFact, find_fact
from chatbot.answering.choosing.attempting import best_attempt
from chatbot.answering.parts import Fact
from chatbot.answering.understanding.question import Question
from tests.chatbot.answering.brains import Brain, brain

HOUSING = """青河县人民政府
青河县公共租赁住房管理办法
青政规〔2022〕5号
第一条　公共租赁住房面向本县城镇住房困难家庭。
第二条　本办法自2022年3月1日起施行，有效期至2027年2月28日。"""
CARE = """青河县养老服务条例
第一条　养老服务由县民政局主管。
第二条　本条例自2020年5月1日起施行。"""
NOWHERE = frozenset[str]()


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory, built: Path) -> Brain:
    return brain(tmp_path_factory.mktemp("two"), built, HOUSING, CARE)


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory, built: Path) -> Brain:
    return brain(tmp_path_factory.mktemp("one"), built, HOUSING)


def told(on: Brain, asked: str, today: date, **facts: str) -> FoundFact | None:
    generation = on.generation
    if facts:
        documents = tuple(replace(each, **facts) for each in generation.documents)  # type: ignore[arg-type]
        generation = replace(generation, documents=documents)
    attempt = best_attempt(Question(asked), generation)
    found = find_fact(attempt.understood, attempt.found, NOWHERE, generation, today)
    assert not isinstance(found, FactMissing)
    return found if isinstance(found, FoundFact) else None


@pytest.mark.parametrize(
    ("asked", "value", "line"),
    [
        ("公共租赁住房管理办法什么时候施行的？", "2022-03-01", "本办法自2022年3月1日起施行"),
        ("公租房管理办法的文号", "青政规〔2022〕5号", "青政规〔2022〕5号"),
        ("公共租赁住房管理办法有效期到哪天", "2027-02-28", "有效期至2027年2月28日"),
        ("养老服务条例什么时候生效", "2020-05-01", "本条例自2020年5月1日起施行"),
    ],
)
def test_a_fact_comes_with_the_line_that_says_it(
    two: Brain, asked: str, value: str, line: str
) -> None:
    answer = two.ask(asked)
    part = answer.parts[0]
    assert isinstance(part, Fact)
    assert part.value == value
    assert line in answer.citations[0].quote


def test_whether_it_holds_is_told_for_the_day_it_is_asked(one: Brain) -> None:
    asked = "公共租赁住房管理办法还有效吗？"
    before, after = told(one, asked, date(2026, 1, 1)), told(one, asked, date(2028, 1, 1))
    assert before
    assert before.value == "有效期到2027-02-28，截至2026年1月1日还没有过"
    assert after
    assert after.value == "有效期到2027-02-28，截至2028年1月1日已经过了"


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({"status": "征求意见稿"}, "标明是“征求意见稿”"),
        ({"status": "已废止"}, "标明是“已废止”"),
        ({"expires": "", "period": "2021-2025"}, "规划期是2021-2025年，截至2026年1月1日已经过了"),
        ({"expires": ""}, "没有写有效期"),
        ({"expires": "", "effective": "2026-06-01"}, "还没有施行"),
    ],
)
def test_what_is_known_of_it_is_said_and_no_more(
    one: Brain, facts: dict[str, str], says: str
) -> None:
    found = told(one, "公共租赁住房管理办法现在有效吗？", date(2026, 1, 1), **facts)
    assert found
    assert says in found.value


def test_this_document_is_the_only_one(one: Brain) -> None:
    part = one.ask("这个办法什么时候施行的？").parts[0]
    assert isinstance(part, Fact)
    assert part.value == "2022-03-01"


def test_this_document_is_the_one_that_answered_before(two: Brain) -> None:
    part = two.ask("养老服务由谁主管？", "这个条例什么时候施行的？").parts[0]
    assert isinstance(part, Fact)
    assert part.value == "2020-05-01"


def test_which_document_is_asked_when_nothing_tells(two: Brain) -> None:
    answer = two.ask("这份文件什么时候施行的？")
    assert answer.outcome is Outcome.UNCLEAR
    assert "《青河县养老服务条例》什么时候施行的？" in answer.suggestions


def test_a_fact_that_nothing_says_is_said_to_be_unknown(two: Brain) -> None:
    answer = two.ask("养老服务条例的文号是多少？")
    assert answer.outcome is Outcome.NOT_FOUND
    assert "没有写明文号" in answer.text
