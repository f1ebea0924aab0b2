"""Unanswered questions are grouped by what they have in common, the most asked first."""

from chatbot.answering.answer import Outcome
from chatbot.records.asked.gaps import by_heading, by_missing_word
from chatbot.records.asked.reviewing import Asked, Under

DAY = "2026-01-02T03:04:05+00:00"
ELDERS = Under("p", ("四、任务", "(二)养老"))


def asked(question: str, times: int, missing: tuple[str, ...] = (), *under: Under) -> Asked:
    return Asked(question, times, DAY, DAY, Outcome.NOT_FOUND, missing, under)


QUESTIONS = (
    asked("津贴多少？", 2, ("津贴",), ELDERS, Under("p", ("五、保障",))),
    asked("高龄津贴？", 3, ("高龄", "津贴"), ELDERS),
    asked("怎么办？", 9),
)


def test_a_question_stands_in_the_group_of_each_word_it_lacks() -> None:
    groups = by_missing_word(QUESTIONS)
    assert [(gap.about, gap.times, len(gap.questions)) for gap in groups] == [
        ("津贴", 5, 2),
        ("高龄", 3, 1),
        (None, 9, 1),
    ]


def test_a_question_stands_under_its_nearest_heading_only() -> None:
    groups = by_heading(QUESTIONS)
    assert [(gap.about, gap.times) for gap in groups] == [(ELDERS, 5), (None, 9)]


def test_without_questions_there_are_no_groups() -> None:
    assert by_heading(()) == ()
    assert by_missing_word(()) == ()
