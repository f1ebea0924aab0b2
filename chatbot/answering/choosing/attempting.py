"""A question -> the attempt at an answer that is likeliest right, of all readings of it."""

from dataclasses import dataclass, replace
from functools import lru_cache

from chatbot.answering.candidate import Candidate
from chatbot.answering.choosing.choose import Choice, choose
from chatbot.answering.looking.retrieving import Found, retrieve
from chatbot.answering.looking.routing import Ids
from chatbot.answering.understanding.question import Question, Understood, continuing, understand
from chatbot.answering.weights import weight
from index.generation import Generation
from index.language.synonyms import OwnWords, own_words

_SURE, _NEAR = weight("grades", "sure"), weight("grades", "near")
_MUCH = weight("grades", "going_on")


@dataclass(frozen=True, slots=True)
class Attempt:
    """What one reading of a question finds, and the best of it, weighed.

    `documents` are those picked by the person, none for all.
    """

    understood: Understood
    documents: Ids
    found: Found
    best: Choice | None

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

    @property
    def says_what_is_asked(self) -> bool:
        """Whether the best candidate has any of the question's own words, beyond those before."""
        return self.best is not None and self.best.evidence["covered"] > 0

    def says_as(self, other: "Attempt") -> bool:
        """Whether both would quote the same words."""
        ours, theirs = self.candidate, other.candidate
        if ours is None or theirs is None:
            return ours is theirs
        return ours.document is theirs.document and ours.quoted == theirs.quoted


def best_attempt(question: Question, generation: Generation) -> Attempt:
    """The question read by itself, or as going on with those before, whichever is likelier.

    A question that shows by its words that it goes on (那…呢) is only read so.
    """
    understood = understand(question, generation.tokenizer)
    if not question.history:
        return attempt(understood, question.documents, generation)
    before = _answered_before(question, generation)
    if understood.follows:
        return attempt(understood, question.documents, generation, before)
    alone = attempt(understood, question.documents, generation)
    reading = continuing(understood, question, generation.tokenizer)
    together = attempt(reading, question.documents, generation, before)
    if alone.is_sure and alone.says_as(together):
        return alone
    much = 1.0 if together.is_sure else _MUCH
    is_better = together.says_what_is_asked and together.likely > much * alone.likely
    return together if is_better else alone


def _answered_before(question: Question, generation: Generation) -> Candidate | None:
    """What the question before was answered with, or what stood nearest; None for neither."""
    asked = Question(question.history[-1], question.history[:-1], question.documents)
    before = best_attempt(asked, generation)
    return before.candidate if before.is_near else None


def attempt(
    understood: Understood,
    documents: Ids,
    generation: Generation,
    before: Candidate | None = None,
) -> Attempt:
    """What these documents say to a question, sure or not; `before` answered the one before."""
    return _attempt(understood, documents, generation, before, own_words())


@lru_cache(maxsize=16)  # of one question: read again as going on, and when it is refused
def _attempt(
    understood: Understood,
    documents: Ids,
    generation: Generation,
    before: Candidate | None,
    _: OwnWords,
) -> Attempt:
    found = replace(retrieve(understood, documents, generation), before=before)
    return Attempt(understood, documents, found, choose(understood, found, generation))
