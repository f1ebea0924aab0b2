"""Citation: words of a document, and where they stand."""

from dataclasses import dataclass

from index.intake.documents import Document
from index.spans import Span


@dataclass(frozen=True, slots=True)
class Citation:
    """Words of a document and where they stand; `quote` is the cut of its text at `span`.

    `key` is the value asked for (a date, an amount, a number to call), else the sentence that
    answers when the quote is the whole paragraph around it.
    """

    number: int
    document: Document
    path: tuple[str, ...]
    span: Span
    quote: str
    key: Span | None = None

    def __post_init__(self) -> None:
        if self.key and not self.span.holds(self.key):
            raise ValueError("what answers stands in the quote")
        if self.span.cut(self.document.text) != self.quote:
            raise ValueError("a quote is exactly the words at its span")
