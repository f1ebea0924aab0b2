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
from index.spans import Span

_LONGEST_SECTION = 400  # characters: a longer section is not quoted whole
_IN_OWN_HEADING, _IN_PATH, _IN_TITLE = 0.85, 0.7, 0.6  # how much a word found there counts
_BY_RANK = 0.25  # the passage's share in choosing a sentence; the sentence's words have the rest
_HEADING_ENOUGH = 0.6  # of the question: a heading that covers this much names what is asked
_FEWEST_ITEMS = 2

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
    Kind.WHO: re.compile(r"局|厅|部|委|科|处|办|政府|中心|单位|机关|组织|小组|同志|书记|理|长|人|院|者|会|公司|社会"),
    Kind.CONTACT: re.compile(r"\d{3,4}[-－]?\d{7,8}|1\d{10}|\b1\d{4}\b|[\w.]+@[\w.]+|https?://|www\."),
}
_MONEY = re.compile(r"多少(钱|元|万|亿|块)|金额|投资|罚款|工资|费")
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
    best = _best_sentence(understood, found, generation)
    if understood.kind in {Kind.LIST, Kind.HOW, Kind.WHAT, Kind.DEFINITION}:
        named = _best_section(found, generation)
        if named and (best is None or named.coverage >= best.coverage - _margin(understood)):
            return named
    return best


def compose_item(section: Section, document: Document, sections: tuple[Section, ...], number: int) -> Draft | None:
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


def _margin(understood: Understood) -> float:
    return 0.15 if understood.kind is Kind.LIST else 0.05


def _best_sentence(understood: Understood, found: Found, generation: Generation) -> Draft | None:
    best: tuple[float, Draft] | None = None
    top = max((hit.score for hit in found.hits), default=1.0) or 1.0
    for hit in found.hits:
        document = generation.document(hit.passage.document_id)
        assert document is not None  # noqa: S101
        section = generation.sections(document.id)[hit.passage.section]
        for span in _candidates(document, section, hit.passage):
            quote = span.cut(document.text)
            if not _holds(understood, quote):
                continue
            covered = found.coverage.across(
                ((quote, 1.0), *_context(document, hit.passage.path))
            )
            score = (1 - _BY_RANK) * covered + _BY_RANK * hit.score / top
            if best is None or score > best[0]:
                best = (score, Draft(document, section, (span,), covered))
    return best[1] if best else None


def _candidates(document: Document, section: Section, passage: Passage) -> Iterator[Span]:
    yield from sentences(document.text, passage.span)
    if section.heading and not passage.span.holds(section.heading):
        yield section.heading


def _context(document: Document, path: tuple[str, ...]) -> list[tuple[str, float]]:
    *above, own = path or ("",)
    return [(own, _IN_OWN_HEADING), (" ".join(above), _IN_PATH), (document.title, _IN_TITLE)]


def _holds(understood: Understood, quote: str) -> bool:
    pattern = _MUST_HOLD.get(understood.kind)
    if pattern is None:
        return True
    if understood.kind is Kind.AMOUNT and _MONEY.search(understood.text):
        pattern = _IS_MONEY
    return bool(pattern.search(quote))


def _best_section(found: Found, generation: Generation) -> Draft | None:
    """The section whose heading names what is asked: its list, or its own text."""
    best: Draft | None = None
    for document in generation.documents:
        sections = generation.sections(document.id)
        for section in sections:
            if not section.path:
                continue
            own = found.coverage.of(section.path[-1])
            covered = found.coverage.across([(section.path[-1], 1.0), *_context(document, section.path)])
            if own > 0 and covered >= _HEADING_ENOUGH and (best is None or covered > best.coverage):
                best = _whole(document, section, sections, covered) or best
    return best


def _whole(
    document: Document, section: Section, sections: tuple[Section, ...], covered: float
) -> Draft | None:
    items = children(section, sections)
    if len(items) >= _FEWEST_ITEMS:
        spans = tuple(_item_span(document, item, items) for item in items)
        return Draft(document, section, spans, covered, is_list=True)
    if section.body is None or len(section.body) > _LONGEST_SECTION:
        return None
    return Draft(document, section, (section.body,), covered)


def _item_span(document: Document, item: Section, items: list[Section]) -> Span:
    assert item.heading is not None  # noqa: S101
    return item.heading
