"""Sections -> Passages: the smallest text worth finding, and worth citing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from index.intake.cleaning import StyledLine
from index.intake.documents import Document
from index.intake.faults import naming
from index.language.sentences import sentences
from index.outlining.contents import contents_span
from index.outlining.outline import Section
from index.reading.paragraphs import Role
from index.spans import Span, trimmed
from index.tagging import Tag, tag

LONGEST = 220  # characters; a single longer sentence stays whole
SHORTEST = 60  # a passage below this takes the next sentence in, even across a line end


@dataclass(frozen=True, slots=True)
class Passage:
    """Whole sentences of one section; `path` holds the headings above them, outermost first.

    `section` is the place of that section in the document's outline. A row of a table is a passage
    of its own, and `header` is the row, or the rows, that name its columns. `tag` tells passages
    that match everything and answer little.
    """

    document_id: str
    section: int
    path: tuple[str, ...]
    span: Span
    header: Span | None = None
    tag: Tag = Tag.MATTER


def chunk(document: Document, outline: Iterable[Section]) -> tuple[Passage, ...]:
    """The passages of a document in reading order; a title line is none, nor are contents.

    Raises PlanFileUnreadable.
    """
    with naming(document.file):
        return tuple(_passages(document, outline))


def _passages(document: Document, outline: Iterable[Section]) -> Iterator[Passage]:
    rows = _Rows(document.styles)
    contents = contents_span(document.text)
    for place, section in enumerate(outline):
        for span in _spans(document.text, section, rows):
            if contents is None or not contents.meets(span):
                kind = tag(document.text, section.path, span)
                yield Passage(document.id, place, section.path, span, rows.header(span), kind)


class _Rows:
    """The rows of a document's tables, by where they start, and the header above each."""

    def __init__(self, styles: Iterable[StyledLine]) -> None:
        self._rows: dict[int, Span] = {}
        self._headers: dict[int, Span] = {}
        headers: dict[int, Span] = {}
        for style in styles:
            if style.role is Role.TABLE_HEADER:
                first = headers.get(style.table, style.span)
                headers[style.table] = Span(first.start, style.span.end)
            if style.table:
                self._rows[style.span.start] = style.span
            if style.role is Role.TABLE_ROW and style.table in headers:
                self._headers[style.span.start] = headers[style.table]

    def at(self, place: int) -> Span | None:
        return self._rows.get(place)

    def header(self, span: Span) -> Span | None:
        return self._headers.get(span.start)


def _spans(text: str, section: Section, rows: _Rows) -> Iterator[Span]:
    """The section's sentences gathered into passages, and each table row by itself."""
    whole = _worth_citing(text, section)
    if whole is None:
        return
    place = whole.start
    for row in _rows_within(whole, text, rows):
        if before := trimmed(text, place, row.start):
            yield from _gathered(text, before)
        yield row
        place = row.end
    if after := trimmed(text, place, whole.end):
        yield from _gathered(text, after)


def _rows_within(whole: Span, text: str, rows: _Rows) -> Iterator[Span]:
    start = text.rfind("\n", 0, whole.start) + 1  # an empty first cell is white space
    while 0 <= start < whole.end:
        if (row := rows.at(start)) and row.end > whole.start:
            yield row
        start = text.find("\n", start) + 1 or -1


def _gathered(text: str, whole: Span) -> Iterator[Span]:
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
    if section.kind is None or heading is None:
        return body
    if body is None:
        leaf = (
            heading.end >= section.span.end - 1 or not text[heading.end : section.span.end].strip()
        )
        return heading if leaf else None
    runs_in = "\n" not in text[heading.end : body.start]
    return Span(heading.start, body.end) if runs_in else body
