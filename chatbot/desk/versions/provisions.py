"""A version of a plan or law -> its rules, each cut into sentences, the numbers set apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from chatbot.desk.text.clauses import MARKER
from chatbot.desk.text.squeezed import squeeze
from index.intake.documents import Document
from index.language.sentences import sentences
from index.outlining.markers import Kind
from index.outlining.outline import Section
from index.spans import Span, trimmed

_COUNT = "[一二三四五六七八九十百千零〇0-9０-９]{1,6}"
_NUMBER = re.compile(
    rf"第{_COUNT}(?:编|篇|章|节|条|部分)(?:之{_COUNT})?|专栏\s*{_COUNT}|附\s*件\s*(?:{_COUNT})?[:：]?"
    rf"|[0-9]{{1,2}}(?:[.．][0-9]{{1,2}}){{1,2}}|{MARKER.pattern}"
)
_TITLE_SHOWN = 30  # characters
Heading = tuple[Span | None, str, tuple[str, ...]]  # of a rule: its number, title and place


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or heading of a version; `words` have no white space.

    `rule` counts the rules of the version; `number` is the （一） right before the sentence.
    """

    span: Span
    words: str
    rule: int
    place: tuple[str, ...]
    number: Span | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """What a version's outline keeps together: an article with its items, or a section's text."""

    number: Span | None
    title: str
    place: tuple[str, ...]
    sentences: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """A document's rules, and its sentences in the order of the text."""

    document: Document
    rules: tuple[Rule, ...]
    sentences: tuple[Sentence, ...]

    def words(self, rule: Rule) -> str:
        """All sentences of a rule, without white space and without its numbers."""
        return "".join(self.sentences[place].words for place in rule.sentences)

    def numbered(self, rule: Rule) -> str:
        """The number of a rule as written, without white space; "" when it has none."""
        return squeeze(rule.number.cut(self.document.text)).text if rule.number else ""


@dataclass(slots=True)
class _Open:
    """A section being read: where its rule stands, and how its parts are called."""

    section: Section
    rule: int
    place: tuple[str, ...]
    within_article: bool


def cut(document: Document, sections: tuple[Section, ...]) -> Version:
    """The rules and sentences of a document; every character but white space is in one of them.

    Items inside an article belong to the article, as do short items to what they are a list of.
    """
    cutting = _Cutting(document.text)
    for section, follows in zip_longest(sections, sections[1:]):
        cutting.take(section, leaf=follows is None or follows.level <= section.level)
    return _version(document, cutting.rules, cutting.found)


class _Cutting:
    """The rules and sentences found so far, and the sections that are still open."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._open: list[_Open] = []
        self.rules: list[Heading] = []
        self.found: list[Sentence] = []

    def take(self, section: Section, *, leaf: bool) -> None:
        while self._open and self._open[-1].section.level >= section.level:
            self._open.pop()
        around = self._open[-1] if self._open else None
        number, title = _parts(self._text, section)
        place = _place(self._text, section, around, number, title)
        if around and _belongs_to(section, around, leaf=leaf):
            rule = around.rule
            self._add(section, (number, title), rule, place)
        else:
            rule = len(self.rules)
            bare = title is None and section.body is None  # a number without words is its words
            self.rules.append((None if bare else number, _words(self._text, title), place))
            self._add(section, (number if bare else None, title), rule, place)
        article = section.kind is Kind.ARTICLE or _within(around)
        self._open.append(_Open(section, rule, place, article))

    def _add(
        self,
        section: Section,
        heading: tuple[Span | None, Span | None],
        rule: int,
        place: tuple[str, ...],
    ) -> None:
        """The sentences of a section, its number with the first; the number if it has no other."""
        text, (number, title) = self._text, heading
        spans = list(_sentences(text, title, section.body))
        if not spans and number:
            spans, number = [number], None
        around = self._open[-1] if self._open else None
        for span in spans:
            goes_on = around and _goes_on(text, section, around, span)
            where = around.place if around and goes_on else place
            self.found.append(Sentence(span, _words(text, span), rule, where, number))
            number = None


def _version(
    document: Document,
    rules: list[Heading],
    found: list[Sentence],
) -> Version:
    """Rules without a sentence left out, those that follow counted anew."""
    members: dict[int, list[int]] = {}
    for place, sentence in enumerate(found):
        members.setdefault(sentence.rule, []).append(place)
    kept = {old: new for new, old in enumerate(sorted(members))}
    return Version(
        document,
        tuple(Rule(*rules[old], sentences=tuple(members[old])) for old in kept),
        tuple(
            Sentence(one.span, one.words, kept[one.rule], one.place, one.number) for one in found
        ),
    )


def _parts(text: str, section: Section) -> tuple[Span | None, Span | None]:
    """The number of a heading, and its words."""
    if section.heading is None:
        return None, None
    start, end = section.heading.start, section.heading.end
    found = _NUMBER.match(text, start, end) if section.kind is not None else None
    if found is None:
        return None, section.heading
    return trimmed(text, start, found.end()), trimmed(text, found.end(), end)


def _belongs_to(section: Section, around: _Open, *, leaf: bool) -> bool:
    """Whether a section is an item of the rule around it, not a rule of its own."""
    if around.within_article or section.kind is Kind.REST:
        return True
    if section.kind is None or section.kind <= Kind.ARTICLE or section.kind is Kind.LEAD:
        return False
    return section.kind >= Kind.ARABIC_IN_BRACKETS or (leaf and section.body is None)


def _goes_on(text: str, section: Section, around: _Open, span: Span) -> bool:
    """Whether a sentence is a paragraph of the article again, after the last of its items."""
    start = section.heading.end if section.heading else section.span.start
    return around.within_article and "\n" in text[start : span.start]


def _within(around: _Open | None) -> bool:
    return around is not None and around.within_article


def _place(
    text: str, section: Section, around: _Open | None, number: Span | None, title: Span | None
) -> tuple[str, ...]:
    """How a reader finds it: from the article on by numbers, above by headings."""
    if around is None or section.heading is None:
        return around.place if around else ()
    if section.kind is Kind.ARTICLE and number:
        return (_words(text, number),)
    if _within(around) and number:
        return (*around.place, _words(text, number))
    named = f"{_words(text, number)}{_words(text, title)}"
    return (*around.place, named if len(named) <= _TITLE_SHOWN else f"{named[:_TITLE_SHOWN]}…")


def _words(text: str, span: Span | None) -> str:
    return squeeze(span.cut(text)).text if span else ""


def _sentences(text: str, *parts: Span | None) -> Iterator[Span]:
    for part in parts:
        for span in sentences(text, part) if part else ():
            if squeeze(span.cut(text)).text:
                yield span
