"""A sentence found -> the complete list it opens or belongs to."""

import re

from chatbot.answering.draft import Draft
from chatbot.answering.outlines import children, parent, siblings
from chatbot.answering.question import Kind, Understood
from index.build import Generation
from index.documents import Document
from index.markers import bare
from index.outline import Section
from index.sentences import sentences
from index.spans import Span

_FEWEST_ITEMS = 2
_ANNOUNCES = re.compile(r"[：:]$")
_ENUMERATES = re.compile(
    r"[两二三四五六七八九十\d](个|项|大|条|类|种|步|方面)|(、[^、。；]{1,20}){2,}"
)
_LONGEST_PART = 350  # characters of a section that a list question may be answered with whole


def complete(understood: Understood, draft: Draft, generation: Generation) -> Draft:
    """The list that the draft's sentence announces (…如下：) or is an item of; else the draft.

    A list question that no numbered list answers gets the whole short section, not one sentence
    of it, unless the sentence itself enumerates.
    """
    if draft.is_list:
        return draft
    sections = generation.sections(draft.document.id)
    quote = draft.spans[0].cut(draft.document.text)
    if _ANNOUNCES.search(quote) and (items := children(draft.section, sections)):
        return _listed(draft, draft.section, items, draft.spans[0])
    if understood.kind is not Kind.LIST or len(draft.spans) > 1:
        return draft
    return _around(draft, sections) or _whole(draft, quote) or draft


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


def _listed(
    draft: Draft, section: Section, items: list[Section], intro: Span | None = None
) -> Draft:
    if len(items) < _FEWEST_ITEMS:
        return draft
    document = draft.document
    spans = tuple(item_span(document, item) for item in items)
    intro = intro or announcing(document, section)
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
