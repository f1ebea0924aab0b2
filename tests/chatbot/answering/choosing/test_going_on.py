"""A question that goes on with the one before is read with it, and one that does not is not."""

from pathlib import Path

import pytest

from chatbot.answering.choosing.attempting import best_attempt
from chatbot.answering.understanding.kinds import Kind
from chatbot.answering.understanding.question import Question
from tests.chatbot.answering.brains import Brain, brain

TEXT = """青河县长期护理保险办法
第一条　机构护理的费用限额为职工参保人员每人每天120元，居民参保人员每人每天60元。
第二条　评估机构应当自受理申请之日起十个工作日内作出结论。
第三条　对结论有异议的，可以自收到结论之日起五个工作日内申请复评。
第四条　用人单位应当按月缴费。
第五条　用人单位逾期不缴费的，由医疗保障部门责令限期缴纳，处欠缴数额一倍以上三倍以下罚款。"""


@pytest.fixture(scope="module")
def care(tmp_path_factory: pytest.TempPathFactory, built: Path) -> Brain:
    return brain(tmp_path_factory.mktemp("care"), built, TEXT)


def chosen(on: Brain, asked: str, *history: str) -> str:
    candidate = best_attempt(Question(asked, history), on.generation).candidate
    return candidate.words if candidate else ""


def test_who_only_names_another_subject_asks_the_same_of_it(care: Brain) -> None:
    before = "机构护理职工每天限额多少元？"
    attempt = best_attempt(Question("那居民呢", (before,)), care.generation)
    assert attempt.understood.kind is Kind.AMOUNT
    assert attempt.understood.asking.startswith("机构护理职工每天限额多少元")
    assert "居民参保人员每人每天60元" in chosen(care, "那居民呢", before)


def test_what_happens_otherwise_is_told_of_what_was_asked_before(care: Brain) -> None:
    assert "责令限期缴纳" in chosen(care, "不缴会怎么样", "用人单位应当怎么缴费？")


def test_a_question_of_its_own_is_read_by_itself(care: Brain) -> None:
    question = "评估机构几个工作日内作出结论？"
    attempt = best_attempt(Question(question, ("用人单位应当怎么缴费？",)), care.generation)
    assert attempt.understood.follows == ()


def test_what_no_plan_speaks_of_is_not_read_as_going_on(care: Brain) -> None:
    """Words carried over would answer for it."""
    attempt = best_attempt(Question("高铁什么时候通车", ("这个办法是谁定的？",)), care.generation)
    assert attempt.understood.follows == ()
    assert not attempt.is_sure


def test_a_bare_word_after_a_sum_asks_for_the_same_of_it(care: Brain) -> None:
    assert "居民参保人员每人每天60元" in care.quotes("机构护理职工每天限额多少元？", "居民")[0]
