"""Parts: what a reply is made of, in the order it is read; its text is rendered from them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from chatbot.answering import replies
from chatbot.answering.citing import Citation


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of one section, quoted one after another; `citations` are their numbers."""

    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class List:
    """A complete list: its items, below the sentence that announces them (`intro`, 0 for none)."""

    citations: tuple[int, ...]
    intro: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, and the row that names its columns."""

    row: int
    header: int


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact about a document (文号, 施行日期) and the line that proves it."""

    name: str
    value: str
    citation: int


@dataclass(frozen=True, slots=True)
class Places:
    """Where a wording stands: how often (`count`), in how many sentences, and the first of them."""

    wording: str
    count: int
    sentences: int
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """A fixed sentence of the product's own; `related` are numbers of what it points to."""

    text: str
    related: tuple[int, ...] = ()


Part = Quote | List | Row | Fact | Places | Reply


def cited_by(part: Part) -> tuple[int, ...]:
    """The numbers of the citations that a part shows, in its order."""
    match part:
        case Quote(citations) | Places(citations=citations):
            return citations
        case List(citations, intro):
            return (intro, *citations) if intro else citations
        case Row(row, header):
            return row, header
        case Fact(citation=citation):
            return (citation,)
        case Reply():
            return ()


def numbers(citations: Iterable[Citation]) -> tuple[int, ...]:
    return tuple(citation.number for citation in citations)


def rendered(parts: Sequence[Part], citations: Sequence[Citation]) -> str:
    """The text of a reply: fixed sentences and quotes, each quote before its source.

    A document is named once: a second place in it is told by its headings alone.
    """
    numbered, named = {one.number: one for one in citations}, ""
    lines: list[str] = []
    for part in parts:
        shown = [numbered[number] for number in cited_by(part)]
        lines += _lines(part, shown)
        if isinstance(part, Quote | List | Row) and shown:
            title = shown[0].document.title
            lines.append(replies.source("" if title == named else title, shown[0].path))
            named = title
    return "\n".join(lines)


def _lines(part: Part, shown: Sequence[Citation]) -> Iterator[str]:
    match part:
        case Reply(text):
            yield text
        case Fact(name, value):
            yield replies.fact(shown[0].document.title, name, value)
        case Places():
            yield replies.standing(part.wording, part.count, part.sentences, len(shown))
            yield from _by_place(shown)
        case List(citations, intro):
            yield from map(_quoted, shown[:1] if intro else ())
            yield replies.counted(len(citations))
            for place, item in enumerate(shown[-len(citations) :], 1):
                yield f"{place}. {_quoted(item)}"
        case _:
            yield from map(_quoted, shown)


def _by_place(shown: Sequence[Citation]) -> Iterator[str]:
    for (title, path), group in groupby(shown, lambda one: (one.document.title, one.path)):
        yield from map(_quoted, group)
        yield replies.source(title, path)


def _quoted(citation: Citation) -> str:
    return f"「{citation.quote}」[{citation.number}]"
