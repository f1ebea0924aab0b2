"""What says what is asked is likely enough to be shown, and its neighbours are not."""

from dataclasses import replace
from pathlib import Path

import pytest

from chatbot.answering.choosing.choose import candidates, choose
from chatbot.answering.evidence.likelihood import logistic, strongest
from chatbot.answering.looking.retrieving import Found
from chatbot.answering.understanding.kinds import Kind
from chatbot.answering.understanding.question import Understood
from chatbot.answering.weights import weight
from tests.chatbot.answering.brains import Brain, brain

TEXT = """云山市殡葬服务管理办法
第一章 总则
第一条 为了规范殡葬服务，保护群众权益，制定本办法。
第二章 收费
第二条 基本殡葬服务实行政府定价，遗体接运每次收费二百元。
第三条 公益性公墓每格收费不超过三千元，由市发展改革部门核定。
第三章 监督
本办法所称殡葬服务，是指遗体接运、火化和骨灰安葬。
第四条 市民政局每年开展两次检查，结果于十二月三十一日前公布。"""
NEAR = weight("grades", "near")


@pytest.fixture(scope="module")
def funerals(tmp_path_factory: pytest.TempPathFactory, built: Path) -> Brain:
    return brain(tmp_path_factory.mktemp("gate"), built, TEXT)


def is_sure(asked: str, on: Brain) -> bool:
    best = on.weigh(asked)
    return best is not None and best.likely >= weight("grades", "sure")


@pytest.mark.parametrize(
    "asked",
    [
        "遗体接运每次收费多少？",
        "公益性公墓每格收费多少钱？",
        "公益性公墓的收费由谁核定？",
        "殡葬服务的检查结果什么时候公布？",
    ],
)
def test_what_the_plan_says_is_sure(asked: str, funerals: Brain) -> None:
    assert is_sure(asked, funerals)


@pytest.mark.parametrize(
    "asked",
    ["婚姻登记要带什么材料？", "低保标准是多少？", "幼儿园什么时候开学？", "养老机构由谁备案？"],
)
def test_what_it_does_not_say_is_not(asked: str, funerals: Brain) -> None:
    assert not is_sure(asked, funerals)


def likely(understood: Understood, found: Found, on: Brain) -> float:
    best = choose(understood, found, on.generation)
    return best.likely if best else 0.0


def test_nothing_is_likely_without_passages_or_words(funerals: Brain) -> None:
    asked = "遗体接运每次收费多少？"
    found = funerals.retrieve(asked)
    assert likely(funerals.understand(asked), replace(found, hits=()), funerals) == 0
    assert likely(Understood("多少", Kind.AMOUNT, ()), found, funerals) < NEAR


def test_nothing_is_likely_of_a_place_that_no_plan_covers(funerals: Brain) -> None:
    asked = "遗体接运每次收费多少？"
    elsewhere = replace(funerals.retrieve(asked), regions=("北京",))
    assert likely(funerals.understand(asked), elsewhere, funerals) < NEAR


def test_what_holds_elsewhere_must_answer_more_surely(funerals: Brain) -> None:
    asked = "遗体接运每次收费多少？"
    found, understood = funerals.retrieve(asked), funerals.understand(asked)
    wider = likely(understood, replace(found, is_wider=True), funerals)
    assert wider < likely(understood, found, funerals)


def test_every_measure_keeps_within_its_bounds(funerals: Brain) -> None:
    for asked in ("收费多少？", "遗体接运每次收费多少？", "公墓由谁核定？", "办法的第三条说了什么"):
        best = funerals.weigh(asked)
        assert best
        measures = {**best.evidence, **best.choice}
        assert all(0 <= measures[name] <= 1 for name in measures if name != "margin"), measures
        assert -1 <= measures["margin"] <= 1


def test_a_sentence_that_defines_what_is_asked_has_the_form_of_an_answer(funerals: Brain) -> None:
    best = funerals.weigh("殡葬服务是什么意思？")
    assert best
    assert best.evidence["form"] > 0
    assert is_sure("殡葬服务是什么意思？", funerals)


def test_the_strongest_is_the_same_however_the_candidates_are_ordered(funerals: Brain) -> None:
    asked = "公益性公墓每格收费多少钱？"
    found, understood = funerals.retrieve(asked), funerals.understand(asked)
    among = list(candidates(understood, found, funerals.generation))
    one = strongest(understood, found, among)
    other = strongest(understood, found, reversed(among))
    assert one and other
    assert one.strength == other.strength
    assert one.candidate.words == other.candidate.words


def test_likelihood_is_the_logistic_function_of_log_odds() -> None:
    assert logistic(0) == 0.5
    assert logistic(2) == pytest.approx(1 - logistic(-2))
    assert logistic(1) > logistic(0) > logistic(-1)
