"""A plan's text -> headings and paragraphs to show; joined together they are the text again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.intake.documents import Document
from index.outlining.outline import Section
from index.reading.paragraphs import Role
from index.spans import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a block that is marked throughout or not at all.

    `found` is the number, from 1, of the place looked for that this piece belongs to, else 0;
    the first piece of the mark, or of such a place, can be jumped to.
    """

    text: str
    is_marked: bool = False
    is_first_mark: bool = False
    found: int = 0
    is_first_found: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A heading (h2 to h6), title, line of information or paragraph (p), with blanks after it."""

    start: int
    tag: str
    pieces: tuple[Piece, ...]


def lay_out(
    document: Document, sections: Sequence[Section], mark: Span | None, found: Sequence[Span] = ()
) -> tuple[Block, ...]:
    """Every character of the text in order, cut at line ends, headings, the mark, places found."""
    text = document.text
    headings = {section.heading: _tag(section) for section in sections if section.heading}
    tags = {
        line.span.start: "information" for line in document.styles if line.role is Role.INFORMATION
    }
    tags |= {heading.start: tag for heading, tag in headings.items()}
    spans = _attach_blanks(text, _runs(text, headings))
    return tuple(
        Block(span.start, tags.get(span.start, "p"), _pieces(text, span, mark, found))
        for span in spans
    )


def _tag(section: Section) -> str:
    """The page's own h1 is the document's title, so the outermost heading is an h2."""
    return f"h{min(section.level + 1, 6)}" if section.level else "title"


def _runs(text: str, headings: Iterable[Span]) -> list[Span]:
    cuts = {0, len(text)}
    cuts.update(place + 1 for place, character in enumerate(text) if character == "\n")
    for heading in headings:
        cuts -= set(range(heading.start + 1, heading.end))
        cuts |= {heading.start, heading.end}
    ordered = sorted(cuts)
    return [Span(start, end) for start, end in pairwise(ordered)]


def _attach_blanks(text: str, runs: list[Span]) -> list[Span]:
    """White space between blocks belongs to the block before it."""
    kept: list[Span] = []
    for run in runs:
        if kept and not run.cut(text).strip():
            kept[-1] = Span(kept[-1].start, run.end)
        else:
            kept.append(run)
    return kept


def _pieces(text: str, block: Span, mark: Span | None, found: Sequence[Span]) -> tuple[Piece, ...]:
    here = {number: span for number, span in enumerate(found, 1) if block.meets(span)}
    ends = [end for span in (mark, *here.values()) if span for end in (span.start, span.end)]
    cuts = sorted({block.start, block.end, *(end for end in ends if block.start < end < block.end)})
    return tuple(_piece(text, Span(*ends), mark, here) for ends in pairwise(cuts))


def _piece(text: str, part: Span, mark: Span | None, found: dict[int, Span]) -> Piece:
    number = next((number for number, span in found.items() if span.holds(part)), 0)
    return Piece(
        part.cut(text),
        is_marked=mark is not None and mark.holds(part),
        is_first_mark=mark is not None and part.start == mark.start,
        found=number,
        is_first_found=bool(number) and part.start == found[number].start,
    )
