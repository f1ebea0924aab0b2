"""A word or phrase -> every place in the plans where it stands, in context, and the counts."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import islice

from chatbot.desk.patterns import Pattern
from index.generation import Generation
from index.intake.documents import Document
from index.language.sentences import sentences
from index.language.tokens import fold
from index.outlining.outline import Section
from index.spans import Span

LONGEST = 100  # characters looked for
MOST = 5000  # places; who finds more has asked for nearly everything
_AROUND = 24  # characters on either side: what fits beside a word on a desk
_Places = Callable[[str], Iterator[Span]]


class Way(Enum):
    """How the words are looked for."""

    EXACT = "exact"
    ANY_ORDER = "any-order"
    PATTERN = "pattern"


@dataclass(frozen=True, slots=True)
class Line:
    """One place: the words as they stand in the document at `span`, and those beside them."""

    document: Document
    path: tuple[str, ...]
    span: Span
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Concordance:
    """The lines in the order of the shelf; `is_cut` when there are more than were looked up."""

    lines: tuple[Line, ...]
    is_cut: bool = False

    def by_document(self) -> tuple[tuple[Document, int], ...]:
        """How often in each document that has it, in the order of the shelf."""
        documents = {line.document.id: line.document for line in self.lines}
        counts = Counter(line.document.id for line in self.lines)
        return tuple((documents[name], count) for name, count in counts.items())

    def by_section(self) -> tuple[tuple[Document, str, int], ...]:
        """How often under each outermost heading that has it, in the order of the shelf."""
        documents = {line.document.id: line.document for line in self.lines}
        counts = Counter((line.document.id, "".join(line.path[:1])) for line in self.lines)
        return tuple((documents[name], head, count) for (name, head), count in counts.items())


def concordance(
    generation: Generation, words: str, way: Way, documents: frozenset[str] = frozenset()
) -> Concordance:
    """Every place in these documents, or in all if none is named; at most MOST of them.

    EXACT and ANY_ORDER take no notice of width, traditional form or case; ANY_ORDER finds the
    shortest stretch of a sentence with all the words. Raises PatternUnfit.
    """
    places = _finder(words, way)
    found = (
        line_at(document, generation.sections(document.id), span)
        for document in generation.documents
        if not documents or document.id in documents
        for span in places(document.text)
    )
    lines = tuple(islice(found, MOST + 1))
    return Concordance(lines[:MOST], len(lines) > MOST)


def line_at(document: Document, sections: Sequence[Section], span: Span) -> Line:
    """A place in its context, under the innermost of these sections that holds it."""
    text = document.text
    low = max(text.rfind("\n", 0, span.start) + 1, span.start - _AROUND)
    end = text.find("\n", span.end)
    high = min(len(text) if end < 0 else end, span.end + _AROUND)
    return Line(
        document,
        _path(sections, span),
        span,
        text[low : span.start].lstrip(),
        span.cut(text),
        text[span.end : high].rstrip(),
    )


def _finder(words: str, way: Way) -> _Places:
    if way is Way.PATTERN:
        return Pattern(words).places
    wanted = tuple(dict.fromkeys(fold(words[:LONGEST]).split()))
    if way is Way.EXACT:
        phrase = " ".join(fold(words[:LONGEST]).split())
        return lambda text: _exact(fold(text), phrase)
    return lambda text: _any_order(text, fold(text), wanted)


def _exact(text: str, phrase: str) -> Iterator[Span]:
    start = text.find(phrase) if phrase else -1
    while start >= 0:
        yield Span(start, start + len(phrase))
        start = text.find(phrase, start + len(phrase))


def _any_order(text: str, folded: str, words: Sequence[str]) -> Iterator[Span]:
    if not words or not all(word in folded for word in words):
        return
    for sentence in sentences(text, Span(0, len(text))):
        if span := _shortest(folded, sentence, words):
            yield span


def _shortest(folded: str, sentence: Span, words: Sequence[str]) -> Span | None:
    """The shortest stretch with every word, the first of equals; None when one is missing."""
    starts = {word: list(_starts(folded, sentence, word)) for word in words}
    best: Span | None = None
    for left in sorted({start for found in starts.values() for start in found}):
        ends = []
        for word, found in starts.items():
            place = bisect_left(found, left)
            if place == len(found):
                return best
            ends.append(found[place] + len(word))
        span = Span(left, max(ends))
        if best is None or len(span) < len(best):
            best = span
    return best


def _starts(folded: str, sentence: Span, word: str) -> Iterator[int]:
    start = folded.find(word, sentence.start, sentence.end)
    while start >= 0:
        yield start
        start = folded.find(word, start + 1, sentence.end)


def _path(sections: Sequence[Section], span: Span) -> tuple[str, ...]:
    """The headings above the place where the words begin, outermost first."""
    begun = Span(span.start, span.start + 1)
    holding = [section for section in sections if section.span.holds(begun)]
    return max(holding, key=lambda section: section.level).path if holding else ()
