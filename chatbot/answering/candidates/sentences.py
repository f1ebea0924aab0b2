"""Passages found -> their sentences, their rows with the header, and the headings above them."""

import re
from collections.abc import Iterator

from chatbot.answering.candidate import Candidate, Shape
from chatbot.answering.candidates.outlines import sections_above
from chatbot.answering.looking.retrieving import Found
from chatbot.answering.understanding.question import Understood
from index.generation import Generation
from index.search import Hit

_SENTENCE = re.compile(r"[。；;]$|，(?:.*，|是?指)")  # of a heading: 偶然所得，是指…


def sentences_found(
    understood: Understood, found: Found, generation: Generation
) -> Iterator[Candidate]:
    """The candidates of each passage found, best passage first."""
    for hit in found.hits:
        yield from _of_passage(understood, hit, generation)


def _of_passage(understood: Understood, hit: Hit, generation: Generation) -> Iterator[Candidate]:
    """The sentences, or the row with its header; then the heading that is a sentence itself.

    When a value is asked for, any heading above may be it.
    """
    passage = hit.passage
    document, above = sections_above(passage, generation)
    if passage.header:
        row = (passage.span, passage.header)
        yield Candidate(document, above[0], row, Shape.ROW, hit)
    else:
        before = ""
        for span, words in generation.sentences(passage):
            yield Candidate(
                document, above[0], (span,), Shape.SENTENCE, hit, words=words, before=before
            )
            before = words
    for section in above:
        if section.path and section.heading and not passage.span.holds(section.heading):
            own = section is above[0] and _SENTENCE.search(section.heading.cut(document.text))
            if own or understood.asks_for_value:
                yield Candidate(document, section, (section.heading,), Shape.HEADING, hit)
