"""Chosen spans -> citations, each cut afresh from the text on disk and compared."""

from collections.abc import Callable, Iterable

from chatbot.answering.citation import Citation
from index.chunking import Passage
from index.generation import Generation
from index.intake.documents import Document
from index.spans import Span

TextNow = Callable[[Generation, str], str]  # raises GenerationDamaged when a hash differs


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
