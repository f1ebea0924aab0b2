"""An attempt that is not sure -> what is said instead, and what is nearest to an answer."""

import re
from dataclasses import replace

from chatbot.answering import replies
from chatbot.answering.answer import Answer, Outcome
from chatbot.answering.candidate import Candidate
from chatbot.answering.candidates.alike import told_once
from chatbot.answering.candidates.on_topic import card
from chatbot.answering.candidates.outlines import matters
from chatbot.answering.candidates.places import absent_wording
from chatbot.answering.choosing.attempting import Attempt
from chatbot.answering.citing import Citation
from chatbot.answering.evidence.values import value_name
from chatbot.answering.looking.retrieving import missing_words
from chatbot.answering.parts import Reply, numbers
from chatbot.answering.turn import Turn, questions_on
from chatbot.answering.understanding.topics import Topic
from chatbot.answering.weights import limit, weight
from index.chunking import Passage
from index.generation import Generation
from index.language.lexicon import words
from index.spans import Span

_RELATED, _TOGETHER = limit("related"), limit("related_together")
_MISSING, _THING = limit("missing_told"), weight("words", "missing_thing")
_SCRAP = re.compile(
    "^[有没办吃去来要想能不会给拿领在把被让我你他她怎每]|[了的过着]$|[一二两三四五六七八九十百几]"
)
_MOST = 2 * _RELATED  # some say the same and are told once


def refuse(turn: Turn, best: Attempt) -> Answer:
    """What is missing, and what is perhaps meant, if the plans are on that at all."""
    missing = _told(missing_words(best.found, turn.generation), turn.generation)
    wording = absent_wording(best.understood, best.documents, turn.generation)
    near = told_once(_nearest(best), turn.generation)[:_RELATED] if wording or best.is_near else []
    related = turn.citer().cite_passages(near)
    said = _said(best, wording, missing, turn.contact, is_near=bool(related))
    return replace(
        turn.say(Outcome.NOT_FOUND, Reply(said, numbers(related))),
        missing=missing,
        related=related,
        suggestions=_ways_on(turn, best, related),
        context=best.understood.newest_followed,
    )


def lead_on(turn: Turn, best: Attempt, topic: str) -> Answer:
    """What is nearest to a matter that is only named: nothing was asked, so nothing is refused."""
    nearest = refuse(turn, best)
    said = Reply(replies.nearest_to(topic), numbers(nearest.related))
    return replace(nearest, outcome=Outcome.UNCLEAR, parts=(said,), missing=())


def _ways_on(turn: Turn, best: Attempt, related: tuple[Citation, ...]) -> tuple[str, ...]:
    """Questions on what stands below, else on sections with a word of the question, else chapters.

    A refusal is never the end: there is always something to press.
    """
    generation = turn.generation
    if near := questions_on(one.path[-1] for one in related if one.path):
        return near
    words = sorted(best.found.own_coverage.weighed, key=lambda one: -one.weight)
    topics = (Topic(one.word.text, (one.word.text,), is_bare=True) for one in words[:_RELATED])
    cards = filter(None, (card(topic, best.documents, generation) for topic in topics))
    headings = (one.section.path[-1] for found in cards for one in found.shown)
    return questions_on(headings) or questions_on(
        heading for one in generation.documents for heading in matters(one, generation)
    )


def _told(missing: tuple[str, ...], generation: Generation) -> tuple[str, ...]:
    """The missing words that tell a person something: things, and no scraps of a sentence."""
    rarity, is_listed = generation.tokenizer.rarity, generation.tokenizer.is_listed
    telling = (
        word
        for word in missing
        if not (_SCRAP.search(word) or word in words("asides.txt"))
        and (rarity(word) >= _THING or not is_listed(word))
    )
    return tuple(telling)[:_MISSING]


def _said(
    best: Attempt, wording: str, missing: tuple[str, ...], contact: str, *, is_near: bool
) -> str:
    """The place is covered by no plan, the wording stands in none, the value is missing, or all."""
    if best.found.regions:
        return replies.region_not_found(best.found.regions, contact)
    if wording:
        return replies.wording_not_found(wording, contact)
    if best.is_near and best.best and best.best.evidence["value_missing"]:
        return replies.value_not_found(value_name(best.understood), contact)
    return replies.not_found(missing, contact, is_near=is_near)


def _nearest(best: Attempt) -> list[Passage]:
    """What is likeliest to answer, as much as is read at a glance: a list whole, else sentences."""
    choice = best.best
    if choice is None:
        return []
    near: list[Passage] = []
    left = _TOGETHER
    for candidate in (choice.candidate, *(rival.candidate for rival in choice.ranked)):
        said = _as_one(candidate)
        here = [one.span for one in near if one.document_id == candidate.document.id]
        if candidate.hit is None or any(said.meets(other) for other in here) or len(said) > left:
            continue
        passage = candidate.hit.passage
        near.append(
            replace(
                passage,
                document_id=candidate.document.id,
                path=candidate.path,
                span=said,
            )
        )
        left -= len(said)
        if len(near) == _MOST:
            break
    return near


def _as_one(candidate: Candidate) -> Span:
    """All that a list quotes, from what announces it to its last item; else the first words."""
    if not candidate.is_list:
        return candidate.spans[0]
    starts, ends = zip(*((span.start, span.end) for span in candidate.quoted), strict=True)
    return Span(min(starts), max(ends))
