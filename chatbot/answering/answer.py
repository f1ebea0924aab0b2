"""Answer: what a person is told, and the words of the plans that prove it."""

from dataclasses import dataclass
from enum import Enum

from index.intake.documents import Document
from index.spans import Span


class Outcome(Enum):
    """How a question ended; errors are HTTP, not outcomes."""

    ANSWERED = "answered"
    NOT_FOUND = "not_found"
    UNCLEAR = "unclear"
    SMALL_TALK = "small_talk"


@dataclass(frozen=True, slots=True)
class Citation:
    """Words of a document and where they stand; `quote` is the cut of its text at `span`.

    `key` is the value asked for (a date, an amount, a number to call), else the sentence that
    answers when the quote is the whole paragraph around it.
    """

    number: int
    document: Document
    path: tuple[str, ...]
    span: Span
    quote: str
    key: Span | None = None

    def __post_init__(self) -> None:
        if self.key and not self.span.holds(self.key):
            raise ValueError("what answers stands in the quote")
        if self.span.cut(self.document.text) != self.quote:
            raise ValueError("a quote is exactly the words at its span")


@dataclass(frozen=True, slots=True)
class Answer:
    """The reply to one question. `text` holds fixed replies and quotes only, with [1] marks.

    `missing`: words of the question that no plan uses. `related`: the nearest passages when
    nothing answers. `suggestions`: questions that the plans do answer. `context`: the earlier
    question that this one was read as continuing, else "". `pin`: the number of the pin by which
    staff chose these words for this question, else 0.
    """

    id: str
    outcome: Outcome
    text: str
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
