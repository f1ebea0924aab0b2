"""A topic -> the sections that are on it, what is most on it first."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from chatbot.answering.candidates.outlines import parent, sections_above
from chatbot.answering.understanding.topics import Topic
from chatbot.answering.weights import limit
from index.generation import Generation
from index.intake.documents import Document
from index.language.sentences import sentences
from index.language.synonyms import WEIGHTS, synonyms
from index.language.tokens import fold
from index.outlining.markers import Kind, bare
from index.outlining.outline import Section
from index.search import Query, search
from index.spans import Span

_SECTIONS, _PASSAGES = limit("topic_sections"), limit("passages_of_plain")
_A_HEADING = limit("heading_quoted")
_OPENING = re.compile("[，,。：:；;\n]")
_FEWEST = limit("topic_gathered")
_Words = tuple[tuple[str, ...], ...]  # for each word of a topic the ways to write it


@dataclass(frozen=True, slots=True)
class OnTopic:
    """A section that is on a topic, how many of its passages are, and its first such sentence."""

    document: Document
    section: Section
    passages: int
    sentence: Span


@dataclass(frozen=True, slots=True)
class _Counted:
    """A section, how much of its heading names the topic, and how many passages are on it."""

    document: Document
    section: Section
    named: float
    passages: int
    words: _Words


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

    By its own words and those that mean the same; when hardly any is written so, by the surest
    other word for one of them as well.
    """
    told: list[str] = []
    sections: list[_Counted] = []
    for wording, words, is_other in _ways(topic, generation):
        if told and not (is_other and _hardly(sections)):
            continue
        found = _sections(words, documents, generation)
        if found:
            told.append(wording)
            sections = _merged(sections, found)
    ordered = sorted(sections, key=lambda one: (-one.named, -one.passages))
    shown = tuple(_on_topic(one) for one in ordered[:_SECTIONS])
    asked = {topic.text, "、".join(topic.words)}
    return Card("、".join(told), not asked & set(told), len(ordered), shown) if told else None


def _hardly(sections: list[_Counted]) -> bool:
    """Whether no section is chiefly on the topic as it was typed, and hardly any at all."""
    return len(sections) < _FEWEST and not any(one.named for one in sections)


def _merged(known: list[_Counted], more: list[_Counted]) -> list[_Counted]:
    """Both, each section once."""
    held = {(one.document.id, one.section.span.start) for one in known}
    return known + [one for one in more if (one.document.id, one.section.span.start) not in held]


def _ways(topic: Topic, generation: Generation) -> Iterator[tuple[str, _Words, bool]]:
    """How a topic may be written: what to call it, the words, and whether they are other ones."""
    for words in dict.fromkeys(((topic.text,), topic.words)):
        if all(map(generation.writes, words)):
            yield "、".join(words), tuple(_same(word, generation) for word in words), False
    for place, word in enumerate(topic.words):
        surest = sorted(synonyms(word), key=lambda one: -one.weight)
        for other in (one.word for one in surest if generation.writes(one.word)):
            words = (*topic.words[:place], other, *topic.words[place + 1 :])
            yield "、".join(words), tuple((word,) for word in words), True


def _same(word: str, generation: Generation) -> tuple[str, ...]:
    """A word, and what plans write for the very same: 低保 and 最低生活保障."""
    same = (one.word for one in synonyms(word) if one.weight >= WEIGHTS["same"])
    return word, *filter(generation.writes, same)


def _sections(words: _Words, documents: frozenset[str], generation: Generation) -> list[_Counted]:
    """The sections with a passage that holds all of the words."""
    tokens = {
        token: 1.0 for ways in words for word in ways for token in generation.tokenizer.tokens(word)
    }
    hits = search(generation, Query("", tokens, documents), _PASSAGES)
    found: dict[tuple[str, int], _Counted] = {}
    for hit in hits:
        document, above = sections_above(hit.passage, generation)
        section, named = _section_named(words, above, document.text)
        told = fold("\n".join((hit.passage.span.cut(document.text), *section.path)))
        if section.path and _holds(words, told):
            key = document.id, section.span.start
            before = found.get(key, _Counted(document, section, named, 0, words))
            found[key] = replace(before, passages=before.passages + 1)
    return _gathered(list(found.values()), generation)


def _on_topic(one: _Counted) -> OnTopic:
    first = _sentence(one.words, one.document, one.section)
    return OnTopic(one.document, one.section, one.passages, first)


def _gathered(found: list[_Counted], generation: Generation) -> list[_Counted]:
    """The same, but the chapter in place of its articles, when most of them are on the topic."""
    under: dict[tuple[str, int], list[_Counted]] = defaultdict(list)
    above: dict[tuple[str, int], Section] = {}
    for one in found:
        chapter = parent(one.section, generation.sections(one.document.id))
        if not one.named and chapter and chapter.path:
            key = one.document.id, chapter.span.start
            under[key].append(one)
            above[key] = chapter
    for key, those in under.items():
        chapter = above[key]
        parts = [
            other
            for other in generation.sections(key[0])
            if other.level == chapter.level + 1 and chapter.span.holds(other.span)
        ]
        if len(those) >= _FEWEST and len(those) * 2 >= len(parts):
            count = sum(one.passages for one in those)
            found = [one for one in found if one not in those]
            found.append(_Counted(those[0].document, chapter, 0.0, count, those[0].words))
    return found


def _section_named(words: _Words, above: tuple[Section, ...], text: str) -> tuple[Section, float]:
    """The outermost section whose heading names the topic, and what share of it; else its own.

    The opening words of an article do what a heading does: 第十条 最低生活保障家庭，是指……
    """
    for section in reversed(above):
        heading = fold(bare(section.path[-1])) if section.path else ""
        if section.kind is Kind.ARTICLE:
            heading = fold(_OPENING.split(section.span.cut(text), maxsplit=1)[0])
        if heading and len(heading) <= _A_HEADING and _holds(words, heading):
            return section, _length(words, heading) / len(heading)
    return above[0], 0.0


def _holds(words: _Words, folded: str) -> bool:
    return all(any(word in folded for word in ways) for ways in words)


def _length(words: _Words, folded: str) -> int:
    """How many characters of a text are the words'."""
    return sum(max(len(word) for word in ways if word in folded) for ways in words)


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
