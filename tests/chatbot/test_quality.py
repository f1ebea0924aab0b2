"""On the two real plans the answers are right often enough, and verbatim always."""

from pathlib import Path

from chatbot.evaluation.judged import read_questions
from chatbot.evaluation.measures import judge_all, measure
from tests.chatbot.conftest import Ask

GOLD = Path(__file__).resolve().parents[1] / "gold" / "questions.jsonl"
LEAST_RIGHT = 0.80


def test_most_judged_questions_are_answered_right_and_every_quote_is_verbatim(ask: Ask) -> None:
    judged = judge_all(read_questions(GOLD), lambda turns: ask(*turns))
    measures = measure(judged)
    wrong = [(one.question.id, one.question.turns[-1]) for one in judged if not one.right]
    right = measures["right"]
    assert isinstance(right, float)
    assert right >= LEAST_RIGHT, wrong
    assert measures["verbatim"] == 1.0
    assert measures["quotes"] != 0
