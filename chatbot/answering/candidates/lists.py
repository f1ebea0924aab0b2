"""A sentence found -> the complete list it opens or belongs to."""

import re
from collections.abc import Iterator
from dataclasses import replace

from chatbot.answering.candidate import Draft
from chatbot.answering.candidates.outlines import children, parent, siblings
from chatbot.answering.evidence.form import comprises
from chatbot.answering.understanding.question import Kind, Understood
from index.generation import Generation
from index.intake.documents import Document
from index.language.sentences import sentences
from index.outlining.markers import bare
from index.outlining.outline import Section
from index.spans import Span, trimmed

_FEWEST_ITEMS = 2
_MOST_LINES = 20
_LINE = re.compile(r"\s*[^\n]+")
_ANNOUNCES = re.compile(r"[：:]$")
_ENUMERATES = re.compile(
    r"[两二三四五六七八九十\d](个|项|大|条|类|种|步|方面)|(、[^、。；]{1,20}){2,}"
    r"|(包括|分为|分成)[^。；]{2,20}[和及与]"
)
_LONGEST_PART = 350  # characters of a section that a list question may be answered with whole


def complete(understood: Understood, draft: Draft, generation: Generation) -> Draft:
    """The list that the draft's sentence announces (…如下：) or is an item of; else the draft.

    A list question that no numbered list answers gets the whole short section, not one sentence
    of it, unless the sentence itself enumerates.
    """
    draft = announced(draft, generation)
    quote = draft.spans[0].cut(draft.document.text)
    if draft.is_list:
        return draft
    sections = generation.sections(draft.document.id)
    if understood.kind is not Kind.LIST or len(draft.spans) > 1 or comprises(understood, quote):
        return draft
    return _around(draft, sections) or _whole(draft, quote) or draft


def announced(draft: Draft, generation: Generation) -> Draft:
    """The items that the draft's quote announces, below its section or right after the quote.

    The draft itself when it announces nothing (its last sign is no colon) or no list is there.
    """
    opening, document = draft.spans[0], draft.document
    if draft.is_list or not _ANNOUNCES.search(opening.cut(document.text)):
        return draft
    sections = generation.sections(document.id)
    below = [item_span(document, item) for item in children(draft.section, sections)]
    after = [item_span(document, item) for item in _items_after(opening, document, sections)]
    kinds = (below, after, _lines_after(opening, document.text))
    items = next((spans for spans in kinds if len(spans) >= _FEWEST_ITEMS), None)
    if items is None:
        return draft
    return replace(draft, spans=tuple(items), is_list=True, intro=opening, key=None)


def _items_after(
    opening: Span, document: Document, sections: tuple[Section, ...]
) -> Iterator[Section]:
    """The items of the list that starts where a sentence ends; one that counts on, none other."""
    end, number, kind = opening.end, 0, None
    for section in sections:
        if section.span.start < end or not section.heading:
            continue
        follows = not document.text[end : section.span.start].strip()
        if not follows or section.number != number + 1 or kind not in (None, section.kind):
            return
        yield section
        end, number, kind = section.span.end, section.number, section.kind


def _lines_after(opening: Span, text: str) -> list[Span]:
    """The lines of a list without signs: each ends with a semicolon, the last one with a stop."""
    items: list[Span] = []
    place = opening.end
    while len(items) < _MOST_LINES and (line := _LINE.match(text, place)):
        if not (span := trimmed(text, line.start(), line.end())):
            break
        place = line.end()
        items.append(span)
        if text[span.end - 1] not in "；;":
            return items if text[span.end - 1] == "。" else []
    return []


def _around(draft: Draft, sections: tuple[Section, ...]) -> Draft | None:
    """The list of which the draft's one-sentence section is an item."""
    section = draft.section
    items = siblings(section, sections)
    if section.body is not None or section not in items:
        return None
    return _listed(draft, parent(section, sections) or section, items)


def _whole(draft: Draft, quote: str) -> Draft | None:
    """The draft's whole section, when it is short and the sentence enumerates nothing itself."""
    whole = draft.section.body
    if whole is None or len(whole) > _LONGEST_PART or _ENUMERATES.search(quote):
        return None
    return Draft(draft.document, draft.section, (whole,), draft.coverage)


def _listed(draft: Draft, section: Section, items: list[Section]) -> Draft:
    if len(items) < _FEWEST_ITEMS:
        return draft
    document = draft.document
    spans = tuple(item_span(document, item) for item in items)
    intro = announcing(document, section)
    return Draft(document, section, spans, draft.coverage, is_list=True, intro=intro)


def announcing(document: Document, section: Section) -> Span | None:
    """The sentence with which a section announces its list (…应当符合下列条件：), if it does."""
    if section.body is None:
        return None
    *_, last = sentences(document.text, section.body)
    return last if _ANNOUNCES.search(last.cut(document.text)) else None


def item_span(document: Document, item: Section) -> Span:
    """What a list shows of an item: its heading; when that is a bare sign, its first sentence."""
    assert item.heading is not None  # noqa: S101  an item is what has a heading
    if bare(item.heading.cut(document.text)) or item.body is None:
        return item.heading
    first = next(sentences(document.text, item.body))
    return Span(item.heading.start, first.end)
