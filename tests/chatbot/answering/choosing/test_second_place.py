"""Two places of one document that answer nearly alike are both quoted; two documents are not."""

from pathlib import Path

import pytest

from chatbot.told.trace_told import trace_told
from tests.chatbot.answering.brains import Brain, brain

RESCUE = """青河县流浪乞讨人员救助办法
第一章　总则
第一条　县救助管理站负责流浪乞讨人员的救助。
第二章　求助
第二条　流浪乞讨人员可以向救助管理站求助，救助管理站应当如实登记。
第三条　流浪乞讨人员求助时拒绝登记的，救助管理站不予救助。
第三章　附则
第四条　本办法由县民政局负责解释。
第五条　本办法所称救助对象，是指流浪乞讨人员。
第六条　救助对象由救助管理站登记。"""
OTHER = """云山市流浪乞讨人员救助细则
第一条　流浪乞讨人员向救助管理站求助的，应当登记。"""
ASKED = "流浪乞讨人员向救助管理站求助要登记吗？"


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory, built: Path) -> Brain:
    return brain(tmp_path_factory.mktemp("alone"), built, RESCUE)


@pytest.fixture(scope="module")
def beside(tmp_path_factory: pytest.TempPathFactory, built: Path) -> Brain:
    return brain(tmp_path_factory.mktemp("beside"), built, RESCUE, OTHER)


def test_the_other_place_is_quoted_below_with_its_section_named(alone: Brain) -> None:
    answer = alone.ask(ASKED)
    first, second = answer.citations
    assert {first.path[-1], second.path[-1]} == {"第二条", "第三条"}
    assert (first.number, second.number) == (1, 2)
    assert answer.text.count("——《") == 1, "a document is named once"
    assert answer.text.index(first.quote) < answer.text.index(second.quote)


def test_both_places_are_of_one_document(beside: Brain) -> None:
    cited = beside.ask(ASKED).citations
    assert len({citation.document.id for citation in cited}) == 1


def test_a_term_is_defined_once(alone: Brain) -> None:
    assert alone.quotes("什么是救助对象？") == ["第五条　本办法所称救助对象，是指流浪乞讨人员。"]


def test_a_question_that_one_place_answers_far_better_gets_that_alone(alone: Brain) -> None:
    assert alone.quotes("办法由谁负责解释？") == ["第四条　本办法由县民政局负责解释。"]


def test_an_explanation_tells_of_the_second_place(alone: Brain) -> None:
    second = alone.ask(ASKED).citations[1]
    lines = list(trace_told(alone.trace(ASKED)))
    assert any(one.startswith("同一文件里还引") and second.path[-1] in one for one in lines)
