"""A question -> the attempt at an answer that is likeliest right, of all readings and routes."""

from dataclasses import dataclass, replace
from functools import lru_cache

from chatbot.answering.candidate import Candidate
from chatbot.answering.choosing.choose import choose
from chatbot.answering.evidence.likelihood import Weighed
from chatbot.answering.looking.retrieving import Found, retrieve
from chatbot.answering.looking.routing import Ids, routes
from chatbot.answering.understanding.question import Question, Understood, continuing, understand
from chatbot.answering.weights import weight
from index.generation import Generation

_SURE, _NEAR = weight("grades", "sure"), weight("grades", "near")
_CLEARLY = weight("grades", "same_document")


@dataclass(frozen=True, slots=True)
class Attempt:
    """What one reading of a question finds in some documents, and the best of it, weighed.

    `documents` are those looked in, none for all.
    """

    understood: Understood
    documents: Ids
    found: Found
    best: Weighed | None

    @property
    def candidate(self) -> Candidate | None:
        return self.best.candidate if self.best else None

    @property
    def likely(self) -> float:
        """How likely the best candidate answers, 0 to 1; 0 for none."""
        return self.best.likely if self.best else 0.0

    @property
    def is_sure(self) -> bool:
        """Whether the best candidate may be shown as the answer."""
        return self.likely >= _SURE

    @property
    def is_near(self) -> bool:
        """Whether what was found may be shown below a refusal."""
        return self.likely >= _NEAR


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
    return together if together.is_sure and together.likely > alone.likely else alone


def _nearest(wide: Attempt, question: Question, generation: Generation) -> Attempt:
    """What the document answers that the question before was answered from, if it does well.

    Who goes on asking means that document, unless another one answers clearly better.
    """
    if wide.documents:
        return wide
    asked = Question(question.history[-1], question.history[:-1], question.documents)
    before = best_attempt(asked, generation)
    if before.candidate is None or not before.is_sure:
        return wide
    same = before.candidate.document
    if wide.candidate and wide.candidate.document is same:
        return wide
    near = attempt(wide.understood, frozenset({same.id}), generation)
    return near if near.is_sure and near.likely >= wide.likely - _CLEARLY else wide


def along_routes(understood: Understood, chosen: Ids, generation: Generation) -> Attempt:
    """The first attempt that is sure, from the documents meant to wider ones; else the first."""
    first, *wider = routes(understood, chosen, generation)
    nearest = attempt(understood, first, generation)
    others = (attempt(understood, ids, generation, is_wider=True) for ids in wider)
    surely = (other for other in others if other.is_sure)
    return nearest if nearest.is_sure else next(surely, nearest)


@lru_cache(maxsize=16)  # of one question: read again as going on, and when it is refused
def attempt(
    understood: Understood, documents: Ids, generation: Generation, *, is_wider: bool = False
) -> Attempt:
    """What these documents say to a question, sure or not."""
    found = replace(retrieve(understood, documents, generation), is_wider=is_wider)
    return Attempt(understood, documents, found, choose(understood, found, generation))
