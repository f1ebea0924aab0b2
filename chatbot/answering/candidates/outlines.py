"""Looking around in an outline: what stands below a section, and beside it."""

import re
from collections.abc import Iterator

from index.chunking import Passage
from index.generation import Generation
from index.intake.documents import Document
from index.outlining.markers import Kind
from index.outlining.outline import Section

_RITUAL = re.compile("指导思想|总体|基本思路|形势|回顾|附则|前言|附件|总则")
_NO_ITEMS = frozenset({Kind.LABEL, Kind.ARTICLE, Kind.REST})  # they divide text, and list nothing


def children(section: Section, sections: tuple[Section, ...]) -> list[Section]:
    """The items one level below, in order; what divides text without listing is none."""
    return [
        other
        for other in sections
        if other.level == section.level + 1 and section.span.holds(other.span) and is_item(other)
    ]


def is_item(section: Section) -> bool:
    """Whether a section may be an item of a list, and does not only divide the text."""
    return section.kind not in _NO_ITEMS


def chapters(document: Document, generation: Generation) -> Iterator[str]:
    """The headings of the first level of a document, in order."""
    for section in generation.sections(document.id):
        if section.level == 1 and section.path:
            yield section.path[-1]


def is_ritual(heading: str) -> bool:
    """Whether a heading opens or closes what every plan holds, and tells nothing of this one."""
    return bool(_RITUAL.search(heading))


def matters(document: Document, generation: Generation) -> Iterator[str]:
    """What a document is on: the headings below its chapters, then these, without what opens it."""
    sections = [one for one in generation.sections(document.id) if one.path]
    for level in (2, 1):
        for section in sections:
            if section.level == level and not any(map(is_ritual, section.path)):
                yield section.path[-1]


def siblings(section: Section, sections: tuple[Section, ...]) -> list[Section]:
    """The items beside this section under the same heading, itself included."""
    above = parent(section, sections)
    return children(above, sections) if above else [section]


def parent(section: Section, sections: tuple[Section, ...]) -> Section | None:
    """The section one level above; None for the root."""
    above = (other for other in sections if other.level == section.level - 1)
    return next((other for other in above if other.span.holds(section.span)), None)


def sections_above(
    passage: Passage, generation: Generation
) -> tuple[Document, tuple[Section, ...]]:
    """The document of a passage and the sections that hold it, its own first."""
    document = generation.document(passage.document_id)
    assert document is not None  # noqa: S101  a passage is of a document of its generation
    return document, generation.sections_above(passage)
