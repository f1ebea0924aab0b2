"""The story on one page: understand, look, gather, weigh, choose, cite, tell."""

from dataclasses import dataclass, replace

from chatbot.answering import replies
from chatbot.answering.answer import Answer, Outcome
from chatbot.answering.candidates.facts import find_fact
from chatbot.answering.candidates.places import absent_wording, standing_places
from chatbot.answering.choosing.attempting import Attempt, best_attempt
from chatbot.answering.choosing.nth_item import nth_item
from chatbot.answering.choosing.second_place import second_place
from chatbot.answering.parts import Reply
from chatbot.answering.quoting import quote, quote_fact, quote_places
from chatbot.answering.refusing import refuse
from chatbot.answering.trace import Trace
from chatbot.answering.turn import Turn
from chatbot.answering.understanding.kinds import Kind
from chatbot.answering.understanding.question import Question, understand
from chatbot.answering.understanding.respelling import respelled
from chatbot.answering.understanding.small_talk import reply_to
from index.served import Serving


@dataclass(frozen=True, slots=True)
class Answerer:
    """Answers questions from a shelf; the same question to the same generation, the same bytes."""

    shelf: Serving
    contact: str = ""

    def answer(self, question: Question) -> Answer:
        """The answer to a question; raises IndexNotBuilt or GenerationDamaged."""
        return self.trace(question).answer

    def trace(self, question: Question) -> Trace:
        """The answer, and what each step on the way to it gave."""
        turn = Turn(question, self.shelf.current(), self.contact, self.shelf.text_now)
        return _trace(turn)


def _trace(turn: Turn) -> Trace:
    question, generation = turn.question, turn.generation
    understood = understand(question, generation.tokenizer)
    if understood.kind is Kind.SMALL_TALK:
        said = Reply(reply_to(understood.text, turn.contact))
        return Trace(turn.say(Outcome.SMALL_TALK, said), understood)
    if not (understood.words or understood.ordinal or understood.follows):
        return Trace(turn.say(Outcome.UNCLEAR, Reply(replies.UNCLEAR)), understood)
    if item := nth_item(question, understood, generation):
        return Trace(quote(turn, understood, (item,)), understood, item=item)
    attempt = best_attempt(question, generation)
    found = _of_documents(turn, attempt) or _of_plans(turn, attempt) or _meant(turn, attempt)
    return found or Trace(refuse(turn, attempt), attempt.understood, attempt)


def _of_documents(turn: Turn, attempt: Attempt) -> Trace | None:
    """Where a wording stands, or a fact of the catalogue, when that is what is asked."""
    asked, documents = attempt.understood, attempt.documents
    if standing := standing_places(asked, documents, turn.generation):
        return Trace(quote_places(turn, standing), asked, attempt)
    fact = find_fact(asked, attempt.found, documents, turn.generation)
    return Trace(quote_fact(turn, fact), asked, attempt) if fact else None


def _of_plans(turn: Turn, attempt: Attempt) -> Trace | None:
    """What the plans say, when that is sure; said first, if they are the whole country's."""
    if attempt.candidate is None or not attempt.is_sure:
        return None
    if absent_wording(attempt.understood, attempt.documents, turn.generation):
        return None
    second = second_place(attempt)
    places = (attempt.candidate, second) if second else (attempt.candidate,)
    answer = quote(turn, attempt.understood, places)
    if attempt.found.foreign:
        answer = _below(replies.national(attempt.found.foreign), answer)
    return Trace(answer, attempt.understood, attempt, second=second)


def _meant(turn: Turn, attempt: Attempt) -> Trace | None:
    """The answer to what was meant, when words were typed for others that sound alike."""
    meant = respelled(turn.question.text, turn.generation)
    if not meant or attempt.found.regions or not turn.is_typed:
        return None
    trace = _trace(replace(turn, question=replace(turn.question, text=meant), is_typed=False))
    if trace.answer.outcome is not Outcome.ANSWERED:
        return None
    answer = replace(_below(replies.meant(meant), trace.answer), id=turn.id)
    return replace(trace, answer=answer, respelled=meant)


def _below(said: str, answer: Answer) -> Answer:
    """An answer with a fixed sentence above it."""
    return replace(answer, parts=(Reply(said), *answer.parts))
