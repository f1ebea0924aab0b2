"""Headings around the passages found -> the sections they name: their list, or their own text."""

from collections.abc import Iterator

from chatbot.answering.candidate import Candidate, Shape
from chatbot.answering.candidates.lists import announcing, item_span
from chatbot.answering.candidates.outlines import children, sections_above
from chatbot.answering.looking.context import context
from chatbot.answering.looking.retrieving import Found
from chatbot.answering.weights import limit, trust, weight
from index.generation import Generation
from index.intake.documents import Document
from index.outlining.outline import Section
from index.search import Hit
from index.spans import trimmed

_TRUST = trust("section")
_ENOUGH = weight("enough", "heading")
_LONGEST = limit("section")
_FEWEST_ITEMS = limit("fewest_items")


def sections_named(found: Found, generation: Generation) -> Iterator[Candidate]:
    """The sections whose headings name what is asked, among those around the hits.

    Passages are found by their headings too, so a heading that names the subject is among them.
    """
    for document, section, hit in _around_hits(found, generation):
        if section.heading is None or not section.path:
            continue
        named = tuple(context(document, section, _TRUST))
        if not found.own_coverage.of(section.path[-1]):
            continue  # the headings above it name what is asked, and not this one
        if found.own_coverage.across(named) >= _ENOUGH:
            sections = generation.sections(document.id)
            if candidate := whole_section(document, section, sections, hit, named):
                yield candidate


def _around_hits(found: Found, generation: Generation) -> list[tuple[Document, Section, Hit]]:
    """The sections that hold a hit, with the best of them, in the order of the plans."""
    around: dict[tuple[str, int, int], tuple[Document, Section, Hit]] = {}
    for hit in found.hits:
        document, above = sections_above(hit.passage, generation)
        for section in above:
            key = (document.id, section.span.start, section.level)
            around.setdefault(key, (document, section, hit))
    order = {document.id: place for place, document in enumerate(generation.documents)}
    return [around[key] for key in sorted(around, key=lambda key: (order[key[0]], *key[1:]))]


def whole_section(
    document: Document,
    section: Section,
    sections: tuple[Section, ...],
    hit: Hit | None,
    named: tuple[tuple[str, float], ...] = (),
) -> Candidate | None:
    """A section's list of headings, else all its text; None when that is too long to quote."""
    headings = tuple(item_span(document, child) for child in children(section, sections))
    if len(headings) >= _FEWEST_ITEMS:
        intro = announcing(document, section)
        return Candidate(document, section, headings, Shape.LIST, hit, intro=intro, named=named)
    text = section.body or trimmed(document.text, section.span.start, section.span.end)
    if text is None or len(text) > _LONGEST:
        return None
    return Candidate(document, section, (text,), Shape.SECTION, hit, named=named)
