"""The set phrases of the plans -> a list to look through: each with its places and its variants."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from chatbot.desk.concordance import Line, line_at
from chatbot.desk.phrases.near_misses import NearMisses, Slip, Variant
from chatbot.desk.phrases.phrases import Phrase
from chatbot.desk.text.corpus import Place
from chatbot.desk.text.differing import Difference, differences
from index.generation import Generation
from index.language.pinyin import spelled
from index.language.tokens import fold


class Order(Enum):
    """How the list is sorted."""

    COUNT = "count"
    READING = "reading"


@dataclass(frozen=True, slots=True)
class Entry:
    """A set phrase as it stands at the first of its places."""

    text: str
    places: tuple[Place, ...]

    @property
    def documents(self) -> int:
        """In how many documents it stands."""
        return len({place.shelved.document.id for place in self.places})


@dataclass(frozen=True, slots=True)
class Pair:
    """A set phrase, almost the same words elsewhere in the plans, and how these differ."""

    one: Entry
    other: Entry
    slip: Slip
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """Which phrases are looked for: in these documents (none: in all), with these characters."""

    documents: frozenset[str] = frozenset()
    text: str = ""
    order: Order = Order.COUNT


@dataclass(frozen=True, slots=True)
class PhraseBook:
    """The phrases wished for, and those of which the plans have variants."""

    entries: tuple[Entry, ...]
    pairs: tuple[Pair, ...]


def phrase_book(known: NearMisses, wish: Wish) -> PhraseBook:
    """What stands in none of the documents is left out."""
    wanted = fold("".join(wish.text.split()))
    found = [
        _entry(known, phrase, wish) for phrase in known.set_phrases.phrases if wanted in phrase.text
    ]
    entries = sorted((one for one in found if one.places), key=_ORDERS[wish.order])
    pairs = (
        _pair(known, variant, wish)
        for variant in known.variants
        if wanted in variant.text or wanted in variant.phrase.text
    )
    return PhraseBook(tuple(entries), tuple(one for one in pairs if one))


def lines_of(entry: Entry, generation: Generation) -> tuple[Line, ...]:
    """Its places in their contexts, in the order of the shelf."""
    return tuple(
        line_at(document, generation.sections(document.id), place.span)
        for place in entry.places
        for document in (place.shelved.document,)
    )


def _entry(known: NearMisses, phrase: Phrase, wish: Wish) -> Entry:
    found = known.set_phrases.places(phrase, wish.documents)
    places = tuple(sorted(found, key=lambda place: (place.shelved.begin, place.start)))
    return Entry(places[0].text if places else phrase.text, places)


def _pair(known: NearMisses, variant: Variant, wish: Wish) -> Pair | None:
    """None when one of the two is not in the documents wished for."""
    one, other = (_entry(known, two, wish) for two in (variant.phrase, Phrase(variant.text)))
    one, other = _without(one, other), _without(other, one)
    pieces = differences(one.text, other.text)
    return Pair(one, other, variant.slip, pieces) if one.places and other.places else None


def _without(entry: Entry, longer: Entry) -> Entry:
    """Without the places that lie inside those of the other wording."""
    inside = {
        (place.shelved.document.id, within)
        for place in longer.places
        for within in range(place.start, place.end)
        if len(longer.text) > len(entry.text)
    }
    kept = (one for one in entry.places if (one.shelved.document.id, one.start) not in inside)
    return Entry(entry.text, tuple(kept))


_ORDERS: dict[Order, Callable[[Entry], tuple[object, ...]]] = {
    Order.COUNT: lambda entry: (-len(entry.places), -entry.documents, spelled(entry.text)),
    Order.READING: lambda entry: (spelled(entry.text), entry.text),
}
