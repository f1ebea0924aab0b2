"""The sentence that answers -> the value in it that was asked for, to be marked."""

from chatbot.answering.candidate import Draft
from chatbot.answering.evidence.values import value_places
from chatbot.answering.understanding.question import Kind, Understood
from index.spans import Span

_MARKED = frozenset({Kind.WHEN, Kind.AMOUNT, Kind.CONTACT})  # who it is takes more than a word


def marked(understood: Understood, draft: Draft) -> Span | None:
    """The value asked for; else the sentence that answers, when its whole paragraph is quoted.

    Of several values none is marked, since the wrong one would mislead.
    """
    if understood.kind not in _MARKED or draft.is_list or len(draft.spans) != 1:
        return draft.key
    sentence = draft.key or draft.spans[0]
    places = value_places(understood, sentence.cut(draft.document.text))
    if len(places) != 1:
        return draft.key
    ((start, end),) = places
    return Span(sentence.start + start, sentence.start + end)
