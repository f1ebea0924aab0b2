"""An attempt that answers -> the other place in the same document that answers nearly as surely.

A rule and its exception, a duty and its deadline often stand apart; one sentence is then half of
the answer, or the wrong half.
"""

from dataclasses import replace

from chatbot.answering.candidate import Candidate
from chatbot.answering.candidates.sentences import sentences_found
from chatbot.answering.candidates.widening import widen
from chatbot.answering.choosing.attempting import Attempt
from chatbot.answering.evidence.form import is_purpose
from chatbot.answering.evidence.likelihood import Weighed, strongest, weighed
from chatbot.answering.evidence.rules import form_fits
from chatbot.answering.understanding.kinds import Kind
from chatbot.answering.weights import limit, weight
from index.generation import Generation

_NEARLY, _SURE = weight("grades", "second"), weight("grades", "sure")
_TOGETHER = limit("second_together")
_ONE_PLACE = frozenset({Kind.WORDING, Kind.METADATA, Kind.CONTACT})
_TOLD_ONCE = frozenset({Kind.DEFINITION, Kind.LIST})  # by a sentence of the form asked for


def second_place(best: Attempt, generation: Generation) -> Weighed | None:
    """The second candidate, if it is worth showing; a list or a table row needs none."""
    first = best.candidate
    if first is None or len(first.spans) > 1 or best.understood.kind in _ONE_PLACE:
        return None
    told_once = best.understood.kind in _TOLD_ONCE
    if told_once and form_fits(best.understood, best.found, first):
        return None
    second = _next_best(best, first, generation)
    if second is None or not _adds(second.candidate, first):
        return None
    return second if second.likely >= max(_NEARLY * best.likely, _SURE) else None


def _next_best(best: Attempt, first: Candidate, generation: Generation) -> Weighed | None:
    """The strongest sentence of the other passages of the document, with its paragraph."""
    others = tuple(
        hit
        for hit in best.found.hits
        if hit.passage.document_id == first.document.id
        and not any(hit.passage.span.meets(span) for span in first.spans)
    )
    rest = replace(best.found, hits=others)
    second = strongest(best.understood, rest, sentences_found(best.understood, rest, generation))
    if second is None:
        return None
    return weighed(best.understood, best.found, second, widen(best.understood, second.candidate))


def _adds(second: Candidate, first: Candidate) -> bool:
    """Whether a second quote says something else, and both can be read at a glance."""
    if len(second.spans) > 1 or is_purpose(second.words):
        return False
    return first.words != second.words and len(first.words) + len(second.words) <= _TOGETHER
