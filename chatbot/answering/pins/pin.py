"""Pin: the words of a document that staff chose to answer a question, and where they stand now."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from chatbot.answering.weights import limit
from index.generation import Generation
from index.intake.documents import Document
from index.language.sentences import sentences
from index.outlining.outline import Section
from index.spans import Span

LONGEST = limit("pin")


@dataclass(frozen=True, slots=True)
class Pin:
    """`quote` stands at `span` of the text with this hash; it answers each of the `wordings`.

    `number` is 0 until the pin is kept.
    """

    number: int
    wordings: tuple[str, ...]
    document: str
    span: Span
    sha256: str
    quote: str

    def __post_init__(self) -> None:
        if not self.wordings or len(self.quote) != len(self.span):
            raise ValueError("a pin answers some question with the words at its span")

    def stands_in(self, document: Document) -> bool:
        """Whether this is the text it was made for, and the quote stands there."""
        return (
            document.sha256 == self.sha256
            and self.span.end <= len(document.text)
            and self.span.cut(document.text) == self.quote
        )


def relocated(pin: Pin, generation: Generation) -> Pin | None:
    """The pin as it holds in this generation; None when a person must look at it again.

    In a changed text the very quote must stand, once, and as whole sentences: a sentence that was
    given a new beginning holds the old words and says something else.
    """
    document = generation.document(pin.document)
    if document is None:
        return None
    if pin.stands_in(document):
        return pin
    start = document.text.find(pin.quote)
    if start < 0 or document.text.find(pin.quote, start + 1) >= 0:
        return None
    span = Span(start, start + len(pin.quote))
    if not is_whole(span, document.text, generation.sections(document.id)):
        return None
    return replace(pin, span=span, sha256=document.sha256)


def is_whole(span: Span, text: str, sections: Iterable[Section]) -> bool:
    """Whether a span begins where a sentence of some section begins, and ends where one ends."""
    first, last = Span(span.start, span.start + 1), Span(span.end - 1, span.end)
    listed = [section.span for section in sections]
    begun = (one.start for part in listed if part.holds(first) for one in sentences(text, part))
    ended = (one.end for part in listed if part.holds(last) for one in sentences(text, part))
    return span.start in begun and span.end in ended


def path_above(span: Span, sections: Iterable[Section]) -> tuple[str, ...]:
    """The headings above a span, outermost first: those of the deepest section that holds it."""
    holding = (section for section in sections if section.span.holds(span))
    return max(holding, key=lambda section: section.level).path
