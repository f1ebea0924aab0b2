"""Sections -> Passages: the smallest text worth finding, and worth citing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from index.documents import Document
from index.markers import Kind
from index.outline import Section
from index.sentences import sentences
from index.spans import Span

LONGEST = 220  # characters; a single longer sentence stays whole
SHORTEST = 60  # a passage below this takes the next sentence in, even across a line end


@dataclass(frozen=True, slots=True)
class Passage:
    """Whole sentences of one section; `path` holds the headings above them, outermost first.

    `section` is the place of that section in the document's outline.
    """

    document_id: str
    section: int
    path: tuple[str, ...]
    span: Span


def chunk(document: Document, outline: Iterable[Section]) -> tuple[Passage, ...]:
    """The passages of a document in reading order; a title line is none."""
    return tuple(
        Passage(document.id, place, section.path, span)
        for place, section in enumerate(outline)
        for span in _spans(document.text, section)
    )


def _spans(text: str, section: Section) -> Iterator[Span]:
    whole = _worth_citing(text, section)
    if whole is None:
        return
    start: int | None = None
    end = whole.start
    for sentence in sentences(text, whole):
        new_line = "\n" in text[end : sentence.start]
        full = start is not None and (
            sentence.end - start > LONGEST or (new_line and end - start >= SHORTEST)
        )
        if start is not None and full:
            yield Span(start, end)
            start = None
        start = sentence.start if start is None else start
        end = sentence.end
    if start is not None:
        yield Span(start, end)


def _worth_citing(text: str, section: Section) -> Span | None:
    """The section's own text, with the heading where the two are one paragraph."""
    heading, body = section.heading, section.body
    if section.kind is Kind.CONTENTS:
        return None
    if section.kind is None or heading is None:
        return body
    if body is None:
        leaf = (
            heading.end >= section.span.end - 1 or not text[heading.end : section.span.end].strip()
        )
        return heading if leaf else None
    runs_in = "\n" not in text[heading.end : body.start]
    return Span(heading.start, body.end) if runs_in else body
