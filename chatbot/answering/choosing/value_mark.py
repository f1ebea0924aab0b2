"""The sentence that answers -> the value in it that was asked for, to be marked."""

from chatbot.answering.candidate import Candidate
from chatbot.answering.evidence.values import value_places
from chatbot.answering.understanding.kinds import Kind
from chatbot.answering.understanding.question import Understood
from index.spans import Span

_MARKED = frozenset({Kind.WHEN, Kind.AMOUNT, Kind.CONTACT})  # who it is takes more than a word


def marked(understood: Understood, candidate: Candidate) -> Span | None:
    """The value asked for; else the sentence that answers, when its whole paragraph is quoted.

    Of several values none is marked, since the wrong one would mislead.
    """
    if understood.kind not in _MARKED or candidate.is_list or len(candidate.spans) != 1:
        return candidate.key
    sentence = candidate.key or candidate.spans[0]
    places = value_places(understood, sentence.cut(candidate.document.text))
    if len(places) != 1:
        return candidate.key
    ((start, end),) = places
    return Span(sentence.start + start, sentence.start + end)
