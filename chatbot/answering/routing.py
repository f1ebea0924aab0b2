"""Which documents a question means, when it names one: by its title, or by its region."""

from collections.abc import Callable

from chatbot.answering.question import Question
from index import lexicon
from index.build import Generation
from index.documents import Document
from index.tokens import fold

_A_NAME = 4  # characters: fewer in quotation marks are a term, not a title


def documents_meant(question: Question, generation: Generation) -> frozenset[str]:
    """The ids to look in: those asked for, else those named in the question; empty for all."""
    if question.documents:
        return question.documents
    text = fold(question.text)
    titled = _of(generation, lambda document: _names_title(text, fold(document.title)))
    return titled or _of(generation, lambda document: _names_region(text, document))


def _of(generation: Generation, means: Callable[[Document], bool]) -> frozenset[str]:
    return frozenset(document.id for document in generation.documents if means(document))


def _names_title(text: str, title: str) -> bool:
    """Whether 《…》 in the question holds the title, or enough of its beginning or end."""
    named = text.partition("《")[2].partition("》")[0]
    return len(named) >= _A_NAME and (named in title or title in named)


def _names_region(text: str, document: Document) -> bool:
    """Whether the question names the place that a document is for: 上海, 梅州."""
    place = fold(document.region or document.title)
    return any(town in text and place.startswith(town) for town in lexicon.words("regions.txt"))
