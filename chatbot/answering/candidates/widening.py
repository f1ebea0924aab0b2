"""The sentence chosen -> the paragraph it stands in, when that can be read at a glance."""

from dataclasses import replace

from chatbot.answering.candidate import Candidate
from chatbot.answering.understanding.kinds import Kind
from chatbot.answering.understanding.question import Understood
from chatbot.answering.weights import limit
from index.spans import Span, trimmed

_GLANCE, _GLANCE_FOR_A_VALUE = limit("paragraph"), limit("paragraph_of_value")
_AS_IT_STANDS = frozenset({Kind.WORDING, Kind.METADATA})


def widen(understood: Understood, candidate: Candidate) -> Candidate:
    """The candidate with its whole paragraph: a rule and its exceptions are often two sentences.

    The sentence itself stays marked as its `key`. A list, a row, a heading and a long
    paragraph stay as they are, and so does a wording asked for word for word.
    """
    if candidate.is_list or len(candidate.spans) != 1 or understood.kind in _AS_IT_STANDS:
        return candidate
    sentence = candidate.spans[0]
    paragraph = _paragraph(candidate, sentence)
    longest = _GLANCE_FOR_A_VALUE if understood.asks_for_value else _GLANCE
    if sentence == candidate.section.heading or len(paragraph) > longest:
        return candidate
    return replace(candidate.quoting(paragraph), key=sentence)


def _paragraph(candidate: Candidate, sentence: Span) -> Span:
    """The line of the section that holds the sentence."""
    text, within = candidate.document.text, candidate.section.span
    start = text.rfind("\n", 0, sentence.start) + 1
    end = text.find("\n", sentence.end)
    first = max(start, min(within.start, sentence.start))
    last = min(end if end >= 0 else len(text), max(within.end, sentence.end))
    return trimmed(text, first, last) or sentence
