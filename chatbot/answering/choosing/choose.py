"""Passages found -> the one candidate that answers best, complete as it would be shown."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from chatbot.answering.candidate import Candidate
from chatbot.answering.candidates.alike import most_specific
from chatbot.answering.candidates.lists import announced, introduced, listed
from chatbot.answering.candidates.sections import sections_named
from chatbot.answering.candidates.sentences import sentences_found
from chatbot.answering.candidates.tables import rows_named
from chatbot.answering.candidates.widening import widen
from chatbot.answering.evidence.form import comprises
from chatbot.answering.evidence.likelihood import Weighed, evidence_for, ranked
from chatbot.answering.looking.retrieving import Found
from chatbot.answering.understanding.kinds import Kind
from chatbot.answering.understanding.question import Understood
from index.generation import Generation


@dataclass(frozen=True, slots=True)
class Choice:
    """What is shown, how likely it answers, and the evidence for it (rule -> measure).

    `ranked` are all candidates, the likeliest first. What is shown is as likely as all of them
    together that it quotes: a paragraph answers when one of its sentences does.
    """

    candidate: Candidate
    likely: float
    evidence: Mapping[str, float]
    ranked: tuple[Weighed, ...]


def choose(understood: Understood, found: Found, generation: Generation) -> Choice | None:
    """The likeliest candidate, complete; None when nothing was found."""
    rivals = ranked(understood, found, candidates(understood, found, generation))
    if not rivals:
        return None
    best = rivals[0].candidate
    shown = completed(understood, found, best, generation)
    evidence = evidence_for(understood, found, best)
    return Choice(shown, likely_within(shown, best, rivals), evidence, rivals)


def likely_within(shown: Candidate, chosen: Candidate, rivals: tuple[Weighed, ...]) -> float:
    """How likely what is shown answers: the sum over the candidates whose words it quotes."""
    return sum(
        rival.likely
        for rival in rivals
        if rival.candidate is chosen
        or (rival.candidate.document is shown.document and _quotes(shown, rival.candidate))
    )


def _quotes(shown: Candidate, other: Candidate) -> bool:
    return all(any(span.holds(part) for span in shown.quoted) for part in other.quoted)


def candidates(understood: Understood, found: Found, generation: Generation) -> Iterator[Candidate]:
    """All that may be quoted from the passages found, each once; the sentences come first.

    Sections are gathered only where one could win: each heading must be read for it.
    """
    several, subject = understood.wants_several, understood.asks_about_a_subject
    every = chain(
        sentences_found(understood, found, generation),
        sections_named(found, generation) if subject or several else (),
        rows_named(found, generation) if several else (),
    )
    said = set[tuple[str, str]]()
    for candidate in every:
        words = (candidate.document.id, candidate.words)
        if words not in said or candidate.named:
            said.add(words)
            yield candidate


def completed(
    understood: Understood, found: Found, candidate: Candidate, generation: Generation
) -> Candidate:
    """The candidate from the nearest document, with its list or its paragraph.

    Who asks for a list gets the whole of it, unless the sentence itself enumerates.
    """
    chosen = announced(most_specific(candidate, found, generation), generation)
    if understood.kind is Kind.LIST and not comprises(understood, chosen.words):
        chosen = listed(chosen, generation)
    whole = announced(widen(understood, chosen), generation)
    alone = understood.kind is Kind.WORDING or understood.asks_for_value
    return whole if alone else introduced(whole, generation)
