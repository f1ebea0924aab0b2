"""An attempt that is not sure -> what is said instead, and what is nearest to an answer."""

from dataclasses import replace

from chatbot.answering import replies
from chatbot.answering.answer import Answer, Outcome
from chatbot.answering.candidates.alike import told_once
from chatbot.answering.candidates.places import absent_wording
from chatbot.answering.choosing.attempting import Attempt
from chatbot.answering.choosing.choose import choose
from chatbot.answering.evidence.values import value_name
from chatbot.answering.looking.retrieving import missing_words
from chatbot.answering.parts import Reply, numbers
from chatbot.answering.turn import Turn, questions_on
from chatbot.answering.understanding.kinds import Kind
from chatbot.answering.weights import limit, weight
from index.chunking import Passage
from index.generation import Generation

_ABSENT = weight("grades", "absent")
_RELATED = limit("related")


def refuse(turn: Turn, best: Attempt) -> Answer:
    """What is missing, and what is perhaps meant, if the plans are on that at all."""
    missing = missing_words(best.found, turn.generation)
    subject = best if best.is_near else _of_subject(best, turn.generation)
    wording = absent_wording(best.understood, best.documents, turn.generation)
    is_near = bool(wording) or subject.is_near
    near = told_once(_nearest(best), turn.generation)[:_RELATED] if is_near else []
    related = turn.citer().cite_passages(near)
    said = _said(best, subject, wording, missing, turn.contact)
    return replace(
        turn.say(Outcome.NOT_FOUND, Reply(said, numbers(related))),
        missing=missing,
        related=related,
        suggestions=questions_on(one.path[-1] for one in related if one.path),
        context=best.understood.newest_followed,
    )


def _of_subject(best: Attempt, generation: Generation) -> Attempt:
    """The same passages for a question on the subject alone: perhaps only the value is lacking."""
    if best.understood.kind is Kind.WHAT:
        return best
    of_subject = replace(best.understood, kind=Kind.WHAT)
    return replace(best, best=choose(of_subject, best.found, generation))


def _said(
    best: Attempt, subject: Attempt, wording: str, missing: tuple[str, ...], contact: str
) -> str:
    """The place is covered by no plan, the wording stands in none, the value is missing, or all."""
    if best.found.regions:
        return replies.region_not_found(best.found.regions, contact)
    if wording:
        return replies.wording_not_found(wording, contact)
    if best.understood.asks_for_value and best.likely < _ABSENT and subject.is_sure:
        return replies.value_not_found(value_name(best.understood), contact)
    return replies.not_found(missing, contact)


def _nearest(best: Attempt) -> list[Passage]:
    """The candidate that was not sure enough, then the other passages found, best first."""
    passages = [hit.passage for hit in best.found.hits[: 2 * _RELATED]]
    candidate = best.candidate
    if candidate is None or candidate.hit is None:
        return passages
    own, said = candidate.hit.passage, candidate.quoted[0]
    others = [passage for passage in passages if passage != own]
    return [replace(own, path=candidate.section.path, span=said), *others]
