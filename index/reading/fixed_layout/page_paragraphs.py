"""The lines of a PDF -> paragraphs: running heads off, wrapped lines joined, headings by size."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from index.reading.fixed_layout.lines import Line
from index.reading.paragraphs import Paragraph, Role

_EDGE_LINES = 2  # at the top and the bottom of a page, where running heads stand
_REPEATED = 0.4  # of the pages: what stands on as many is a running head
_FEWEST_PAGES = 3
_PAGE_NUMBER = re.compile(r"[-—–－\s第]*\d{1,4}[-—–－\s页/共]*\d{0,4}\s*页?[-—–－\s]*")
_LONGEST_PAGE_NUMBER = 40  # signs
_ENDS = "。！？：；…”）)"
_INDENT, _SHORT, _OTHER_SIZE = 1.2, 1.8, 0.12  # of the size
_WIDE_GAP = 1.6  # of the usual distance between lines
_TITLE_SIZE = 1.3
_NOTE_SIZE = 0.9  # of the body's: notes at the foot of a page are smaller
_OPENS = re.compile(  # what never stands inside a sentence at the head of a line
    r"第[一二三四五六七八九十百零〇\d]{1,5}[编章节条][\s\u3000]|[一二三四五六七八九十]{1,3}、"
    r"|[（(][一二三四五六七八九十]{1,3}[)）]|附\s*[件表图录]\s*[\d一二三四五六七八九十]*\s*[：:]"
)
_HEADING_SIZE = 1.08  # of the body's


def without_running_heads(pages: Sequence[Sequence[Line]]) -> list[Line]:
    """All lines in order, without heads, feet and page numbers."""
    edges = Counter(key for page in pages for key in {_key(line) for line in _edges(page)})
    many = max(_FEWEST_PAGES, _REPEATED * len(pages))
    kept: list[Line] = []
    for page in pages:
        running = {
            id(line)
            for line in _edges(page)
            if edges[_key(line)] >= many
            or (len(line.text) < _LONGEST_PAGE_NUMBER and _PAGE_NUMBER.fullmatch(line.text))
        }
        kept += [line for line in page if id(line) not in running]
    return kept


def _edges(page: Sequence[Line]) -> list[Line]:
    """The topmost and lowest lines, whatever their column."""
    ordered = sorted(page, key=lambda line: line.top)
    return [*ordered[:_EDGE_LINES], *ordered[-_EDGE_LINES:]]


def _key(line: Line) -> str:
    return re.sub(r"\d+", "0", "".join(line.text.split()))


def joined(lines: Sequence[Line]) -> list[Paragraph]:
    """The paragraphs that the lines make."""
    body = _body_size(lines)
    levels = _heading_levels(lines, body)
    distance = _usual_distance(lines)
    blocks: list[list[Line]] = []
    at_hand: list[list[Line]] = []  # the block of the line before, which notes may stand behind
    for line in lines:
        above = _cut_by_notes(blocks, line, body) or at_hand
        if above and _goes_on(above[0][-1], line, distance, body):
            above[0].append(line)
            at_hand = above
        else:
            blocks.append([line])
            at_hand = blocks[-1:]
    return [_paragraph(block, levels) for block in blocks]


def _cut_by_notes(blocks: list[list[Line]], line: Line, body: float) -> list[list[Line]]:
    """The paragraph of the page before that only its notes part from a line; none if not so."""
    for block in reversed(blocks):
        if block[-1].page != line.page - 1 or line.size < _NOTE_SIZE * body:
            return []
        if block[-1].size >= _NOTE_SIZE * body:
            return [block] if block is not blocks[-1] else []
    return []


def _goes_on(before: Line, line: Line, distance: float, body: float) -> bool:
    """Whether a line continues the paragraph of the line before it."""
    size = max(before.size, line.size)
    if abs(before.size - line.size) > _OTHER_SIZE * size:
        return False
    ended = before.text[-1:] in _ENDS and before.right - before.x1 > _SHORT * size
    is_title = line.size > _TITLE_SIZE * body and _fills(before)  # and goes on in the middle
    if _OPENS.match(line.text):
        return False
    if ended or (line.x0 - line.left > _INDENT * size and not is_title):
        return False
    same_column = before.page == line.page and before.top < line.top
    return not same_column or line.top - before.top <= _WIDE_GAP * max(distance, size)


def _fills(line: Line) -> bool:
    return line.right - line.x1 < line.size


def _paragraph(block: Sequence[Line], levels: dict[float, int]) -> Paragraph:
    text = block[0].text
    for line in block[1:]:
        latin = text[-1:].isascii() and line.text[:1].isascii() and text[-1:].isalnum()
        text += (" " if latin else "") + line.text
    level = levels.get(round(block[0].size, 1), 0)
    return Paragraph(text, Role.HEADING, level) if level else Paragraph(text)


def _body_size(lines: Sequence[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _heading_levels(lines: Sequence[Line], body: float) -> dict[float, int]:
    """Size -> level for sizes above the body's; the largest is the title's, and no heading."""
    larger = {round(line.size, 1) for line in lines if line.size > _HEADING_SIZE * body}
    return {size: level for level, size in enumerate(sorted(larger, reverse=True)) if level}


def _usual_distance(lines: Sequence[Line]) -> float:
    distances = sorted(
        line.top - before.top
        for before, line in pairwise(lines)
        if before.page == line.page and line.top > before.top
    )
    return distances[len(distances) // 2] if distances else 0.0


def split_at(lines: Sequence[Line], tops: Sequence[tuple[int, float]]) -> Iterator[list[Line]]:
    """The lines before each place (page, top) in turn, and those after the last."""
    rest = [replace(line) for line in lines]
    for page, top in tops:
        before = [line for line in rest if (line.page, line.top) < (page, top)]
        rest = [line for line in rest if (line.page, line.top) >= (page, top)]
        yield before
    yield rest
