"""What a draft says of where its words come from -> whether they stand there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from index.generation import Generation
from index.intake.documents import Document
from index.language.numerals import whole_number
from index.language.tokens import fold
from index.outlining.markers import Kind
from index.outlining.outline import Section
from index.spans import Span

_NUMERAL = r"[一二三四五六七八九十百零〇0-9０-９]{1,5}"
_TITLE = re.compile(r"《([^《》\n]{2,80})》")
_LABEL = re.compile(
    rf"第({_NUMERAL})(部分|编|章|节|条)|[（(]({_NUMERAL})[)）]|第[（(]({_NUMERAL})[)）]?(?:项|部分)?"
)
_FAR = 12  # characters between the title and the number of the section
_KINDS = {
    "编": (Kind.PART,),
    "章": (Kind.CHAPTER,),
    "节": (Kind.DIVISION,),
    "条": (Kind.ARTICLE,),
    "部分": (Kind.HAN, Kind.CHAPTER, Kind.PART, Kind.STYLED),
    "": (Kind.HAN_IN_BRACKETS, Kind.ARABIC_IN_BRACKETS),
}


class Held(Enum):
    """How a claim ends when the words are looked for."""

    CONFIRMED = "confirmed"
    ELSEWHERE = "elsewhere"
    ABSENT = "absent"
    UNKNOWN_DOCUMENT = "unknown_document"


@dataclass(frozen=True, slots=True)
class Claim:
    """A source that a draft names: its title, and the numbered sections named with it."""

    span: Span
    text: str
    title: str
    labels: tuple[tuple[str, int], ...]


def claims(draft: str) -> Iterator[Claim]:
    """The sources named in a draft, each with the section numbers that follow at once."""
    for titled in _TITLE.finditer(draft):
        end, labels = titled.end(), list[tuple[str, int]]()
        while (found := _LABEL.search(draft, end, end + _FAR)) and _goes_on(draft, end, found):
            number = whole_number(found[1] or found[3] or found[4])
            labels.append((found[2] or "", number or 0))
            end = found.end()
        span = Span(titled.start(), end)
        yield Claim(span, span.cut(draft), titled[1], tuple(labels))


def _goes_on(draft: str, end: int, found: re.Match[str]) -> bool:
    """Whether nothing but a year of issue or a word like 中的 stands before the section number."""
    return not re.search(r"[。！？；，、《》“”：:]", draft[end : found.start()])


def documents_claimed(claim: Claim, generation: Generation) -> tuple[Document, ...]:
    """The documents that the title of a claim may mean: equal titles first, else parts of them."""
    wanted = _plain(claim.title)
    titles = [(document, _plain(document.title)) for document in generation.documents]
    equal = tuple(document for document, title in titles if title == wanted)
    return equal or tuple(document for document, title in titles if _means(wanted, title))


def stands_there(
    claim: Claim, documents: frozenset[str], document: Document, above: tuple[Section, ...]
) -> bool:
    """Whether words in this document, under these sections, stand where the claim says."""
    return document.id in documents and all(
        any(section.kind in _KINDS[kind] and section.number == number for section in above)
        for kind, number in claim.labels
    )


def _plain(title: str) -> str:
    return "".join(sign for sign in fold(title) if sign.isalnum())


def _means(wanted: str, title: str) -> bool:
    """Whether one holds the other, or the words of a short title stand in order in the long one."""
    if wanted in title or title in wanted:
        return bool(wanted and title)
    signs = iter(title)
    return title.startswith(wanted[:2]) and all(sign in signs for sign in wanted)
