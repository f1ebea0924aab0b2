"""Documents -> one index generation: all of indexing, told once, in order."""

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from index.chunking import Passage, chunk
from index.generation import Generation
from index.intake.documents import Document
from index.intake.faults import Fault, sifted
from index.intake.shelf import Shelf
from index.language.tokens import Tokenizer, fold, mined_words
from index.outlining.outline import Section, outline

_OWN_HEADING_TIMES = 2  # a passage's own heading tells more of it than the headings above

Watch = Callable[[Iterable[Passage]], Iterable[Passage]]


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
