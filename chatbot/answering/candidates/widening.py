"""The sentence chosen -> the paragraph it stands in, when that can be read at a glance."""

from dataclasses import replace

from chatbot.answering.candidate import Draft
from chatbot.answering.evidence.values import asks_for_value
from chatbot.answering.understanding.question import Kind, Understood
from index.spans import Span, trimmed

_GLANCE = 250  # characters of a paragraph
_GLANCE_FOR_A_VALUE = 120  # a date or an amount is looked for, not read about
_AS_IT_STANDS = frozenset({Kind.WORDING, Kind.METADATA})


def widen(understood: Understood, draft: Draft) -> Draft:
    """The draft with its whole paragraph: a rule and its exceptions are often two sentences.

    The sentence itself stays marked as the draft's `key`. A list, a row, a heading and a long
    paragraph stay as they are, and so does a wording asked for word for word.
    """
    if draft.is_list or len(draft.spans) != 1 or understood.kind in _AS_IT_STANDS:
        return draft
    sentence = draft.spans[0]
    paragraph = _paragraph(draft, sentence)
    longest = _GLANCE_FOR_A_VALUE if asks_for_value(understood) else _GLANCE
    if sentence == draft.section.heading or len(paragraph) > longest:
        return draft
    return replace(draft, spans=(paragraph,), key=sentence)


def _paragraph(draft: Draft, sentence: Span) -> Span:
    """The line of the section that holds the sentence."""
    text, within = draft.document.text, draft.section.span
    start = text.rfind("\n", 0, sentence.start) + 1
    end = text.find("\n", sentence.end)
    first = max(start, min(within.start, sentence.start))
    last = min(end if end >= 0 else len(text), max(within.end, sentence.end))
    return trimmed(text, first, last) or sentence
