"""An explanation tells of the very answer that was given, and runs nothing again."""

from pathlib import Path

from chatbot.answering.answer import Outcome
from chatbot.answering.pipeline import Answerer
from chatbot.answering.understanding.question import Question
from chatbot.evaluation.judged import JudgedQuestion, read_questions
from chatbot.told.questions_told import OUTCOMES
from chatbot.told.trace_told import trace_told

GOLD = Path(__file__).resolve().parents[2] / "gold" / "questions.jsonl"


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
    lines = list(trace_told(answerer.trace(Question("大养老体系怎么建？"))))
    assert any("（covers）" in line and "×" in line for line in lines)
    assert any(line.startswith("选中") for line in lines)
