"""Candidate: words of one document that may answer, before anything is said of how well."""

from dataclasses import dataclass, replace
from enum import Enum

from chatbot.answering.weights import limit
from index.intake.documents import Document
from index.outlining.outline import Section
from index.search import Hit
from index.spans import Span

_A_HEADING = limit("heading_quoted")


class Shape(Enum):
    """What kind of words a candidate quotes."""

    SENTENCE = "sentence"
    HEADING = "heading"
    ROW = "row"
    SECTION = "section"
    LIST = "list"
    ROWS = "rows"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Spans of one document that may answer; `section` is where they stand.

    `hit` is the passage that they were found by, None when an outline led to them. `words` are
    what the spans say, one after another. `key` is the sentence that answers, when its whole
    paragraph is quoted. A list shows its spans as items below the words that announce or name
    them (`intro`), and so does a sentence that is one item of a list. `before` is the sentence
    before it in its passage, "" for none. `named` are the texts by which a section or list is
    known, each with how much a word found in it counts.
    """

    document: Document
    section: Section
    spans: tuple[Span, ...]
    shape: Shape
    hit: Hit | None = None
    key: Span | None = None
    intro: Span | None = None
    words: str = ""
    before: str = ""
    named: tuple[tuple[str, float], ...] = ()

    def quoting(self, *spans: Span) -> "Candidate":
        """The same with other spans of the document, and so with other words."""
        return replace(self, spans=spans, words="")

    @property
    def is_list(self) -> bool:
        return self.shape in (Shape.LIST, Shape.ROWS)

    @property
    def quoted(self) -> tuple[Span, ...]:
        """All that is quoted, what announces a list first."""
        return (self.intro, *self.spans) if self.intro else self.spans

    def __post_init__(self) -> None:
        if not self.words:  # a sentence comes with them: they are cut and folded once
            words = " ".join([span.cut(self.document.text) for span in self.spans])
            object.__setattr__(self, "words", words)

    @property
    def telling(self) -> str:
        """The words that answer: the key sentence, what announces a list, else the first span."""
        opening = self.intro if self.is_list else None
        return (self.key or opening or self.spans[0]).cut(self.document.text)

    @property
    def announced_words(self) -> str:
        """The words, with what announces them."""
        opening = self.intro.cut(self.document.text) if self.intro else ""
        return f"{opening}\n{self.words}" if opening else self.words

    @property
    def path(self) -> tuple[str, ...]:
        """The headings above the quote; not the own one, when it is a sentence that is quoted."""
        heading, path = self.section.heading, self.section.path
        repeats = heading and len(heading) > _A_HEADING and self.spans[0].holds(heading)
        return path[:-1] if repeats else path
