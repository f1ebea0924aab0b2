"""Documents -> one index generation: all of indexing, told once, in order."""

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path

from index.bm25 import LuceneBM25
from index.chunking import Passage, chunk
from index.documents import Document
from index.outline import Section, outline
from index.tokens import Tokenizer, mined_words

_OWN_HEADING_TIMES = 2  # a passage's own heading tells more of it than the headings above

Watch = Callable[[Iterable[Passage]], Iterable[Passage]]


@dataclass(frozen=True)
class Generation:
    """All that an answer is made from, and never changes; `id` is a hash of its content.

    `sections` and `tokens` run beside `documents` and `passages`.
    """

    id: str
    documents: tuple[Document, ...]
    outlines: tuple[tuple[Section, ...], ...]
    passages: tuple[Passage, ...]
    tokens: tuple[tuple[str, ...], ...]
    user_words: tuple[str, ...]
    cache_folder: Path | None = None

    def document(self, document_id: str) -> Document | None:
        place = self._places.get(document_id)
        return None if place is None else self.documents[place]

    def sections(self, document_id: str) -> tuple[Section, ...]:
        """The outline of a document of this generation; KeyError for any other."""
        return self.outlines[self._places[document_id]]

    @cached_property
    def bm25(self) -> LuceneBM25:
        return LuceneBM25(self.tokens)

    @cached_property
    def tokenizer(self) -> Tokenizer:
        return Tokenizer(self.user_words, self.cache_folder)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {document.id: place for place, document in enumerate(self.documents)}


def build_generation(
    documents: tuple[Document, ...], watch: Watch = iter, cache_folder: Path | None = None
) -> Generation:
    """Outline, cut, mine words, tokenise; the same documents give the same generation."""
    outlines = tuple(outline(document) for document in documents)
    passages = tuple(
        passage
        for document, sections in zip(documents, outlines, strict=True)
        for passage in chunk(document, sections)
    )
    headings = (section.path[-1] for sections in outlines for section in sections if section.path)
    user_words = mined_words((document.text for document in documents), headings)
    tokenizer = Tokenizer(user_words, cache_folder)
    by_id = {document.id: document for document in documents}
    tokens = tuple(
        passage_tokens(tokenizer, by_id[passage.document_id], passage)
        for passage in watch(passages)
    )
    return Generation(
        _generation_id(documents, passages, tokens),
        documents,
        outlines,
        passages,
        tokens,
        user_words,
        cache_folder,
    )


def passage_tokens(tokenizer: Tokenizer, document: Document, passage: Passage) -> tuple[str, ...]:
    """The words of a passage and of the title and headings above it, its own heading twice."""
    *above, own = passage.path or ("",)
    tokens = tokenizer.tokens(passage.span.cut(document.text))
    for heading in (document.title, *above):
        tokens += tokenizer.tokens(heading)
    return tuple(tokens + tokenizer.tokens(own) * _OWN_HEADING_TIMES)


def _generation_id(
    documents: tuple[Document, ...],
    passages: tuple[Passage, ...],
    tokens: tuple[tuple[str, ...], ...],
) -> str:
    content = hashlib.sha256()
    for document in documents:
        content.update(json.dumps(asdict(document), sort_keys=True, default=str).encode())
    for passage, terms in zip(passages, tokens, strict=True):
        content.update(json.dumps([asdict(passage), terms]).encode())
    return content.hexdigest()[:16]
