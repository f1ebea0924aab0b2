"""The laws that every outline and every cut into passages keeps, whatever the text."""

from itertools import pairwise

from index.chunking import LONGEST, Passage
from index.intake.cleaning import information_end
from index.intake.documents import Document
from index.language.sentences import sentences
from index.outlining.markers import Kind
from index.outlining.outline import Section
from index.spans import Span


def assert_sections_nest(document: Document, sections: tuple[Section, ...]) -> None:
    """The root covers all; each other section lies in its parent, after its elder siblings."""
    root, *others = sections
    assert (root.level, root.path, root.span) == (0, (), Span(0, len(document.text)))
    above, elders = [root], {0: 0}
    for place, section in enumerate(others, 1):
        assert 1 <= section.level <= len(above), "a level is skipped"
        above = [*above[: section.level], section]
        parent = above[-2]
        assert parent.span.holds(section.span)
        own = section.path[len(parent.path) :]
        assert section.path == (*parent.path, *own)
        assert len(own) == (0 if section.kind is Kind.REST else 1), "a heading is one step down"
        elder = elders.get(section.level, 0)
        elders = {level: end for level, end in elders.items() if level < section.level}
        elders[section.level] = section.span.end
        assert elder <= section.span.start, f"section {place} begins inside its elder"


def assert_nothing_between_headings_is_lost(
    document: Document, sections: tuple[Section, ...]
) -> None:
    """Heading, body and children hold every character of a section that is not white space."""
    for place, section in enumerate(sections):
        parts = [part for part in (section.heading, section.body) if part]
        parts += [child.span for child in children(sections, place)]
        if not place and (end := information_end(document.styles)):
            parts.insert(0, Span(0, end))
        assert all(section.span.holds(part) for part in parts)
        assert all(one.end <= other.start for one, other in pairwise(parts))
        assert not letters_outside(document.text, section.span, parts)


def assert_passages_are_whole(
    document: Document, sections: tuple[Section, ...], passages: tuple[Passage, ...]
) -> None:
    """Each lies in its section, holds whole sentences, and meets neither another nor the title."""
    title = sections[0].heading
    for one, other in pairwise(passages):
        assert one.span.end <= other.span.start, "passages overlap or stand out of order"
    for passage in passages:
        section = sections[passage.section]
        assert (passage.document_id, passage.path) == (document.id, section.path)
        assert section.span.holds(passage.span)
        assert not (title and title.meets(passage.span)), "the title became a passage"
        inside = list(sentences(document.text, passage.span))
        assert (inside[0].start, inside[-1].end) == (passage.span.start, passage.span.end)
        assert len(passage.span) <= LONGEST or len(inside) == 1
        assert_ends_where_a_sentence_ends(document.text, section, passage)


def assert_ends_where_a_sentence_ends(text: str, section: Section, passage: Passage) -> None:
    parts = [part for part in (section.heading, section.body) if part]
    whole = Span(min(part.start for part in parts), max(part.end for part in parts))
    begins_body = section.body is not None and section.body.start <= passage.span.start
    own = section.body if begins_body and section.body else whole
    ends = {span.end for reading in (own, whole) for span in sentences(text, reading)}
    assert passage.span.end in ends


def assert_all_text_can_be_found(
    document: Document, sections: tuple[Section, ...], passages: tuple[Passage, ...]
) -> None:
    """Every body, and every heading with nothing below it, stands in passages.

    A table of contents does not, and therefore holds no sentence.
    """
    found = [passage.span for passage in passages]
    for place, section in enumerate(sections):
        if section.kind is Kind.CONTENTS:
            assert not set(section.span.cut(document.text)) & set("。；！？")
        elif section.body:
            assert not letters_outside(document.text, section.body, found)
        elif section.path and section.heading and not children(sections, place):
            assert not letters_outside(document.text, section.heading, found)


def children(sections: tuple[Section, ...], place: int) -> list[Section]:
    """The sections directly below one, by level and order alone."""
    level, below = sections[place].level, []
    for section in sections[place + 1 :]:
        if section.level <= level:
            break
        if section.level == level + 1:
            below.append(section)
    return below


def letters_outside(text: str, span: Span, parts: list[Span]) -> str:
    """What of a span lies in none of the parts, white space left out."""
    held = {place for part in parts for place in range(part.start, part.end)}
    outside = (text[place] for place in range(span.start, span.end) if place not in held)
    return "".join(sign for sign in outside if not sign.isspace())
