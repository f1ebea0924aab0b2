"""Each question gives a draft to learn from, and one found without the plan that answers it."""

from pathlib import Path

import pytest

from chatbot.evaluation.examples import examples, heading_examples
from chatbot.evaluation.fitting import Example
from chatbot.evaluation.judged import JudgedQuestion
from index.build import build_generation
from index.generation import Generation
from tests.index.written import plan

BURIAL = """云山市公墓管理办法
一、收费
公益性公墓每格收费不超过三千元。
二、监督
市民政局每年检查两次。"""
HOMES = """云山市养老机构管理办法
一、收费
养老机构每月收费不超过两千元。
二、检查
每年开展两次消防演练。"""


@pytest.fixture(scope="module")
def shelf(built: Path) -> Generation:
    documents = (
        plan(BURIAL, "云山市公墓管理办法", "burial"),
        plan(HOMES, "云山市养老机构管理办法", "homes"),
    )
    return build_generation(documents, cache_folder=built / "cache")


def judged(
    text: str, document: str = "", evidence: tuple[str, ...] = (), kind: str = "amount"
) -> JudgedQuestion:
    return JudgedQuestion(text, kind, (text,), bool(evidence), document, evidence)


def of(shelf: Generation, question: JudgedQuestion) -> list[Example]:
    return list(examples(shelf, (question,)))


def test_a_right_draft_is_an_example_to_answer_and_its_neighbour_is_none(shelf: Generation) -> None:
    evidence = ("公益性公墓每格收费不超过三千元。",)
    here, elsewhere = of(shelf, judged("公益性公墓每格收费多少元？", "burial", evidence))
    assert (here.answers, here.answerable) == (True, True)
    assert (elsewhere.answers, elsewhere.answerable) == (False, False)
    assert here.evidence["coverage"] > elsewhere.evidence["coverage"]


def test_a_draft_without_the_evidence_is_wrong_though_the_question_can_be_answered(
    shelf: Generation,
) -> None:
    here, *_ = of(shelf, judged("公益性公墓每格收费多少元？", "burial", ("另有规定的除外。",)))
    assert (here.answers, here.answerable) == (False, True)


def test_a_question_that_nothing_answers_gives_a_wrong_example_once(shelf: Generation) -> None:
    (found,) = of(shelf, judged("养老机构每年组织几次旅游？"))
    assert (found.answers, found.answerable) == (False, False)


@pytest.mark.parametrize("text", ["你好", "公墓管理办法什么时候施行？", "是什么"])
def test_what_the_gate_is_never_asked_gives_no_example(shelf: Generation, text: str) -> None:
    assert of(shelf, judged(text, "burial")) == []


def test_a_question_on_a_heading_is_right_when_its_section_answers(shelf: Generation) -> None:
    found = list(heading_examples(shelf))
    assert found
    assert all(example.answerable for example in found)
    assert any(example.answers for example in found)
