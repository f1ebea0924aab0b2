"""Places named in a text, and the province that each lies in."""

from collections.abc import Iterable
from functools import cache

from index.language import lexicon

_SUFFIX = 4  # characters that may follow a short name in one word: 省, 市, 壮族自治区


def places_in(text: str, words: Iterable[str]) -> tuple[str, ...]:
    """The places that a folded text names, in its order; `words` are its words.

    A name counts at the head of a word only: 东西安全 does not name 西安.
    """
    heads = [word for word in words if len(word) > 1]
    named = [place for place in _provinces() if place in text and _heads_a_word(place, heads)]
    return tuple(sorted(named, key=text.find))


def province_of(place: str) -> str:
    """The province that a place of the table lies in; "" for a province."""
    return _provinces()[place]


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
