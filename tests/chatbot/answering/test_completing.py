"""What is typed is completed to questions on the plans' headings, and only to answered ones."""

from pathlib import Path

import pytest

from chatbot.answering.completing import completions, offered
from tests.chatbot.answering.brains import Brain, brain

PLAN = """青河县养老规划

一、主要任务

（一）构建大养老体系
建设养老机构。

（二）完善助餐服务
办好助餐点。

二、保障措施

（一）组织保障
县民政局负责落实。

（二）资金保障
县财政安排资金。

三、指导思想
以人民为中心。
"""


@pytest.fixture
def county(tmp_path: Path, built: Path) -> Brain:
    return brain(tmp_path, built, PLAN)


def completed(county: Brain, typed: str, *asked_often: str) -> list[str]:
    among = offered(county.generation, asked_often)
    return list(completions(typed, among, lambda _: True))


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("构建", "怎样构建大养老体系？"),
        ("保障", "保障措施有哪些？"),
        ("助餐", "怎样完善助餐服务？"),
        ("大养老", "怎样构建大养老体系？"),
        ("組織", "组织保障是怎么规定的？"),  # traditional
        ("养 老", "怎样构建大养老体系？"),
        ("dyltx", "怎样构建大养老体系？"),  # first letters of pinyin
        ("zjbz", "资金保障是怎么规定的？"),
        ("大老系", "怎样构建大养老体系？"),  # characters left out
    ],
)
def test_what_is_typed_finds_the_question_on_its_heading(
    county: Brain, typed: str, first: str
) -> None:
    assert completed(county, typed)[0] == first


@pytest.mark.parametrize("typed", ["", "医院", "x", "qqq", "指导思想"])
def test_what_no_heading_holds_is_not_completed(county: Brain, typed: str) -> None:
    assert completed(county, typed) == []


def test_what_many_have_asked_stands_before_the_headings(county: Brain) -> None:
    often = "保障助餐服务吗？"
    assert completed(county, "保障", often)[0] == often


@pytest.mark.parametrize("personal", ["王小明的养老保障怎么办？", "住在幸福路八号怎么助餐？"])
def test_what_one_person_asked_of_their_own_is_not_offered(county: Brain, personal: str) -> None:
    assert personal not in completed(county, personal[:3], personal)


def test_a_question_without_an_answer_is_not_offered(county: Brain) -> None:
    among = offered(county.generation)
    assert completions("保障", among, lambda question: "资金" in question) == (
        "资金保障是怎么规定的？",
    )


def test_at_most_eight_are_offered(tmp_path: Path, built: Path) -> None:
    many = "养老规划\n" + "\n".join(f"{n}.养老事项{n}\n办好。" for n in range(1, 20))
    assert len(completed(brain(tmp_path, built, many), "养老")) == 8


@pytest.mark.parametrize(
    ("heading", "question"),
    [
        ("建立健全考核制度", "怎样建立健全考核制度？"),
        ("实施步骤", "实施步骤是怎么规定的？"),
        ("工作目标", "工作目标是什么？"),
        ("慈善募捐", "慈善募捐是怎么规定的？"),
    ],
)
def test_a_question_on_a_heading_reads_as_people_ask(
    tmp_path: Path, built: Path, heading: str, question: str
) -> None:
    text = f"青河县规定\n一、{heading}\n按有关办法办理。\n二、总 则\n适用本县。"
    assert completed(brain(tmp_path, built, text), heading) == [question]


def test_no_question_is_made_of_a_bare_number_or_of_what_only_opens(
    tmp_path: Path, built: Path
) -> None:
    text = "青河县规定\n第一章 总　则\n第一条 适用本县。\n第二章 募捐\n第二条 须有资格。"
    among = offered(brain(tmp_path, built, text).generation)
    assert [one.question for one in among] == ["募捐是怎么规定的？"]
