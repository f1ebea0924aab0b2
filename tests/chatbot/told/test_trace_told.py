"""An explanation tells of the very answer that was given, and runs nothing again."""

import re
from pathlib import Path

import pytest

from chatbot.answering.answer import Outcome
from chatbot.answering.pipeline import Answerer
from chatbot.answering.understanding.question import Question
from chatbot.answering.weights import weight, weights
from chatbot.evaluation.judged import JudgedQuestion, read_questions
from chatbot.told.questions_told import OUTCOMES
from chatbot.told.trace_told import trace_told

GOLD = Path(__file__).resolve().parents[2] / "gold" / "questions.jsonl"
RIVAL = re.compile(r"候选 [\d.]+（([+-][\d.]+)）：")


def asked(judged: JudgedQuestion) -> Question:
    return Question(judged.turns[-1], judged.turns[:-1])


def test_every_explanation_ends_as_its_answer_does(answerer: Answerer) -> None:
    for judged in read_questions(GOLD):
        trace = answerer.trace(asked(judged))
        *_, last = trace_told(trace)
        assert trace.answer == answerer.answer(asked(judged))
        assert last == f"结果：{OUTCOMES[trace.answer.outcome]}", judged.turns


def test_what_is_told_to_be_likely_enough_is_what_was_answered(answerer: Answerer) -> None:
    for judged in read_questions(GOLD):
        trace = answerer.trace(asked(judged))
        verdict = next((one for one in trace_told(trace) if one.startswith("可能性")), "")
        if verdict.endswith("：够"):
            assert trace.answer.outcome is Outcome.ANSWERED, judged.turns


def test_each_rule_that_speaks_is_told_with_its_weight(answerer: Answerer) -> None:
    trace = answerer.trace(Question("大养老体系怎么建？"))
    assert trace.attempt and trace.attempt.best
    evidence, told = trace.attempt.best.evidence, [*trace_told(trace)]
    lines = [line for line in told if line.startswith("依据：")]
    weighing = weights("rules") | weights("fixed")
    assert len(lines) == sum(1 for measure in evidence.values() if measure) > 0
    for name, measure in evidence.items():
        own = [line for line in lines if f"（{name}）" in line]
        ends = f"{measure:.2f} × {weighing[name]:+.2f} = {measure * weighing[name]:+.2f}"
        assert [line.endswith(ends) for line in own] == ([True] if measure else [])


def test_what_the_rules_say_adds_up_to_the_strength_of_the_likeliest(answerer: Answerer) -> None:
    for judged in read_questions(GOLD):
        lines = list(trace_told(answerer.trace(asked(judged))))
        parts = [float(line.rpartition(" = ")[2]) for line in lines if line.startswith("依据：")]
        strengths = [float(found[1]) for line in lines if (found := RIVAL.match(line))]
        if strengths:
            assert sum(parts) == pytest.approx(strengths[0], abs=0.2), judged.turns
            assert strengths == sorted(strengths, reverse=True)


def test_the_strength_of_nothing_is_told_beside_the_candidates(answerer: Answerer) -> None:
    lines = list(trace_told(answerer.trace(Question("大养老体系怎么建？"))))
    assert f"都不答的分量：{weight('nothing', 'constant'):+.2f}" in lines
    assert any(line.startswith("选中") for line in lines)
    assert 1 < sum(line.startswith("候选 ") for line in lines) <= 3
