"""Draft: the spans chosen to answer, before they are cut and cited."""

from dataclasses import dataclass

from index.intake.documents import Document
from index.outlining.outline import Section
from index.spans import Span

_A_HEADING = 20  # characters: a longer one is an item's whole sentence


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

    @property
    def path(self) -> tuple[str, ...]:
        """The headings above the quote; not the own one, when it is a sentence that is quoted."""
        heading, path = self.section.heading, self.section.path
        repeats = heading and len(heading) > _A_HEADING and self.spans[0].holds(heading)
        return path[:-1] if repeats else path
