"""Chosen spans -> citations, each cut afresh from the text on disk and compared."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from index.chunking import Passage
from index.generation import Generation
from index.intake.documents import Document
from index.spans import Span

TextNow = Callable[[Generation, str], str]  # raises GenerationDamaged when a hash differs


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


class Citer:
    """Cuts quotes of one generation; what does not match the stored text raises."""

    def __init__(self, generation: Generation, text_now: TextNow) -> None:
        self._generation = generation
        self._text_now = text_now
        self._texts: dict[str, str] = {}

    def cite(
        self, document: Document, path: tuple[str, ...], spans: Iterable[Span], first: int = 1
    ) -> tuple[Citation, ...]:
        """One citation a span, numbered from `first`."""
        text = self._text(document.id)
        return tuple(
            Citation(number, document, path, span, span.cut(text))
            for number, span in enumerate(spans, first)
        )

    def cite_passages(self, passages: Iterable[Passage]) -> tuple[Citation, ...]:
        """One citation a passage, numbered from 1."""
        cited: list[Citation] = []
        for number, passage in enumerate(passages, 1):
            document = self._generation.document(passage.document_id)
            assert document is not None  # noqa: S101
            cited += self.cite(document, passage.path, (passage.span,), number)
        return tuple(cited)

    def _text(self, document_id: str) -> str:
        if document_id not in self._texts:
            self._texts[document_id] = self._text_now(self._generation, document_id)
        return self._texts[document_id]
