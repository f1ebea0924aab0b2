"""An attempt that answers -> the other place in the same document that answers nearly as surely.

A rule and its exception, a duty and its deadline often stand apart; one sentence is then half of
the answer, or the wrong half.
"""

from dataclasses import replace

from chatbot.answering.candidate import Draft
from chatbot.answering.candidates.sentences import best_sentence
from chatbot.answering.candidates.widening import widen
from chatbot.answering.choosing.attempting import Attempt
from chatbot.answering.evidence import gate
from chatbot.answering.evidence.form import fits, is_purpose
from chatbot.answering.understanding.question import Kind
from index.generation import Generation

_NEARLY = 0.75  # of how likely the first place answers
_MOST = 350  # characters of both together: what a telephone shows without scrolling
_ONE_PLACE = frozenset({Kind.WORDING, Kind.METADATA, Kind.CONTACT})
_TOLD_ONCE = frozenset({Kind.DEFINITION, Kind.LIST})  # by a sentence of the form asked for


def second_place(best: Attempt, generation: Generation) -> Draft | None:
    """The second draft, if there is one worth showing; a list or a table row needs none."""
    first = best.draft
    if first is None or len(first.spans) > 1 or best.understood.kind in _ONE_PLACE:
        return None
    if best.understood.kind in _TOLD_ONCE and fits(best.understood, _answering(first)):
        return None
    others = tuple(
        hit
        for hit in best.found.hits
        if hit.passage.document_id == first.document.id
        and not any(hit.passage.span.meets(span) for span in first.spans)
    )
    found = replace(best.found, hits=others)
    sentence = best_sentence(best.understood, found, generation) if others else None
    if sentence is None:
        return None
    second = widen(best.understood, sentence)
    return second if _adds(second, first) and _is_likely(second, best) else None


def _adds(second: Draft, first: Draft) -> bool:
    """Whether a second quote says something else, and both can be read at a glance."""
    one, other = first.spans[0].cut(first.document.text), second.spans[0].cut(second.document.text)
    if len(second.spans) > 1 or is_purpose(other):
        return False
    return one != other and len(one) + len(other) <= _MOST  # forms repeat themselves


def _is_likely(second: Draft, best: Attempt) -> bool:
    likely = gate.likely(best.understood, best.found, second)
    return likely >= max(_NEARLY * best.likely, gate.fitted_gate().threshold)


def _answering(draft: Draft) -> str:
    return (draft.key or draft.spans[0]).cut(draft.document.text)
