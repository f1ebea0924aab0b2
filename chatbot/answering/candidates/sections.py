"""Headings -> the section that is named in the question: its list, or its own text."""

from chatbot.answering.candidate import Draft
from chatbot.answering.candidates.lists import announcing, item_span
from chatbot.answering.candidates.outlines import children, sections_above
from chatbot.answering.looking.context import context
from chatbot.answering.looking.retrieving import Found
from index.generation import Generation
from index.intake.documents import Document
from index.outlining.outline import Section
from index.spans import trimmed

_IN_CONTEXT = (1.0, 0.95, 0.6)  # in the own heading, in the headings above, in the title
_BY_RANK = 0.1  # what the best passage's score adds: it tells like headings apart
_HEADING_ENOUGH = 0.6  # of the question: a heading that covers this much names what is asked
_LONGEST_SECTION = 400  # characters: a longer section is not quoted whole
_FEWEST_ITEMS = 2


def best_section(found: Found, generation: Generation, *, lists_only: bool = False) -> Draft | None:
    """The section whose headings cover the question best, among those around the hits.

    Passages are found by their headings too, so a heading that names the subject is among them.
    """
    best, best_score = None, 0.0
    top = max((hit.score for hit in found.hits), default=0.0) or 1.0
    for document, section, score in _around_hits(found, generation):
        covered = _covered(found, document, section)
        ranked = covered + _BY_RANK * score / top
        if covered >= _HEADING_ENOUGH and ranked > best_score:
            draft = whole(document, section, generation.sections(document.id), covered)
            if draft and (draft.is_list or not lists_only):
                best, best_score = draft, ranked
    return best


def _around_hits(found: Found, generation: Generation) -> list[tuple[Document, Section, float]]:
    """The sections that hold a hit, with the score of the best, in the order of the plans."""
    around: dict[tuple[str, int, int], tuple[Document, Section, float]] = {}
    for hit in found.hits:
        document, above = sections_above(hit.passage, generation)
        for section in above:
            key = (document.id, section.span.start, section.level)
            around.setdefault(key, (document, section, hit.score))
    order = {document.id: place for place, document in enumerate(generation.documents)}
    return [around[key] for key in sorted(around, key=lambda key: (order[key[0]], *key[1:]))]


def _covered(found: Found, document: Document, section: Section) -> float:
    """The share of the question in a section's headings; 0 if its own heading has none of it."""
    if section.heading is None or not section.path:
        return 0.0
    if not found.own_coverage.of(section.path[-1]):
        return 0.0
    return found.own_coverage.across(context(document, section, _IN_CONTEXT))


def whole(
    document: Document, section: Section, sections: tuple[Section, ...], covered: float
) -> Draft | None:
    """A section's list of headings, else all its text; None when that is too long to quote."""
    headings = tuple(item_span(document, child) for child in children(section, sections))
    if len(headings) >= _FEWEST_ITEMS:
        intro = announcing(document, section)
        return Draft(document, section, headings, covered, is_list=True, intro=intro)
    text = section.body or trimmed(document.text, section.span.start, section.span.end)
    if text is None or len(text) > _LONGEST_SECTION:
        return None
    return Draft(document, section, (text,), covered)
