"""Passages found -> the one candidate that answers best, complete as it would be shown."""

from collections.abc import Iterator
from itertools import chain

from chatbot.answering.candidate import Candidate
from chatbot.answering.candidates.alike import most_specific
from chatbot.answering.candidates.lists import announced, listed
from chatbot.answering.candidates.sections import sections_named
from chatbot.answering.candidates.sentences import sentences_found
from chatbot.answering.candidates.tables import rows_named
from chatbot.answering.candidates.widening import widen
from chatbot.answering.evidence.form import comprises
from chatbot.answering.evidence.likelihood import Weighed, strongest, weighed
from chatbot.answering.looking.retrieving import Found
from chatbot.answering.understanding.kinds import Kind
from chatbot.answering.understanding.question import Understood
from index.generation import Generation


def choose(understood: Understood, found: Found, generation: Generation) -> Weighed | None:
    """The strongest candidate with how likely it answers; None when nothing was found."""
    best = strongest(understood, found, candidates(understood, found, generation))
    if best is None:
        return None
    shown = completed(understood, found, best.candidate, generation)
    return weighed(understood, found, best, shown)


def candidates(understood: Understood, found: Found, generation: Generation) -> Iterator[Candidate]:
    """All that may be quoted from the passages found; the sentences come first.

    Sections are gathered only where one could win: each heading must be read for it.
    """
    several, subject = understood.wants_several, understood.asks_about_a_subject
    return chain(
        sentences_found(understood, found, generation),
        sections_named(found, generation) if subject or several else (),
        rows_named(found, generation) if several else (),
    )


def completed(
    understood: Understood, found: Found, candidate: Candidate, generation: Generation
) -> Candidate:
    """The candidate from the nearest document, with its list or its paragraph.

    Who asks for a list gets the whole of it, unless the sentence itself enumerates.
    """
    chosen = announced(most_specific(candidate, found, generation), generation)
    if understood.kind is Kind.LIST and not comprises(understood, chosen.words):
        chosen = listed(chosen, generation)
    return announced(widen(understood, chosen), generation)
