"""A question -> the attempt at an answer that is likeliest right, of all readings and routes."""

from dataclasses import dataclass

from chatbot.answering import gate
from chatbot.answering.composing import compose
from chatbot.answering.draft import Draft
from chatbot.answering.question import Question, Understood, continuing, understand
from chatbot.answering.retrieving import Found, retrieve
from chatbot.answering.routing import Ids, routes
from index.build import Generation

_SURELY = 0.5  # how likely what is not about the place asked of must answer to be shown


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
    if understood.follows or not question.history:
        return alone
    reading = continuing(understood, question, generation.tokenizer)
    together = along_routes(reading, question.documents, generation)
    return together if together.opens and together.likely > alone.likely else alone


def along_routes(understood: Understood, chosen: Ids, generation: Generation) -> Attempt:
    """The first attempt that opens, from the documents meant to wider ones; else the first.

    What holds in a place without being about it must answer more surely to be its answer.
    """
    first, *wider = routes(understood, chosen, generation)
    nearest = attempt(understood, first, generation)
    others = (attempt(understood, documents, generation) for documents in wider)
    surely = (other for other in others if other.likely >= _SURELY)
    return nearest if nearest.opens else next(surely, nearest)


def attempt(understood: Understood, documents: Ids, generation: Generation) -> Attempt:
    """What these documents say to a question, open or not."""
    found = retrieve(understood, documents, generation)
    draft = compose(understood, found, generation)
    return Attempt(understood, documents, found, draft, gate.likely(understood, found, draft))
