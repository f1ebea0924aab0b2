"""Hits -> the one sentence, heading or table row that covers the question best."""

from collections.abc import Iterator

from chatbot.answering.context import context
from chatbot.answering.covering import Finds
from chatbot.answering.draft import Draft
from chatbot.answering.outlines import sections_above
from chatbot.answering.question import Kind, Understood
from chatbot.answering.retrieving import Found
from chatbot.answering.sentence_form import best_form, fits, is_formal, says_something
from chatbot.answering.values import asks_for_value, holds_value
from index.build import Generation
from index.chunking import Passage
from index.outline import Section
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
    coverage = found.coverage
    headings: dict[tuple[str, int, int], Finds] = {}  # of a section, read once
    by_value = asks_for_value(understood)
    trust = _IN_VALUE_CONTEXT if by_value else _IN_CONTEXT
    most = best_form(understood)
    for hit in found.hits:
        if hit.passage.tag in _NO_ANSWER and understood.kind is not Kind.WORDING:
            continue
        document, _ = sections_above(hit.passage, generation)
        candidates = _candidates(hit.passage, generation, with_headings=by_value)
        for section, spans, quote in candidates:
            place = (document.id, section.span.start, section.level)
            if place not in headings:
                headings[place] = coverage.finds(context(document, section, trust))
            covered = coverage.share(coverage.finds_in(quote), headings[place])
            score = (1 - _BY_RANK) * covered + _BY_RANK * hit.score / top
            if score + most <= best_score or not _may_answer(understood, quote):
                continue  # its form is read only when that can still decide
            bonus = fits(understood, quote)
            score += bonus - _burden(understood, quote)
            if score > best_score:
                texts = [(quote, 1.0), *context(document, section, trust)]
                own = found.own_coverage.across(texts) + bonus
                best, best_score = Draft(document, section, spans, own), score
    return best


def _may_answer(understood: Understood, quote: str) -> bool:
    return says_something(understood, quote) and holds_value(understood, quote)


def _burden(understood: Understood, quote: str) -> float:
    """What a sentence loses that matches everything; a question of wording may want just that."""
    if understood.kind is Kind.WORDING:
        return 0.0
    return _RITUAL_BURDEN if is_ritual(quote) or is_formal(quote) else 0.0


def _candidates(
    passage: Passage, generation: Generation, *, with_headings: bool
) -> Iterator[tuple[Section, tuple[Span, ...], str]]:
    """What may be quoted: the sentences, or the row with its header; for a value, headings too."""
    document, above = sections_above(passage, generation)
    if passage.header:
        row = (passage.span, passage.header)
        yield above[0], row, " ".join([span.cut(document.text) for span in row])
    else:
        for span, words in generation.sentences(passage):
            yield above[0], (span,), words
    for section in above if with_headings else ():
        if section.path and section.heading and not passage.span.holds(section.heading):
            yield section, (section.heading,), section.heading.cut(document.text)
