"""A question that staff have pinned a passage to -> that passage, checked and cited once more."""

import hashlib
import json
import logging
from collections.abc import Callable
from dataclasses import dataclass

from chatbot.answering.answer import Answer, Outcome
from chatbot.answering.citing import Citation, Citer
from chatbot.answering.parts import Quote
from chatbot.answering.pins.pin import Pin, path_above
from chatbot.answering.understanding.question import Question, understand
from chatbot.answering.understanding.sameness import Content, content
from chatbot.answering.understanding.small_talk import is_small_talk
from index.generation import Generation
from index.language.tokens import fold
from index.served import Serving

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Known:
    """The pins of one moment by the content of the questions they answer in one generation."""

    generation: str
    pins: tuple[Pin, ...]
    by_content: dict[Content, Pin]


class PinnedAnswers:
    """Answers the questions of the pins that `pins` gives; many threads may ask at once."""

    def __init__(self, shelf: Serving, pins: Callable[[], tuple[Pin, ...]]) -> None:
        self._shelf = shelf
        self._pins = pins
        self._known: _Known | None = None

    def answer(self, question: Question) -> Answer | None:
        """The pinned answer; None when nothing is pinned to this very question."""
        pins = self._pins()
        if not pins:
            return None
        if is_small_talk(fold(question.text)):
            return None  # who is in danger is told whom to call, whatever is pinned
        generation = self._shelf.current()
        asked = content(question.text, generation.tokenizer)
        pin = self._by_content(pins, generation).get(asked)
        if pin is None or (question.documents and pin.document not in question.documents):
            return None
        if question.history and understand(question, generation.tokenizer).follows:
            return None  # “那残疾人呢” after another question is another question
        return self.tell(pin, question)

    def tell(self, pin: Pin, question: Question) -> Answer | None:
        """The words of a pin as the answer; None, and a line in the log, when they are no more."""
        generation = self._shelf.current()
        document = generation.document(pin.document)
        if document is None or not pin.stands_in(document):
            _log.error("指定答复 %s 号的原文与现在的文件对不上，没有采用", pin.number)
            return None
        path = path_above(pin.span, generation.sections(document.id))
        citer = Citer(generation, self._shelf.text_now)
        citations: tuple[Citation, ...] = citer.cite(document, path, (pin.span,))
        return Answer(
            _id(pin, question, generation),
            Outcome.ANSWERED,
            (Quote((1,)),),
            generation.id,
            citations,
            pin=pin.number,
        )

    def _by_content(self, pins: tuple[Pin, ...], generation: Generation) -> dict[Content, Pin]:
        """Made once for these pins and this generation; of two pins to one question, the older."""
        known = self._known
        if known is None or known.pins is not pins or known.generation != generation.id:
            found: dict[Content, Pin] = {}
            for pin in pins:
                for wording in pin.wordings:
                    found.setdefault(content(wording, generation.tokenizer), pin)
            known = self._known = _Known(generation.id, pins, found)
        return known.by_content


def _id(pin: Pin, question: Question, generation: Generation) -> str:
    """Another pin, or none, is another answer."""
    asked = [question.text, question.history, sorted(question.documents), generation.id]
    told = [pin.number, pin.span.start, pin.span.end]
    return hashlib.sha256(json.dumps([*asked, "pin", *told]).encode()).hexdigest()[:24]
