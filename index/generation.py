"""Generation: all that answers are made from, built once and never changed."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.bm25 import LuceneBM25
from index.chunking import Passage
from index.intake.documents import Document
from index.language.pinyin import words_by_sound
from index.language.sentences import sentences
from index.language.tokens import Tokenizer, fold, is_han
from index.outlining.markers import bare
from index.outlining.outline import Section
from index.spans import Span

_Place = tuple[str, int]  # of a passage: its document, where it starts


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

    def __hash__(self) -> int:
        return hash(self.id)

    def passages_of(self, documents: frozenset[str]) -> NDArray[np.bool_]:
        """For each passage, whether it is of one of these documents."""
        wanted = [place for name, place in self._places.items() if name in documents]
        return np.isin(self._document_places, wanted)

    def sections_above(self, passage: Passage) -> tuple[Section, ...]:
        """The sections that hold a passage of this generation, its own first."""
        place = passage.document_id, passage.span.start
        if place not in self._above:
            sections = self.sections(passage.document_id)[: passage.section + 1]
            above = [section for section in sections if section.span.holds(passage.span)]
            self._above[place] = tuple(reversed(above))
        return self._above[place]

    def sentences(self, passage: Passage) -> tuple[tuple[Span, str], ...]:
        """The sentences of a passage of this generation, each with its words."""
        place = passage.document_id, passage.span.start
        if place not in self._sentences:
            text = self.documents[self._places[passage.document_id]].text
            spans = sentences(text, passage.span)
            self._sentences[place] = tuple((span, span.cut(text)) for span in spans)
        return self._sentences[place]

    @cached_property
    def bm25(self) -> LuceneBM25:
        return LuceneBM25(self.tokens)

    @cached_property
    def tokenizer(self) -> Tokenizer:
        return Tokenizer(self.user_words, self.cache_folder)

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """Title, region and text of each document, folded: where a word may stand at all."""
        return tuple(
            fold("\n".join((document.title, document.region, document.text)))
            for document in self.documents
        )

    def writes(self, words: str) -> bool:
        """Whether a document has these folded words in its title, its region or its text."""
        return self._writes(words)

    def has_heading(self, words: str) -> bool:
        """Whether a section's heading is just these folded words, but for its number."""
        return words in self._headings

    @cached_property
    def words_by_sound(self) -> dict[str, str]:
        """How the plans' words sound -> the word, of several the one in most passages."""
        words = (term for term in self.bm25.terms() if is_han(term) and len(term) > 1)
        return words_by_sound(sorted(words, key=lambda word: -len(self.bm25.places(word))))

    @cached_property
    def _headings(self) -> frozenset[str]:
        paths = (section.path for outline in self.outlines for section in outline)
        return frozenset(fold(bare(path[-1])) for path in paths if path)

    @cached_property
    def _writes(self) -> Callable[[str], bool]:
        texts = self.folded  # words of questions come again and again, and reading all is dear
        return lru_cache(maxsize=16384)(lambda words: any(words in text for text in texts))

    @cached_property
    def _document_places(self) -> NDArray[np.int32]:
        places = [self._places[passage.document_id] for passage in self.passages]
        return np.array(places, dtype=np.int32)

    @cached_property
    def _above(self) -> dict[_Place, tuple[Section, ...]]:
        return {}  # filled as passages are found: the same ones come up again and again

    @cached_property
    def _sentences(self) -> dict[_Place, tuple[tuple[Span, str], ...]]:
        return {}

    @cached_property
    def _places(self) -> dict[str, int]:
        return {document.id: place for place, document in enumerate(self.documents)}
