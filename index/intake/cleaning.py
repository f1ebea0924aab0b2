"""Paragraphs as read -> clean text, once, before offsets exist; what was removed is reported."""

from dataclasses import dataclass

from index.intake.chrome import chrome
from index.reading.paragraphs import Paragraph, Role
from index.spans import Span

_INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060"  # marks of layout, never words
_WHITE = _INVISIBLE + "".join(chr(code) for code in range(0x3001) if chr(code).isspace())


@dataclass(frozen=True, slots=True)
class RemovedLine:
    """A line that is page chrome: its number in the file (from 1), its words, and why it went."""

    number: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class StyledLine:
    """A line of the clean text that its format says is a heading or a row of a table."""

    span: Span
    role: Role
    level: int = 0
    table: int = 0


@dataclass(frozen=True, slots=True)
class CleanText:
    """The plan's own words, a line a paragraph; what its lines are; the lines that were removed."""

    text: str
    styles: tuple[StyledLine, ...]
    removed: tuple[RemovedLine, ...]


def clean(paragraphs: tuple[Paragraph, ...]) -> CleanText:
    """Drop page chrome by whole lines, and layout white space at the edges of lines.

    Within a kept line not one character changes. The text may be empty when all was chrome.
    """
    filled = [
        (number, line, paragraph)
        for number, paragraph in enumerate(paragraphs, 1)
        for whole in paragraph.text.splitlines()
        if (line := whole.strip(_WHITE))
    ]
    in_tables = {place for place, (_, _, paragraph) in enumerate(filled) if paragraph.table}
    reasons = chrome([line for _, line, _ in filled], in_tables)
    kept = [(line, of) for place, (_, line, of) in enumerate(filled) if place not in reasons]
    removed = (
        RemovedLine(number, line, reasons[place])
        for place, (number, line, _) in enumerate(filled)
        if place in reasons
    )
    return CleanText("\n".join(line for line, _ in kept), _styles(kept), tuple(removed))


def _styles(kept: list[tuple[str, Paragraph]]) -> tuple[StyledLine, ...]:
    styles: list[StyledLine] = []
    start = 0
    for line, of in kept:
        if of.role is not Role.TEXT:
            span = Span(start, start + len(line))
            styles.append(StyledLine(span, of.role, of.level, of.table))
        start += len(line) + 1
    return tuple(styles)
