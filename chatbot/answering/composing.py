"""Passages found -> the words that answer: a sentence, a section, or a complete list."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chatbot.answering.question import Kind, Understood
from chatbot.answering.retrieving import Found
from index.build import Generation
from index.chunking import Passage
from index.documents import Document
from index.markers import Kind as Numbering
from index.outline import Section
from index.sentences import sentences
from index.spans import Span, trimmed

_LONGEST_SECTION = 400  # characters: a longer section is not quoted whole
# How much a word counts that stands not in the sentence but in its own heading, in the headings
# above, in the title; a value (a date, a body) is often all that the sentence itself says.
_IN_CONTEXT = (0.85, 0.6, 0.6)
_IN_VALUE_CONTEXT = (0.95, 0.85, 0.7)
_BY_COUNT = 0.25
_PREFER_SECTION = 0.05
_ASKS_FOR_A_PART = frozenset({Kind.LIST, Kind.HOW, Kind.WHAT, Kind.DEFINITION})
_BY_RANK = 0.25  # the passage's share in choosing a sentence; the sentence's words have the rest
_HEADING_ENOUGH = 0.6  # of the question: a heading that covers this much names what is asked
_FEWEST_ITEMS = 2
_NO_ITEMS = frozenset({Numbering.LABEL, Numbering.ARTICLE})  # they divide text, and list nothing

_HAN_NUMBER = "[0-9０-９一二三四五六七八九十百千万亿两半.．]+"
_MUST_HOLD = {
    Kind.WHEN: re.compile(
        rf"(\d{{2,4}}|[一二三四五六七八九〇零Oo○]{{2,4}})年|{_HAN_NUMBER}(个)?(月|日|天|年|小时|周|工作日)"
        r"|每(年|月|周|季)|年(初|底|末|中)|月底|\d{4}\s*[-—–－]{1,2}\s*\d{4}"
    ),
    Kind.AMOUNT: re.compile(
        rf"{_HAN_NUMBER}\s*(万|亿)?(元|[%％]|个百分点|张|人|名|个|所|家|项|倍|平方|公里|岁|床|套|次|天|日|月|年|分|吨|毫米|米|户|村|件)"
        rf"|百分之{_HAN_NUMBER}"
    ),
    Kind.WHO: re.compile(
        r"局|厅|部|委|科|处|办|政府|中心|单位|机关|组织|小组|同志|书记|理|长|人|院|者|会|公司|社会"
    ),
    Kind.CONTACT: re.compile(
        r"\d{3,4}[-－]?\d{7,8}|1\d{10}|\b1\d{4}\b|[\w.]+@[\w.]+|https?://|www\."
    ),
}
_MONEY = re.compile(r"多少(钱|元|万|亿|块)|金额|投资|罚款|工资|费")
_RANGE = re.compile(r"哪年到哪年|年限|起止|从.{0,4}到")
_IS_RANGE = re.compile(r"\d{4}年?\s*(?:[-—–－~～至到]|——)\s*\d{4}")
_IS_MONEY = re.compile(rf"{_HAN_NUMBER}\s*(万|亿)?元|{_HAN_NUMBER}[%％]")


@dataclass(frozen=True, slots=True)
class Draft:
    """Spans of one document chosen to answer, with how much of the question they cover."""

    document: Document
    section: Section
    spans: tuple[Span, ...]
    coverage: float
    is_list: bool = False


def compose(understood: Understood, found: Found, generation: Generation) -> Draft | None:
    """The draft that covers the question best; None when nothing found is of the asked type."""
    sentence = _best_sentence(understood, found, generation)
    if understood.kind not in _ASKS_FOR_A_PART:
        return sentence
    section = _best_section(found, generation)
    if sentence is None or section is None:
        return sentence or section
    return section if section.coverage >= sentence.coverage - _PREFER_SECTION else sentence


def compose_item(
    section: Section, document: Document, sections: tuple[Section, ...], number: int
) -> Draft | None:
    """The whole of item `number` in the list that a section holds."""
    items = children(section, sections)
    chosen = next((item for item in items if item.number == number), None)
    chosen = chosen or (items[number - 1] if 0 < number <= len(items) else None)
    return _whole(document, chosen, sections, 1.0) if chosen else None


def children(section: Section, sections: tuple[Section, ...]) -> list[Section]:
    """The sections one level below, in order."""
    return [
        other
        for other in sections
        if other.level == section.level + 1 and section.span.holds(other.span) and other != section
    ]


def siblings(section: Section, sections: tuple[Section, ...]) -> list[Section]:
    """The sections beside this one under the same heading, itself included."""
    around = (
        other
        for other in reversed(sections)
        if other.level == section.level - 1 and other.span.holds(section.span)
    )
    parent = next(around, None)
    return children(parent, sections) if parent else [section]


def _best_sentence(understood: Understood, found: Found, generation: Generation) -> Draft | None:
    best, best_score = None, 0.0
    top = max((hit.score for hit in found.hits), default=0.0) or 1.0
    by_value = understood.kind in _MUST_HOLD
    for hit in found.hits:
        document, above = _sections_above(hit.passage, generation)
        for section, span in _candidates(document, above, hit.passage, with_headings=by_value):
            quote = span.cut(document.text)
            if not _holds(understood, quote):
                continue
            context = _context(
                document, section.path, _IN_VALUE_CONTEXT if by_value else _IN_CONTEXT
            )
            counted = _counts(understood, quote)
            covered = found.coverage.across([(quote, 1.0), *context])
            score = (1 - _BY_RANK) * covered + _BY_RANK * hit.score / top + counted
            if score > best_score:
                own = found.own_coverage.across([(quote, 1.0), *context])
                best, best_score = Draft(document, section, (span,), own + counted), score
    return best


def _sections_above(passage: Passage, generation: Generation) -> tuple[Document, list[Section]]:
    """The document of a passage and the sections that hold it, its own first."""
    document = generation.document(passage.document_id)
    assert document is not None  # noqa: S101
    sections = generation.sections(document.id)
    above = [
        section for section in sections[: passage.section + 1] if section.span.holds(passage.span)
    ]
    return document, above[::-1]


def _candidates(
    document: Document, above: list[Section], passage: Passage, *, with_headings: bool
) -> Iterator[tuple[Section, Span]]:
    for span in sentences(document.text, passage.span):
        yield above[0], span
    for section in above if with_headings else ():
        if section.path and section.heading and not passage.span.holds(section.heading):
            yield section, section.heading


def _context(
    document: Document, path: tuple[str, ...], trust: tuple[float, float, float]
) -> list[tuple[str, float]]:
    *above, own = path or ("",)
    return list(zip((own, " ".join(above), document.title), trust, strict=True))


def _counts(understood: Understood, quote: str) -> float:
    """A little more for a sentence that counts what a list question asks for: 三个阶段."""
    if understood.kind is not Kind.LIST:
        return 0.0
    asked = "|".join(re.escape(word.text) for word in understood.words if len(word.text) > 1)
    counted = asked and re.search(
        rf"[两二三四五六七八九十\d](个|项|大|条|类|种|步|方面)?(?:{asked})", quote
    )
    return _BY_COUNT if counted else 0.0


def _holds(understood: Understood, quote: str) -> bool:
    pattern = _MUST_HOLD.get(understood.kind)
    if pattern is None:
        return True
    if understood.kind is Kind.AMOUNT and _MONEY.search(understood.text):
        pattern = _IS_MONEY
    if understood.kind is Kind.WHEN and _RANGE.search(understood.text):
        pattern = _IS_RANGE
    return bool(pattern.search(quote))


def _best_section(found: Found, generation: Generation) -> Draft | None:
    """The section whose heading names what is asked: its list, or its own text."""
    best: Draft | None = None
    for document in generation.documents:
        sections = generation.sections(document.id)
        for section in sections:
            if not section.path:
                continue
            context = _context(document, section.path, (1.0, *_IN_CONTEXT[1:]))
            own, covered = (
                found.own_coverage.of(section.path[-1]),
                found.own_coverage.across(context),
            )
            if own > 0 and covered >= _HEADING_ENOUGH and (best is None or covered > best.coverage):
                best = _whole(document, section, sections, covered) or best
    return best


def _whole(
    document: Document, section: Section, sections: tuple[Section, ...], covered: float
) -> Draft | None:
    items = [item for item in children(section, sections) if item.kind not in _NO_ITEMS]
    if len(items) >= _FEWEST_ITEMS:
        spans = tuple(_item_span(document, item, items) for item in items)
        return Draft(document, section, spans, covered, is_list=True)
    text = section.body or trimmed(document.text, section.span.start, section.span.end)
    if text is None or len(text) > _LONGEST_SECTION:
        return None
    return Draft(document, section, (text,), covered)


def _item_span(document: Document, item: Section, items: list[Section]) -> Span:
    assert item.heading is not None  # noqa: S101
    return item.heading
