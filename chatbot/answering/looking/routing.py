"""Which documents a question means: by a title it names, or by the place it is asked of."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from chatbot.answering.understanding.question import Understood
from chatbot.answering.weights import limit
from index.generation import Generation
from index.intake.documents import Document
from index.language.regions import places_in, province_of
from index.language.tokens import fold

Ids = frozenset[str]
ALL: Ids = frozenset()

_SHORTEST_NAME = limit("title_named")
_STATE = re.compile(r"^中华人民共和国")
_EDITION = re.compile(r"\([^()]*\)$")
_CARRIED = re.compile(r"(?:印发|转发|传发|发布|公布)(.+)的通知$")
_CONCERNED = re.compile(r"关于(.+?)的?(?:意见|若干意见|决定|通知|批复|方案|规定)$")
_NATION = "国家"  # Document.level of what holds everywhere
_NATIONAL = re.compile("国家|全国|国务院|中央")


@dataclass(frozen=True, slots=True)
class Scope:
    """The documents to look in, and those of them that a question means; ALL for either."""

    within: Ids = ALL
    preferred: Ids = ALL


def scope_of(understood: Understood, chosen: Ids, generation: Generation) -> Scope:
    """Where to look for what a question asks.

    `chosen` were picked by the person, and nothing else is looked in. A title or a place only
    prefers, since a region may have been misread. A place that no document is about or speaks of
    keeps to what holds there, else a neighbour's rule would answer.
    """
    if chosen:
        return Scope(chosen)
    for asked in (understood.text, *map(fold, understood.follows)):
        if preferred := _preferred(asked, generation):
            if places_not_covered(asked, generation):
                return Scope(preferred[-1])
            return Scope(ALL, preferred[0])
    return Scope()


def _preferred(text: str, generation: Generation) -> tuple[Ids, ...]:
    """The documents that a question names, else those of its place; none when it does neither."""
    named = _named(text, generation)
    return (named,) if named else _held(text, generation)


def places_not_covered(text: str, generation: Generation) -> tuple[str, ...]:
    """The places named in a folded text that no document is about, and none speaks of."""
    places = places_in(text, generation.tokenizer.words(text))
    return tuple(place for place in places if not _known(place, generation))


def places_mentioned(text: str, generation: Generation) -> tuple[str, ...]:
    """The places named in a folded text that no document is about, though one speaks of them."""
    return tuple(
        place
        for place in places_in(text, generation.tokenizer.words(text))
        if _known(place, generation)
        and not any(is_about(document, place) for document in generation.documents)
    )


def is_of_a_place_here(text: str, generation: Generation) -> bool:
    """Whether a folded text names a place that some document is about, beside others or alone."""
    places = places_in(text, generation.tokenizer.words(text))
    return any(is_about(document, place) for place in places for document in generation.documents)


def holds_everywhere(place: str, generation: Generation) -> bool:
    """Whether a document of the whole country holds in a place."""
    return any(holds_in(document, place) for document in generation.documents)


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
    province = province_of(place)
    return bool(province) and is_about(document, province)


def _known(place: str, generation: Generation) -> bool:
    return generation.writes(place) or any(
        is_about(document, place) for document in generation.documents
    )


def _held(text: str, generation: Generation) -> tuple[Ids, ...]:
    """By the first place named: the documents about it, then all that hold in it."""
    for place in places_in(text, generation.tokenizer.words(text)):
        own = _of(generation, partial(is_about, place=place))
        wider = _of(generation, partial(holds_in, place=place))
        if own:
            return (own, wider) if wider > own else (own,)
        if wider:
            return (wider,)
    return ()


def _named(text: str, generation: Generation) -> Ids:
    """The documents whose title a question names, the longest title first.

    《志愿服务条例》 is the one of just that name; of several that end so, the one whose place
    stands in the question, or that of the whole country when it says 国家, 国务院.
    """
    quoted = fold(text.partition("《")[2].partition("》")[0])
    best, longest = set[str](), 0.0
    for document in generation.documents:
        length = max((_named_length(name, text, quoted) for name in _names(document)), default=0)
        if length > longest:
            best, longest = set(), length
        if length and length == longest:
            best.add(document.id)
    narrowed = best & {one for ids in _held(text, generation)[:1] for one in ids}
    if not narrowed and _NATIONAL.search(text):
        narrowed = best & _of(generation, lambda document: not document.region)
    return frozenset(narrowed or best)


def _named_length(name: str, text: str, quoted: str) -> float:
    """How much of a name the question holds; a title that it only holds a part of counts less."""
    if len(name) < _SHORTEST_NAME:
        return 0
    if quoted == name or (name in text and not quoted):
        return len(name) + 1
    if len(quoted) >= _SHORTEST_NAME and (quoted in name or name in quoted):
        return min(len(quoted), len(name))
    return 0


def _names(document: Document) -> list[str]:
    """A title and what people shorten it to: without the state's name, without 关于…的通知.

    The short title that staff gave it is one of them.
    """
    title = _EDITION.sub("", fold(document.title).replace("《", "").replace("》", ""))
    short = [_STATE.sub("", title)]
    short += [found[1] for pattern in (_CARRIED, _CONCERNED) if (found := pattern.search(title))]
    given = [fold(document.short_title)] if document.short_title else []
    return [title, *given, *(_EDITION.sub("", name) for name in short)]


def _of(generation: Generation, means: Callable[[Document], bool]) -> Ids:
    return frozenset(document.id for document in generation.documents if means(document))
