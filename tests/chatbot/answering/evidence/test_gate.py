"""The gate opens for a draft that says what is asked, and stays shut for its neighbours."""

from dataclasses import replace
from math import exp
from pathlib import Path

import pytest

from chatbot.answering.evidence.gate import Gate, fitted_gate, likely
from chatbot.answering.evidence.ranking import Features, features
from chatbot.answering.understanding.question import Kind, Understood
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
NOTHING = Features(0, 0, 0, -1, 0, 0)
ALL = Features(1, 1, 1, 1, 1, 1)


@pytest.fixture(scope="module")
def funerals(tmp_path_factory: pytest.TempPathFactory, built: Path) -> Brain:
    return brain(tmp_path_factory.mktemp("gate"), built, TEXT)


def is_open(asked: str, on: Brain) -> bool:
    evidence = likely(on.understand(asked), on.retrieve(asked), on.draft(asked))
    return evidence >= fitted_gate().threshold


@pytest.mark.parametrize(
    "asked",
    [
        "遗体接运每次收费多少？",
        "公益性公墓每格收费多少钱？",
        "公益性公墓的收费由谁核定？",
        "殡葬服务的检查结果什么时候公布？",
    ],
)
def test_the_gate_opens_for_what_the_plan_says(asked: str, funerals: Brain) -> None:
    assert is_open(asked, funerals)


@pytest.mark.parametrize(
    "asked",
    ["婚姻登记要带什么材料？", "低保标准是多少？", "幼儿园什么时候开学？", "养老机构由谁备案？"],
)
def test_the_gate_stays_shut_for_what_it_does_not(asked: str, funerals: Brain) -> None:
    assert not is_open(asked, funerals)


def test_the_gate_stays_shut_without_a_draft_or_words(funerals: Brain) -> None:
    asked = "遗体接运每次收费多少？"
    found, draft = funerals.retrieve(asked), funerals.draft(asked)
    assert likely(funerals.understand(asked), found, None) == 0
    assert likely(Understood("多少", Kind.AMOUNT, ()), found, draft) == 0


def test_the_gate_stays_shut_for_a_place_that_no_plan_covers(funerals: Brain) -> None:
    asked = "遗体接运每次收费多少？"
    elsewhere = replace(funerals.retrieve(asked), regions=("北京",))
    assert likely(funerals.understand(asked), elsewhere, funerals.draft(asked)) == 0


def test_every_feature_keeps_within_its_bounds(funerals: Brain) -> None:
    for asked in ("收费多少？", "遗体接运每次收费多少？", "公墓由谁核定？", "办法的第三条说了什么"):
        draft = funerals.draft(asked)
        if draft:
            evidence = features(funerals.understand(asked), funerals.retrieve(asked), draft)
            assert all(-1 <= value <= 1 for value in evidence.vector()), evidence
            assert min(evidence.coverage, evidence.evidence, evidence.score) >= 0


def test_a_sentence_that_defines_what_is_asked_has_the_form_of_an_answer(funerals: Brain) -> None:
    asked = "殡葬服务是什么意思？"
    draft = funerals.draft(asked)
    assert draft
    evidence = features(funerals.understand(asked), funerals.retrieve(asked), draft)
    assert evidence.form > 0
    assert is_open(asked, funerals)


def test_the_probability_is_the_logistic_function_of_the_weighed_features() -> None:
    weights = {name: float(place) for place, name in enumerate(Features.names())}
    gate = Gate(0.5, -1.0, weights)
    evidence = Features(0.5, 0.25, 0.5, -1, 0, 0)
    assert gate.probability(evidence) == pytest.approx(1 / (1 + exp(1 - (0.25 + 1 - 3))))
    assert Gate(0.5, 0.0, dict.fromkeys(weights, 0.0)).probability(evidence) == 0.5


def test_the_fitted_gate_knows_every_feature_and_prefers_evidence_to_none() -> None:
    gate = fitted_gate()
    assert set(gate.weights) == set(Features.names())
    assert 0 < gate.threshold < 1
    assert gate.probability(ALL) > gate.threshold > gate.probability(NOTHING)
