"""Hits -> the one sentence, heading or table row that covers the question best."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chatbot.answering.candidate import Draft
from chatbot.answering.candidates.outlines import sections_above
from chatbot.answering.evidence.form import best_form, fits, is_formal, says_something
from chatbot.answering.evidence.values import asks_for_value, holds_value
from chatbot.answering.looking.context import Trust
from chatbot.answering.looking.covering import Coverage
from chatbot.answering.looking.retrieving import Found
from chatbot.answering.understanding.question import Kind, Understood
from index.chunking import Passage
from index.generation import Generation
from index.intake.documents import Document
from index.outlining.outline import Section
from index.spans import Span
from index.tagging import Tag, is_ritual

# How much a word counts that stands not in the sentence but in its own heading, in the headings
# above, in the title; a value (a date, a body) is often all that the sentence itself says.
_IN_CONTEXT = (0.85, 0.6, 0.6)
_IN_VALUE_CONTEXT = (0.95, 0.85, 0.7)
_BY_RANK = 0.25  # the passage's share in the choice; the sentence's words have the rest
_RITUAL_BURDEN = 0.15
_IN_SENTENCE_BEFORE = 0.5
_SENTENCE = re.compile(r"[。；;]$|，(?:.*，|是?指)")  # of a heading: 偶然所得，是指…
_NO_ANSWER = frozenset({Tag.ADDRESSEES, Tag.SIGNATURE})


@dataclass(frozen=True, slots=True)
class _Candidate:
    """What may be quoted; `before` is the sentence before it in its passage, "" for none."""

    document: Document
    section: Section
    spans: tuple[Span, ...]
    words: str
    before: str = ""

    def covered(self, coverage: Coverage, trust: Trust) -> float:
        """The share of a question that it covers, with what stands around it."""
        return coverage.share(
            coverage.finds_in(self.words),
            coverage.finds_around(self.document, self.section, trust),
            coverage.finds_in(self.before, _IN_SENTENCE_BEFORE),
        )


def best_sentence(understood: Understood, found: Found, generation: Generation) -> Draft | None:
    """The best draft of one sentence; None when no hit holds a value of the type asked for."""
    best, best_score = None, 0.0
    top = max((hit.score for hit in found.hits), default=0.0) or 1.0
    trust = _IN_VALUE_CONTEXT if asks_for_value(understood) else _IN_CONTEXT
    most = best_form(understood)
    for hit in found.hits:
        if hit.passage.tag in _NO_ANSWER and understood.kind is not Kind.WORDING:
            continue
        for candidate in _candidates(understood, hit.passage, generation):
            words = candidate.words
            covered = candidate.covered(found.coverage, trust)
            score = (1 - _BY_RANK) * covered + _BY_RANK * hit.score / top
            if score + most <= best_score or not _may_answer(understood, words):
                continue  # its form is read only when that can still decide
            form = fits(understood, words)
            score += form - _burden(understood, words)
            if score > best_score:
                own = candidate.covered(found.own_coverage, trust) + form
                best = Draft(candidate.document, candidate.section, candidate.spans, own)
                best_score = score
    return best


def _may_answer(understood: Understood, quote: str) -> bool:
    return says_something(understood, quote) and holds_value(understood, quote)


def _burden(understood: Understood, quote: str) -> float:
    """What a sentence loses that matches everything; a question of wording may want just that."""
    if understood.kind is Kind.WORDING:
        return 0.0
    return _RITUAL_BURDEN if is_ritual(quote) or is_formal(quote) else 0.0


def _candidates(
    understood: Understood, passage: Passage, generation: Generation
) -> Iterator[_Candidate]:
    """The sentences, or the row with its header; then the heading that is a sentence itself.

    When a value is asked for, any heading above may be it.
    """
    document, above = sections_above(passage, generation)
    before = ""
    if passage.header:
        row = (passage.span, passage.header)
        words = " ".join([span.cut(document.text) for span in row])
        yield _Candidate(document, above[0], row, words)
    else:
        for span, words in generation.sentences(passage):
            yield _Candidate(document, above[0], (span,), words, before)
            before = words
    for section in above:
        if section.path and section.heading and not passage.span.holds(section.heading):
            words = section.heading.cut(document.text)
            if asks_for_value(understood) or (section is above[0] and _SENTENCE.search(words)):
                yield _Candidate(document, section, (section.heading,), words)
