"""Paragraphs as read -> clean text, once, before offsets exist; what was removed is reported."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from index.intake.chrome import INFORMATION, NUMBERING, PAGE_NUMBER, TIMESTAMP, chrome
from index.intake.infolines import info_lines, moment, telling
from index.intake.surroundings import surroundings
from index.reading.paragraphs import Paragraph, Role
from index.spans import Span

_INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060"  # marks of layout, never words
OUTSIDE, DECLARED = "正文以外", "网页声明"  # reasons why a line went
_SENTENCE_LENGTH = 20  # characters; a shorter line without a full stop may be a heading
_ENDS = "。！？；：:;”）)"
_OPENING_LINES = 12
_TITLES = ("articletitle", "title")
_INFORMING = (INFORMATION, TIMESTAMP)
_WHITE = _INVISIBLE + "".join(chr(code) for code in range(0x3001) if chr(code).isspace())


@dataclass(frozen=True, slots=True)
class RemovedLine:
    """A line that is page chrome: its number in the file (from 1), its words, and why it went."""

    number: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class StyledLine:
    """A line of the clean text that is a heading, a row of a table, or information."""

    span: Span
    role: Role
    level: int = 0
    table: int = 0


@dataclass(frozen=True, slots=True)
class CleanText:
    """The plan's own words, a line a paragraph; what its lines are; the lines that were removed.

    Lines that tell of the document (文号：… 发布日期：…) come first, wherever they stood.
    `declared` is what the head of a page says, name and value, where no reader sees it.
    """

    text: str
    styles: tuple[StyledLine, ...]
    removed: tuple[RemovedLine, ...]
    declared: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    text: str
    of: Paragraph

    def informing(self, text: str) -> "_Line":
        return replace(self, text=text, of=Paragraph(text, Role.INFORMATION))


def clean(paragraphs: tuple[Paragraph, ...]) -> CleanText:
    """Drop page chrome by whole lines, and layout white space at the edges of lines.

    Within a kept line not one character changes; of a line of information only the part that
    tells facts is kept. The text may be empty when all was chrome.
    """
    lines = [
        _Line(number, line, paragraph)
        for number, paragraph in enumerate(paragraphs, 1)
        for whole in paragraph.text.splitlines()
        if (line := _without_edges(whole, paragraph))
    ]
    declared = [line for line in lines if line.of.role is Role.DECLARED]
    seen = [line for line in lines if line.of.role is not Role.DECLARED]
    pairs = [line.text.partition("\t") for line in declared]
    reasons = _reasons(seen, [value for name, _, value in pairs if name in _TITLES])
    plan = _joined(seen, reasons)
    information = _information(seen, reasons) if plan else {}
    removed = (
        RemovedLine(line.number, line.text, reasons[place])
        for place, line in enumerate(seen)
        if place in reasons and place not in information
    )
    kept = [*information.values(), *plan]
    told = (RemovedLine(line.number, line.text, DECLARED) for line in declared)
    text = "\n".join(line.text for line in kept)
    said = tuple((name, value) for name, _, value in pairs)
    return CleanText(text, _styles(kept), (*told, *removed), said)


def _without_edges(line: str, of: Paragraph) -> str:
    """A line without layout white space; the first cell of a table's row may be empty."""
    bare = line.strip(_WHITE)
    cells = line[: len(line) - len(line.lstrip("\t"))] if of.table and bare else ""
    return cells + bare


def information_end(styles: Iterable[StyledLine]) -> int:
    """Where the plan begins: behind the lines of information, which stand first."""
    return max((line.span.end + 1 for line in styles if line.role is Role.INFORMATION), default=0)


def _reasons(lines: Sequence[_Line], titles: Sequence[str]) -> dict[int, str]:
    """Place -> why the line is not the plan's."""
    inside = [
        place
        for place, line in enumerate(lines)
        if not line.of.is_outside and line.of.role is not Role.INFORMATION
    ]
    rows = {place for place, of in enumerate(inside) if lines[of].of.table}
    found = chrome([lines[place].text for place in inside], rows)
    reasons = {inside[place]: reason for place, reason in found.items()}
    first = inside[0] if inside else 0
    before = [line.text for line in lines[:first]]
    opening = "\n".join(lines[place].text for place in inside[:_OPENING_LINES])
    around = surroundings(before, opening, titles)
    for place, line in enumerate(lines):
        if line.of.role is Role.INFORMATION:
            reasons[place] = INFORMATION
        elif line.of.is_outside and place != around.title:
            reasons[place] = INFORMATION if place in around.information else OUTSIDE
    return reasons


def _joined(lines: Sequence[_Line], reasons: Mapping[int, str]) -> list[_Line]:
    """The plan's lines; where a page number stood inside a sentence, its two halves are one."""
    kept: list[_Line] = []
    for place, line in enumerate(lines):
        if place in reasons:
            continue
        is_cut = place > 0 and reasons.get(place - 1) == PAGE_NUMBER
        if kept and is_cut and _goes_on(kept[-1], line):
            kept[-1] = replace(kept[-1], text=kept[-1].text + line.text)
        else:
            kept.append(line)
    return kept


def _goes_on(before: _Line, line: _Line) -> bool:
    return (
        before.of.role is line.of.role is Role.TEXT
        and len(before.text) >= _SENTENCE_LENGTH
        and before.text[-1] not in _ENDS
        and not NUMBERING.match(line.text)
    )


def _information(lines: Sequence[_Line], reasons: Mapping[int, str]) -> dict[int, _Line]:
    """The lines that tell of the document, cut to what they tell."""
    places = [place for place, reason in sorted(reasons.items()) if reason in _INFORMING]
    told: dict[int, _Line] = {}
    known: set[str] = set()
    for one in info_lines([lines[place].text for place in places]):
        line = lines[places[one.place]]
        words = telling(line.text)
        if not one.facts or (words in known and not one.values_below):
            continue
        known.add(words)
        told[places[one.place]] = line.informing(words)
        for below in one.values_below:
            line = lines[places[below]]
            told[places[below]] = line.informing(line.text)
    for place in places:
        if lines[place].of.role is Role.INFORMATION:
            told.setdefault(place, lines[place])
    for place in places:
        if when := moment(lines[place].text):
            told.setdefault(place, lines[place].informing(when))
    return dict(sorted(told.items()))


def _styles(kept: Iterable[_Line]) -> tuple[StyledLine, ...]:
    styles: list[StyledLine] = []
    start = 0
    for line in kept:
        of = line.of
        if of.role is not Role.TEXT:
            span = Span(start, start + len(line.text))
            styles.append(StyledLine(span, of.role, of.level, of.table))
        start += len(line.text) + 1
    return tuple(styles)
