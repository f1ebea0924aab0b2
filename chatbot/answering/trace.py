"""Trace: what each step gave while a question was answered, kept for who doubts the answer."""

from dataclasses import dataclass

from chatbot.answering.answer import Answer, Outcome
from chatbot.answering.candidate import Candidate
from chatbot.answering.choosing.attempting import Attempt
from chatbot.answering.understanding.question import Understood


@dataclass(frozen=True, slots=True)
class Trace:
    """The answer and how it came about; what was not needed on the way is None or "".

    `understood` is the question as read by itself, `attempt` what the likeliest reading found,
    `item` the item of an earlier list that was meant, `second` the second place quoted,
    `respelled` the question that was meant instead.
    """

    answer: Answer
    understood: Understood | None = None
    attempt: Attempt | None = None
    item: Candidate | None = None
    second: Candidate | None = None
    respelled: str = ""

    @property
    def outcome(self) -> Outcome:
        return self.answer.outcome
