"""Documents -> one index generation: all of indexing, told once, in order."""

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.bm25 import LuceneBM25
from index.chunking import Passage, chunk
from index.documents import Document
from index.faults import Fault, sifted
from index.outline import Section, outline
from index.pinyin import words_by_sound
from index.sentences import sentences
from index.shelf import Shelf
from index.spans import Span
from index.tokens import Tokenizer, fold, is_han, mined_words

_OWN_HEADING_TIMES = 2  # a passage's own heading tells more of it than the headings above

_Place = tuple[str, int]  # of a passage: its document, where it starts
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

    @cached_property
    def words_by_sound(self) -> dict[str, str]:
        """How the plans' words sound -> the word, of several the one in most passages."""
        words = (term for term in self.bm25.terms() if is_han(term) and len(term) > 1)
        return words_by_sound(sorted(words, key=lambda word: -len(self.bm25.places(word))))

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


@dataclass(frozen=True, slots=True)
class Parted:
    """A document with its sections and passages: all that is made of it alone."""

    document: Document
    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]


def part(document: Document) -> Parted:
    """Outline and cut one document; raises PlanFileUnreadable."""
    sections = outline(document)
    return Parted(document, sections, chunk(document, sections))


def build_shelf(
    shelf: Shelf,
    watch: Watch = iter,
    cache_folder: Path | None = None,
    previous: Generation | None = None,
) -> tuple[Generation, tuple[Fault, ...]]:
    """The generation of a shelf, and all faults of it: what cannot be outlined is left out, too.

    Raises PlansFaulty when nothing is left.
    """
    parted, uncut = sifted(shelf.documents, part, lambda document: document.file)
    left = Shelf(tuple(each.document for each in parted), (*shelf.faults, *uncut))
    return _generation(parted, watch, cache_folder, previous), left.faults


def build_generation(
    documents: tuple[Document, ...],
    watch: Watch = iter,
    cache_folder: Path | None = None,
    previous: Generation | None = None,
) -> Generation:
    """Outline, cut, mine words, tokenise; the same documents give the same generation.

    `previous` is a generation of the same code: what has not changed since keeps its tokens.
    """
    return _generation([part(document) for document in documents], watch, cache_folder, previous)


def _generation(
    parted: list[Parted], watch: Watch, cache_folder: Path | None, previous: Generation | None
) -> Generation:
    documents = tuple(each.document for each in parted)
    outlines = tuple(each.sections for each in parted)
    passages = tuple(passage for each in parted for passage in each.passages)
    headings = (section.path[-1] for sections in outlines for section in sections if section.path)
    user_words = mined_words((document.text for document in documents), headings)
    tokenizer = Tokenizer(user_words, cache_folder)
    by_id = {document.id: document for document in documents}
    texts = [passage_texts(by_id[passage.document_id], passage) for passage in passages]
    known = kept_tokens(previous, user_words) if previous else {}
    tokens = tuple(
        known.get(parts) or _tokens(tokenizer, parts)
        for _, parts in zip(watch(passages), texts, strict=True)
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


def passage_texts(document: Document, passage: Passage) -> tuple[str, ...]:
    """All that a passage is found by: its words, the title and headings above, its own heading."""
    *above, own = passage.path or ("",)
    header = passage.header.cut(document.text) if passage.header else ""
    return (passage.span.cut(document.text), document.title, *above, header, own)


def kept_tokens(
    previous: Generation, user_words: tuple[str, ...]
) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Texts of a passage -> the tokens they had, where no user word in them came or went."""
    changed = set(previous.user_words) ^ set(user_words)
    by_id = {document.id: document for document in previous.documents}
    kept: dict[tuple[str, ...], tuple[str, ...]] = {}
    for passage, tokens in zip(previous.passages, previous.tokens, strict=True):
        parts = passage_texts(by_id[passage.document_id], passage)
        folded = fold("\n".join(parts))
        if not any(word in folded for word in changed):
            kept[parts] = tokens
    return kept


def _tokens(tokenizer: Tokenizer, parts: tuple[str, ...]) -> tuple[str, ...]:
    weighted = (*parts, *parts[-1:] * (_OWN_HEADING_TIMES - 1))
    return tuple(token for part in weighted for token in tokenizer.tokens(part))


def _generation_id(
    documents: tuple[Document, ...],
    passages: tuple[Passage, ...],
    tokens: tuple[tuple[str, ...], ...],
) -> str:
    content = hashlib.sha256()
    for document in documents:
        content.update(json.dumps(asdict(document), sort_keys=True, default=str).encode())
    for passage, terms in zip(passages, tokens, strict=True):
        content.update(json.dumps([asdict(passage), terms], default=str).encode())
    return content.hexdigest()[:16]
