"""Places named in a text, and which document holds there: its own, its province's, the nation's."""

from collections.abc import Iterable
from functools import cache

from index import lexicon
from index.documents import Document
from index.tokens import fold

_NATION = "国家"  # Document.level of what holds everywhere
_SUFFIX = 4  # characters that may follow a short name in one word: 省, 市, 壮族自治区


def places_in(text: str, words: Iterable[str]) -> tuple[str, ...]:
    """The places that a folded text names, in its order; `words` are its words.

    A name counts at the head of a word only: 东西安全 does not name 西安.
    """
    heads = [word for word in words if len(word) > 1]
    named = [place for place in _provinces() if place in text and _heads_a_word(place, heads)]
    return tuple(sorted(named, key=text.find))


def is_about(document: Document, place: str) -> bool:
    """Whether a document is for just this place: by its region, its title, or who issued it.

    A region may have been misread from a page; where the title names the place it is about it.
    """
    if fold(document.region).startswith(place):
        return True
    return any(place in fold(name) for name in (document.title, document.issuer))


def holds_in(document: Document, place: str) -> bool:
    """Whether what a document says holds in a place: for it, its province, or the whole country."""
    if document.level == _NATION or is_about(document, place):
        return True
    province = _provinces()[place]
    return bool(province) and is_about(document, province)


def _heads_a_word(place: str, heads: Iterable[str]) -> bool:
    return any(word.startswith(place) and len(word) <= len(place) + _SUFFIX for word in heads)


@cache
def _provinces() -> dict[str, str]:
    """Each place and the province it lies in; "" for a province."""
    found: dict[str, str] = {}
    for line in lexicon.lines("regions.txt"):
        province, *towns = line.split()
        found[province] = ""
        found.update(dict.fromkeys(towns, province))
    return found
