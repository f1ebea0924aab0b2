"""Draft: the spans chosen to answer, before they are cut and cited."""

from dataclasses import dataclass

from index.documents import Document
from index.outline import Section
from index.spans import Span


@dataclass(frozen=True, slots=True)
class Draft:
    """Spans of one document that answer; `section` is where they stand.

    `coverage` is the share of the question's own words that they and their headings cover.
    `key` is the sentence that answers, when its whole paragraph is quoted.
    A list shows its spans as numbered items, below the sentence that announces them (`intro`).
    """

    document: Document
    section: Section
    spans: tuple[Span, ...]
    coverage: float
    is_list: bool = False
    intro: Span | None = None
    key: Span | None = None
