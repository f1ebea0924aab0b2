"""Hits -> the one sentence, heading or table row that covers the question best."""

from collections.abc import Iterator

from chatbot.answering.context import context
from chatbot.answering.covering import Finds
from chatbot.answering.draft import Draft
from chatbot.answering.outlines import sections_above
from chatbot.answering.question import Kind, Understood
from chatbot.answering.retrieving import Found
from chatbot.answering.sentence_form import fits, is_formal, says_something
from chatbot.answering.values import asks_for_value, holds_value
from index.build import Generation
from index.chunking import Passage
from index.documents import Document
from index.outline import Section
from index.sentences import sentences
from index.spans import Span
from index.tagging import Tag, is_ritual

# How much a word counts that stands not in the sentence but in its own heading, in the headings
# above, in the title; a value (a date, a body) is often all that the sentence itself says.
_IN_CONTEXT = (0.85, 0.6, 0.6)
_IN_VALUE_CONTEXT = (0.95, 0.85, 0.7)
_BY_RANK = 0.25  # the passage's share in the choice; the sentence's words have the rest
_RITUAL_BURDEN = 0.15
_NO_ANSWER = frozenset({Tag.ADDRESSEES, Tag.SIGNATURE})


def best_sentence(understood: Understood, found: Found, generation: Generation) -> Draft | None:
    """The best draft of one sentence; None when no hit holds a value of the type asked for."""
    best, best_score = None, 0.0
    top = max((hit.score for hit in found.hits), default=0.0) or 1.0
    around: dict[tuple[str, int, int], Finds] = {}  # a section's headings, read once
    by_value = asks_for_value(understood)
    trust = _IN_VALUE_CONTEXT if by_value else _IN_CONTEXT
    for hit in found.hits:
        if hit.passage.tag in _NO_ANSWER and understood.kind is not Kind.WORDING:
            continue
        document, above = sections_above(hit.passage, generation)
        for section, spans in _candidates(document, above, hit.passage, with_headings=by_value):
            quote = " ".join(span.cut(document.text) for span in spans)
            if not says_something(understood, quote) or not holds_value(understood, quote):
                continue
            bonus = fits(understood, quote)
            burden = _burden(understood, quote)
            place = (document.id, section.span.start, section.level)
            if place not in around:
                around[place] = found.coverage.finds(context(document, section, trust))
            covered = found.coverage.share(found.coverage.finds([(quote, 1.0)]), around[place])
            score = (1 - _BY_RANK) * covered + _BY_RANK * hit.score / top + bonus - burden
            if score > best_score:
                texts = [(quote, 1.0), *context(document, section, trust)]
                own = found.own_coverage.across(texts) + bonus
                best, best_score = Draft(document, section, spans, own), score
    return best


def _burden(understood: Understood, quote: str) -> float:
    """What a sentence loses that matches everything; a question of wording may want just that."""
    if understood.kind is Kind.WORDING:
        return 0.0
    return _RITUAL_BURDEN if is_ritual(quote) or is_formal(quote) else 0.0


def _candidates(
    document: Document, above: list[Section], passage: Passage, *, with_headings: bool
) -> Iterator[tuple[Section, tuple[Span, ...]]]:
    """What may be quoted: the sentences, or the row with its header; for a value, headings too."""
    if passage.header:
        yield above[0], (passage.span, passage.header)
    else:
        yield from ((above[0], (span,)) for span in sentences(document.text, passage.span))
    for section in above if with_headings else ():
        if section.path and section.heading and not passage.span.holds(section.heading):
            yield section, (section.heading,)
