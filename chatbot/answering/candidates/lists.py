"""A sentence found -> the complete list it opens or belongs to."""

import re
from collections.abc import Iterator
from dataclasses import replace

from chatbot.answering.candidate import Candidate, Shape
from chatbot.answering.candidates.outlines import children, is_item, parent, siblings
from chatbot.answering.weights import limit
from index.generation import Generation
from index.intake.documents import Document
from index.language.sentences import sentences
from index.outlining.markers import bare
from index.outlining.outline import Section
from index.spans import Span, trimmed

_FEWEST_ITEMS = limit("fewest_items")
_MOST_LINES = limit("list_lines")
_LINE = re.compile(r"\s*[^\n]+")
_ANNOUNCES = re.compile(r"[：:]$")
_ENUMERATES = re.compile(
    r"[两二三四五六七八九十\d](个|项|大|条|类|种|步|方面)|(、[^、。；]{1,20}){2,}"
    r"|(包括|分为|分成)[^。；]{2,20}[和及与]"
)
_LONGEST_OPENING = limit("opening")
_LONGEST_PART = limit("section_for_list")


def listed(candidate: Candidate, generation: Generation) -> Candidate:
    """The list that a sentence is an item of, else its whole short section, for who wants a list.

    The candidate itself when it quotes more than a sentence, or nothing of that is there.
    """
    if candidate.is_list or len(candidate.spans) > 1:
        return candidate
    sections = generation.sections(candidate.document.id)
    return _around(candidate, sections) or _whole(candidate) or candidate


def announced(candidate: Candidate, generation: Generation) -> Candidate:
    """The items that the quote announces, below its section or right after the quote.

    The candidate itself when it announces nothing (its last sign is no colon) or no list is there.
    """
    opening, document = candidate.spans[0], candidate.document
    if candidate.is_list or not _ANNOUNCES.search(opening.cut(document.text)):
        return candidate
    sections = generation.sections(document.id)
    below = [item_span(document, item) for item in children(candidate.section, sections)]
    after = [item_span(document, item) for item in _items_after(opening, document, sections)]
    end = _end_of_lines(candidate, sections)
    kinds = (below, after, _lines_after(opening, document.text, end))
    items = next((spans for spans in kinds if len(spans) >= _FEWEST_ITEMS), None)
    if items is None:
        return candidate
    return replace(candidate.quoting(*items), shape=Shape.LIST, intro=opening, key=None)


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


def _end_of_lines(candidate: Candidate, sections: tuple[Section, ...]) -> int:
    """Where the next section beside or above the candidate's begins, else the end of all."""
    own, place = candidate.section, candidate.spans[0].end
    return next(
        (
            other.span.start
            for other in sections
            if other.heading and other.level <= own.level and other.span.start >= place
        ),
        len(candidate.document.text),
    )


def _lines_after(opening: Span, text: str, end: int) -> list[Span]:
    """The lines of a list without signs: each ends with a semicolon, the last one with a stop.

    Where its section ends first, the list is over: many a last item keeps its semicolon.
    """
    items: list[Span] = []
    place = opening.end
    while (line := _LINE.match(text, place, end)) and (span := trimmed(text, *line.span())):
        if len(items) == _MOST_LINES:
            return []
        place = line.end()
        items.append(span)
        if text[span.end - 1] not in "；;":
            return items if text[span.end - 1] == "。" else []
    return items


def _around(candidate: Candidate, sections: tuple[Section, ...]) -> Candidate | None:
    """The list of which the candidate's one-sentence section is an item."""
    section = candidate.section
    items = siblings(section, sections)
    if section.body is not None or section not in items:
        return None
    return _listed(candidate, parent(section, sections) or section, items)


def _whole(candidate: Candidate) -> Candidate | None:
    """The candidate's whole section, when it is short and the sentence does not enumerate."""
    whole = candidate.section.body
    quote = candidate.spans[0].cut(candidate.document.text)
    if whole is None or len(whole) > _LONGEST_PART or _ENUMERATES.search(quote):
        return None
    return replace(candidate.quoting(whole), shape=Shape.SECTION)


def _listed(candidate: Candidate, section: Section, items: list[Section]) -> Candidate:
    if len(items) < _FEWEST_ITEMS:
        return candidate
    document = candidate.document
    spans = tuple(item_span(document, item) for item in items)
    intro = announcing(document, section)
    return replace(candidate.quoting(*spans), section=section, shape=Shape.LIST, intro=intro)


def announcing(document: Document, section: Section) -> Span | None:
    """The sentence with which a section announces its list (…应当符合下列条件：), if it does."""
    if section.body is None:
        return None
    *_, last = sentences(document.text, section.body)
    return last if _ANNOUNCES.search(last.cut(document.text)) else None


def introduced(candidate: Candidate, generation: Generation) -> Candidate:
    """A sentence that is an item of a list (（一）擅自转租的；) with what announces the list.

    Without it half is said. The candidate itself when it is none, or the opening is long.
    """
    section, document = candidate.section, candidate.document
    is_one = candidate.shape is Shape.SENTENCE and section.opens_with(candidate.spans[0])
    above = parent(section, generation.sections(document.id)) if is_one else None
    if above is None or not is_item(section):
        return candidate
    last = announcing(document, above)
    if last is None or len(last) > _LONGEST_OPENING:
        return candidate
    line = Span(
        document.text.rfind("\n", 0, last.start) + 1, last.end
    )  # 有下列情形的，责令改正；拒不改正的：
    whole = line if above.span.holds(line) and len(line) <= _LONGEST_OPENING else last
    return replace(candidate, intro=trimmed(document.text, whole.start, whole.end))


def item_span(document: Document, item: Section) -> Span:
    """What a list shows of an item: its heading; when that is a bare sign, its first sentence."""
    assert item.heading is not None  # noqa: S101  an item is what has a heading
    if bare(item.heading.cut(document.text)) or item.body is None:
        return item.heading
    first = next(sentences(document.text, item.body))
    return Span(item.heading.start, first.end)
