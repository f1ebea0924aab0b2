"""The story on one page: understand, look, gather, weigh, choose, cite, tell."""

from dataclasses import dataclass, replace

from chatbot.answering import replies
from chatbot.answering.answer import Answer, Outcome
from chatbot.answering.candidates.facts import FactMissing, find_fact
from chatbot.answering.candidates.places import absent_wording, standing_places
from chatbot.answering.choosing.attempting import Attempt, best_attempt
from chatbot.answering.choosing.nth_item import nth_item
from chatbot.answering.choosing.second_place import second_place
from chatbot.answering.choosing.topic_named import card_of, matter_named, topic_card
from chatbot.answering.parts import Places, Reply
from chatbot.answering.quoting import quote, quote_places, tell_fact, tell_topic
from chatbot.answering.refusing import lead_on, refuse
from chatbot.answering.trace import Trace
from chatbot.answering.turn import Turn
from chatbot.answering.understanding.kinds import Kind
from chatbot.answering.understanding.question import Question, Understood, understand
from chatbot.answering.understanding.respelling import respelled
from chatbot.answering.understanding.small_talk import (
    goes_on_for_help,
    is_rather_said,
    is_small_talk,
    is_unclear,
    may_be_left,
    perhaps_said,
    reply_to,
)
from index.language.tokens import fold
from index.served import Serving

_OF_DOCUMENTS = frozenset({Kind.METADATA, Kind.WORDING})


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
    """A fixed reply to what asks nothing of plans, else what they say; both, if in danger."""
    understood = understand(turn.question, turn.generation.tokenizer)
    before = fold(turn.question.history[-1]) if turn.question.history else ""
    if before and goes_on_for_help(understood.text, before):
        return _fixed(turn, replace(understood, text=before))
    is_empty = not (understood.words or understood.ordinal or understood.follows)
    if understood.kind is Kind.SMALL_TALK or is_empty:
        return _fixed(turn, understood)
    found = _found(turn, understood)
    perhaps = perhaps_said(understood.text)
    if not _tells(found.answer):
        return _fixed(turn, understood) if _is_rather_talk(found, understood, turn) else found
    if perhaps and perhaps.is_danger and turn.is_typed:
        return replace(found, answer=_below(perhaps.reply(turn.contact), found.answer))
    return found


def _tells(answer: Answer) -> bool:
    """Whether the plans say something: they answer, or a bare topic has its sections."""
    return answer.outcome is Outcome.ANSWERED or any(isinstance(p, Places) for p in answer.parts)


def _is_rather_talk(found: Trace, understood: Understood, turn: Turn) -> bool:
    """Whether what no plan answers was not asked of them: it uses none of their terms either."""
    text, likely = understood.text, found.attempt.likely if found.attempt else 1.0
    if understood.quoted or understood.kind in _OF_DOCUMENTS:
        return False
    has_term = any(term in text for term in turn.generation.user_words)
    return is_rather_said(text, likely, has_term=has_term)


def _fixed(turn: Turn, understood: Understood) -> Trace:
    """A fixed reply, without anything searched; that nothing was asked, when it is none."""
    text = understood.text
    if not (is_small_talk(text) or perhaps_said(text)):
        return Trace(turn.say(Outcome.UNCLEAR, Reply(replies.UNCLEAR)), understood)
    outcome = Outcome.UNCLEAR if is_unclear(text) else Outcome.SMALL_TALK
    reply = Reply(reply_to(text, turn.contact), may_be_left=may_be_left(text))
    said = turn.say(outcome, reply)
    return Trace(said, replace(understood, kind=Kind.SMALL_TALK))


def _found(turn: Turn, understood: Understood) -> Trace:
    """What the plans say, or that they do not say it."""
    question, generation = turn.question, turn.generation
    if item := nth_item(question, understood, generation):
        return Trace(quote(turn, understood, (item,)), understood, item=item)
    attempt = best_attempt(question, generation)
    found = (
        _of_documents(turn, attempt)
        or _on_topic(turn, attempt)
        or _of_plans(turn, attempt)
        or _of_documents(turn, attempt, is_last=True)
        or _meant(turn, attempt)
        or _on_what_is_named(turn, attempt)
    )
    return found or Trace(refuse(turn, attempt), attempt.understood, attempt)


def _of_documents(turn: Turn, attempt: Attempt, *, is_last: bool = False) -> Trace | None:
    """Where a wording stands, or a fact of a document; that none says it, as the last resort."""
    asked, documents = attempt.understood, attempt.documents
    if standing := standing_places(asked, documents, turn.generation):
        return Trace(quote_places(turn, standing), asked, attempt)
    fact = find_fact(asked, attempt.found, documents, turn.generation, turn.today)
    if fact is None or (isinstance(fact, FactMissing) and not (is_last or fact.is_final)):
        return None
    return Trace(tell_fact(turn, fact), asked, attempt)


def _on_topic(turn: Turn, attempt: Attempt) -> Trace | None:
    """The sections on it, when only a topic is named; unless the plans say surely what it is."""
    found = topic_card(attempt, turn.generation)
    return Trace(tell_topic(turn, found), attempt.understood, attempt) if found else None


def _on_what_is_named(turn: Turn, attempt: Attempt) -> Trace | None:
    """What is nearest to a matter that is only named, else the sections that mention it."""
    named = matter_named(attempt, turn.generation)
    if named is None:
        return None
    if attempt.is_near:
        return Trace(lead_on(turn, attempt, named.text), attempt.understood, attempt)
    found = card_of(named, attempt, turn.generation)
    return Trace(tell_topic(turn, found), attempt.understood, attempt) if found else None


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
