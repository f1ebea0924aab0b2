"""Guide: what staff advise to do next on a topic, and the words by which it is asked for."""

from dataclasses import dataclass
from datetime import date

from chatbot.answering.parts import Guidance


@dataclass(frozen=True, slots=True)
class Guide:
    """`topics` are what people call the matter, the first being its name in `guidance`.

    `number` is 0 until it is kept; whoever changes a guide makes another, with another number.
    """

    number: int
    topics: tuple[str, ...]
    guidance: Guidance

    def __post_init__(self) -> None:
        if self.topics[:1] != (self.guidance.topic,):
            raise ValueError("a guide is named by the first of its topics")

    def holds_on(self, day: date) -> bool:
        """Whether it is still known to be right."""
        return day.isoformat() <= self.guidance.until
