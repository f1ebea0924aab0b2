"""An attempt that answers -> the other place in the same document that may answer as well.

A rule and its exception, a duty and its deadline often stand apart; one sentence is then half of
the answer, or the wrong half.
"""

from chatbot.answering.candidate import Candidate, Shape
from chatbot.answering.candidates.widening import widen
from chatbot.answering.choosing.attempting import Attempt
from chatbot.answering.choosing.choose import likely_within
from chatbot.answering.evidence.form import is_purpose
from chatbot.answering.understanding.kinds import Kind
from chatbot.answering.weights import limit, weight

_LIKELY, _ENOUGH = weight("grades", "second"), weight("grades", "alone")
_TOGETHER = limit("second_together")
_ONE_PLACE = frozenset({Kind.WORDING, Kind.METADATA, Kind.CONTACT})
_SENTENCES = frozenset({Shape.SENTENCE, Shape.HEADING})


def second_place(best: Attempt) -> Candidate | None:
    """The likeliest other sentence with its paragraph, if it is worth showing.

    A list or a table row needs none, nor what answers nearly surely by itself.
    """
    first, choice = best.candidate, best.best
    if first is None or choice is None or len(first.spans) > 1 or choice.likely >= _ENOUGH:
        return None
    if best.understood.kind in _ONE_PLACE:
        return None
    for rival in choice.ranked:
        other = rival.candidate
        if other.document is not first.document or other.shape not in _SENTENCES:
            continue
        if any(span.meets(quoted) for span in other.spans for quoted in first.quoted):
            continue
        second = widen(best.understood, other)
        likely = likely_within(second, other, choice.ranked)
        return second if likely >= _LIKELY and _adds(second, first) else None
    return None


def _adds(second: Candidate, first: Candidate) -> bool:
    """Whether a second quote says something else, and both can be read at a glance."""
    if is_purpose(second.words):
        return False
    return first.words != second.words and len(first.words) + len(second.words) <= _TOGETHER
