"""Turn: one question being answered from one generation, and how what is said becomes an Answer."""

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from chatbot.answering import replies
from chatbot.answering.answer import Answer, Outcome
from chatbot.answering.citing import Citation, Citer, TextNow
from chatbot.answering.parts import Part
from chatbot.answering.understanding.question import Question
from chatbot.answering.weights import limit
from chatbot.beijing_time import today_in_china
from index.generation import Generation
from index.outlining.markers import bare

_ONLY_A_NUMBER = re.compile("第[一二三四五六七八九十百零\\d]+[条款项章节]")
_RELATED = limit("related")
_A_WORD, _A_HEADING = limit("word_asked"), limit("heading_asked")


@dataclass(frozen=True, slots=True)
class Turn:
    """A question put to a generation; `is_typed` until its words are read as others.

    `contact` is where to ask further, `text_now` gives a document's text as it lies on disk.
    """

    question: Question
    generation: Generation
    contact: str
    text_now: TextNow
    is_typed: bool = True
    today: date = field(default_factory=today_in_china)

    def citer(self) -> Citer:
        return Citer(self.generation, self.text_now)

    def say(self, outcome: Outcome, *parts: Part, citations: tuple[Citation, ...] = ()) -> Answer:
        """The answer to this question, with the id by which it can be replayed."""
        return Answer(self.id, outcome, parts, self.generation.id, citations)

    @property
    def id(self) -> str:
        """A hash of all that the answer depends on."""
        asked = [
            self.question.text,
            self.question.history,
            sorted(self.question.documents),
            self.generation.id,
            self.contact,
            self.today.isoformat(),
        ]
        return hashlib.sha256(json.dumps(asked).encode()).hexdigest()[:24]


def questions_on(headings: Iterable[str]) -> tuple[str, ...]:
    """A question on each heading that names a thing in few words (第十三条 names none), a few."""
    names = dict.fromkeys(bare(heading) for heading in headings)
    told = (name for name in names if not _ONLY_A_NUMBER.fullmatch(name))
    asked = [name for name in told if _A_WORD <= len(name) <= _A_HEADING]
    return tuple(replies.suggestion(name) for name in asked[:_RELATED])
