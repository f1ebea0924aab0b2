"""A topic -> the sections that are on it, what is most on it first."""

from collections.abc import Iterator
from dataclasses import dataclass

from chatbot.answering.candidates.outlines import sections_above
from chatbot.answering.understanding.topics import Topic
from chatbot.answering.weights import limit
from index.generation import Generation
from index.intake.documents import Document
from index.language.sentences import sentences
from index.language.synonyms import synonyms
from index.language.tokens import fold
from index.outlining.markers import bare
from index.outlining.outline import Section
from index.search import Query, search
from index.spans import Span

_SECTIONS, _PASSAGES = limit("topic_sections"), limit("passages_of_plain")
_A_HEADING = limit("heading_quoted")
_Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OnTopic:
    """A section that is on a topic, how many of its passages are, and its first such sentence."""

    document: Document
    section: Section
    passages: int
    sentence: Span


@dataclass(frozen=True, slots=True)
class Card:
    """What the plans have on a topic: how many sections, and the first of them.

    `wording` is what stands there: other words than those asked for, when `is_other`.
    """

    wording: str
    is_other: bool
    sections: int
    shown: tuple[OnTopic, ...]


def card(topic: Topic, documents: frozenset[str], generation: Generation) -> Card | None:
    """The sections on a topic, in these documents or in all; None when no plan writes of it.

    By its own words; when none is written so, by the surest other word for one of them.
    """
    asked = {topic.text, "、".join(topic.words)}
    for wording, words in _ways(topic, generation):
        found = _sections(words, documents, generation)
        if found:
            return Card(wording, wording not in asked, len(found), tuple(found[:_SECTIONS]))
    return None


def _ways(topic: Topic, generation: Generation) -> Iterator[tuple[str, _Words]]:
    """The topic as one wording, as words that stand together, with another word for one of them."""
    yield topic.text, (topic.text,)
    if len(topic.words) > 1:
        yield "、".join(topic.words), topic.words
    for place, word in enumerate(topic.words):
        surest = sorted(synonyms(word), key=lambda one: -one.weight)
        for other in (one.word for one in surest if generation.writes(one.word)):
            words = (*topic.words[:place], other, *topic.words[place + 1 :])
            yield "、".join(words), words


def _sections(words: _Words, documents: frozenset[str], generation: Generation) -> list[OnTopic]:
    """The sections with a passage that holds all of the words, most on the topic first."""
    tokens = {token: 1.0 for word in words for token in generation.tokenizer.tokens(word)}
    hits = search(generation, Query("", tokens, documents), _PASSAGES)
    found: dict[tuple[str, int], tuple[float, int, Document, Section]] = {}
    for hit in hits:
        document, above = sections_above(hit.passage, generation)
        section, named = _section_named(words, above)
        told = fold("\n".join((hit.passage.span.cut(document.text), *section.path)))
        if section.path and _holds(words, told):
            key = document.id, section.span.start
            _, count, *_ = found.get(key, (named, 0))
            found[key] = named, count + 1, document, section
    ordered = sorted(found.values(), key=lambda one: (-one[0], -one[1]))
    return [
        OnTopic(document, section, count, _sentence(words, document, section))
        for _, count, document, section in ordered
    ]


def _section_named(words: _Words, above: tuple[Section, ...]) -> tuple[Section, float]:
    """The outermost section whose heading names the topic, and what share of it; else its own."""
    for section in reversed(above):
        heading = fold(bare(section.path[-1])) if section.path else ""
        if heading and len(heading) <= _A_HEADING and _holds(words, heading):
            return section, sum(map(len, words)) / len(heading)
    return above[0], 0.0


def _holds(words: _Words, folded: str) -> bool:
    return all(word in folded for word in words)


def _sentence(words: _Words, document: Document, section: Section) -> Span:
    """The first sentence below a heading that names the topic, else the first that is on it."""
    start = section.heading.end if section.heading else section.span.start
    if start >= section.span.end or not document.text[start : section.span.end].strip():
        return section.heading or section.span
    below = sentences(document.text, Span(start, section.span.end))
    first = next(iter(below), section.span)
    if section.path and _holds(words, fold(section.path[-1])):
        return first
    return next((one for one in below if _holds(words, fold(one.cut(document.text)))), first)
