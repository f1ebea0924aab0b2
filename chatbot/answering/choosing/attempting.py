"""A question -> the attempt at an answer that is likeliest right, of all readings and routes."""

from dataclasses import dataclass
from functools import lru_cache

from chatbot.answering.candidate import Draft
from chatbot.answering.choosing.composing import compose
from chatbot.answering.evidence import gate
from chatbot.answering.looking.retrieving import Found, retrieve
from chatbot.answering.looking.routing import Ids, routes
from chatbot.answering.understanding.question import Question, Understood, continuing, understand
from index.generation import Generation

_SURELY = 0.5  # how likely what is not about the place asked of must answer to be shown

_CLEARLY = 0.3  # how much likelier another document must answer what goes on


@dataclass(frozen=True, slots=True)
class Attempt:
    """What one reading of a question finds in some documents, and how likely it answers (0 to 1).

    `documents` are those looked in, none for all.
    """

    understood: Understood
    documents: Ids
    found: Found
    draft: Draft | None
    likely: float

    @property
    def opens(self) -> bool:
        """Whether the draft may be shown as the answer; a place of no plan takes more."""
        needed = _SURELY if self.found.foreign else gate.fitted_gate().threshold
        return self.draft is not None and self.likely >= needed


def best_attempt(question: Question, generation: Generation) -> Attempt:
    """The question read by itself, or as going on with those before, whichever is likelier.

    A question that shows by its words that it goes on (那…呢) is only read so.
    """
    understood = understand(question, generation.tokenizer)
    alone = along_routes(understood, question.documents, generation)
    if not question.history:
        return alone
    if understood.follows:
        return _nearest(alone, question, generation)
    reading = continuing(understood, question, generation.tokenizer)
    together = _nearest(along_routes(reading, question.documents, generation), question, generation)
    return together if together.opens and together.likely > alone.likely else alone


def _nearest(wide: Attempt, question: Question, generation: Generation) -> Attempt:
    """What the document answers that the question before was answered from, if it does well.

    Who goes on asking means that document, unless another one answers clearly better.
    """
    if wide.documents:
        return wide
    asked = Question(question.history[-1], question.history[:-1], question.documents)
    before = best_attempt(asked, generation)
    if before.draft is None or not before.opens:
        return wide
    same = before.draft.document
    if wide.draft and wide.draft.document is same:
        return wide
    near = attempt(wide.understood, frozenset({same.id}), generation)
    return near if near.opens and near.likely >= wide.likely - _CLEARLY else wide


def along_routes(understood: Understood, chosen: Ids, generation: Generation) -> Attempt:
    """The first attempt that opens, from the documents meant to wider ones; else the first.

    What holds in a place without being about it must answer more surely to be its answer.
    """
    first, *wider = routes(understood, chosen, generation)
    nearest = attempt(understood, first, generation)
    others = (attempt(understood, documents, generation) for documents in wider)
    surely = (other for other in others if other.likely >= _SURELY)
    return nearest if nearest.opens else next(surely, nearest)


@lru_cache(maxsize=16)  # of one question: read again as going on, and when it is refused
def attempt(understood: Understood, documents: Ids, generation: Generation) -> Attempt:
    """What these documents say to a question, open or not."""
    found = retrieve(understood, documents, generation)
    draft = compose(understood, found, generation)
    return Attempt(understood, documents, found, draft, gate.likely(understood, found, draft))
