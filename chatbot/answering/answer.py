"""Answer: what a person is told, and the words of the plans that prove it."""

from dataclasses import dataclass
from enum import Enum

from chatbot.answering.citing import Citation
from chatbot.answering.parts import Part, Reply, cited_by, rendered


class Outcome(Enum):
    """How a question ended; errors are HTTP, not outcomes."""

    ANSWERED = "answered"
    NOT_FOUND = "not_found"
    UNCLEAR = "unclear"
    SMALL_TALK = "small_talk"


@dataclass(frozen=True, slots=True)
class Answer:
    """The reply to one question: fixed replies and quotes only, in `parts`.

    `missing`: words of the question that no plan uses. `related`: the nearest passages when
    nothing answers. `suggestions`: questions that the plans do answer. `context`: the earlier
    question that this one was read as continuing, else "". `pin`: the number of the pin by which
    staff chose these words for this question, else 0.
    """

    id: str
    outcome: Outcome
    parts: tuple[Part, ...]
    generation: str
    citations: tuple[Citation, ...] = ()
    missing: tuple[str, ...] = ()
    related: tuple[Citation, ...] = ()
    suggestions: tuple[str, ...] = ()
    context: str = ""
    pin: int = 0

    def __post_init__(self) -> None:
        if (self.outcome is Outcome.ANSWERED) != bool(self.citations):
            raise ValueError("an answer is cited, and only an answer is cited")
        shown = {number for part in self.parts for number in cited_by(part)}
        if shown != {citation.number for citation in self.citations}:
            raise ValueError("what is cited is shown, and what is shown is cited")

    @property
    def may_be_left(self) -> bool:
        """Whether the question may be left for staff: it was refused, or asks for a person."""
        left = any(isinstance(part, Reply) and part.may_be_left for part in self.parts)
        return left or self.outcome is Outcome.NOT_FOUND

    @property
    def text(self) -> str:
        """What a person reads, with [1] marks behind the quotes."""
        return rendered(self.parts, self.citations)
