"""The documents that a question describes before it asks a fact of them: by title, place, year."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chatbot.answering.looking.covering import sought
from chatbot.answering.understanding.about_documents import Described
from chatbot.answering.understanding.question import Word, content_words
from chatbot.answering.weights import weight
from index.generation import Generation
from index.intake.documents import Document
from index.language.synonyms import own_words
from index.language.tokens import fold, is_han

_YEAR = re.compile(r"(?:19|20)\d\d")
_BY_TITLE, _BY_ALL = weight("words", "described_by_title"), weight("words", "described_in_all")
_IN_BODY, _AS_WELL = weight("words", "described_in_body"), weight("words", "described_as_well")
_TELLING = weight("words", "described_rest")
_ANY = frozenset(
    "管理 工作 实施 暂行 若干 关于 印发 规划 办法 条例 通知 意见 方案 文件 报告 细则 规定".split()
)


@dataclass(frozen=True, slots=True)
class _Fit:
    """How much of a description a document bears: in its title and dates, and in all."""

    document: Document
    by_title: float
    in_all: float


def documents_described(
    asked: Described, among: tuple[Document, ...], generation: Generation
) -> tuple[Document, ...]:
    """Those that bear the description best, several when nothing tells them apart.

    None when a word is left that they write: then something in a document is asked for.
    """
    words = _words(asked.named, generation)
    fits = [fit for document in among if (fit := _fit(words, document, generation))]
    best = max((fit.by_title for fit in fits), default=0.0)
    meant = tuple(fit.document for fit in fits if fit.by_title >= _AS_WELL * best)
    rest = [word.text for word in _words(asked.rest, generation) if _tells(word, generation)]
    return () if any(_writes(one, word, generation) for one in meant for word in rest) else meant


def _words(text: str, generation: Generation) -> tuple[Word, ...]:
    return tuple(
        word for word in content_words(text, "", generation.tokenizer) if word.text not in _ANY
    )


def _fit(words: tuple[Word, ...], document: Document, generation: Generation) -> _Fit | None:
    """How a document bears a description; None when it hardly does."""
    own = own_words()
    length = sum(len(word.text) for word in words)
    if not length:
        return None
    head = fold(" ".join(_told(document)))
    named = [len(word.text) * sought(word, own).found_in(head) for word in words]
    by_title = sum(named) / length
    if by_title < _BY_TITLE:
        return None
    body = _folded(document, generation)
    written = [len(word.text) * _IN_BODY * sought(word, own).found_in(body) for word in words]
    in_all = sum(map(max, named, written)) / length
    return _Fit(document, by_title, in_all) if in_all >= _BY_ALL else None


def _told(document: Document) -> Iterator[str]:
    """What a person may call a document by."""
    yield from (document.title, document.issuer, document.region, document.number)
    dates = (document.issued, document.published, document.effective, document.period)
    yield from (year for told in dates for year in _YEAR.findall(told))


def _tells(word: Word, generation: Generation) -> bool:
    return (
        is_han(word.text)
        and len(word.text) > 1
        and generation.tokenizer.rarity(word.text) >= _TELLING
    )


def _writes(document: Document, word: str, generation: Generation) -> bool:
    """Whether a document writes of something, other than in its own name."""
    return word not in fold(document.title) and word in _folded(document, generation)


def _folded(document: Document, generation: Generation) -> str:
    return generation.folded[generation.documents.index(document)]
