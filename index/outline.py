"""Document -> Sections, from the numbering plans share; every character belongs to one."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from index.documents import Document
from index.headings import heading_end, title_span
from index.leads import lead_markers
from index.markers import COUNTED, Kind, Marker, find_markers
from index.spans import Span, trimmed

_GAP = 3  # a skipped number or two is the author's slip, not another list
_LOOK_AHEAD = 4000  # characters within which the second item of a mid-line list must follow


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a plan under one heading; children lie inside its span, after its body.

    The root has level 0, no path, and the title (if the text shows it) as its heading.
    `body` is the section's own text before its first child, None if there is none.
    """

    level: int
    kind: Kind | None
    number: int
    path: tuple[str, ...]
    heading: Span | None
    body: Span | None
    span: Span

    def __post_init__(self) -> None:
        parts = [part for part in (self.heading, self.body) if part]
        if not all(self.span.holds(part) for part in parts):
            raise ValueError("a section holds its heading and its body")


@dataclass(slots=True)
class _Open:
    """A section whose end is not known yet."""

    kind: Kind | None
    number: int
    name: str
    start: int
    heading_end: int
    path: tuple[str, ...] = ()
    end: int = 0
    children: list["_Open"] = field(default_factory=list)


def outline(document: Document) -> tuple[Section, ...]:
    """The sections in reading order, the root first; spans nest and nothing is left out."""
    text = document.text
    title = title_span(text, document.title)
    root = _Open(None, 0, "", 0, title.end if title else 0)
    markers = _beginnings(text, root.heading_end)
    _grow(root, markers, text)
    _grow_leads(root, text)
    return tuple(_sections(root, text, 0))


def _grow(root: _Open, markers: list[Marker], text: str) -> None:
    """Hang each beginning where it belongs: beside its own kind, else under what outranks it."""
    stack = [root]
    for place, marker in enumerate(markers):
        limit = markers[place + 1].start if place + 1 < len(markers) else len(text)
        while len(stack) > _depth(marker, stack):
            stack.pop().end = marker.start
        parent = stack[-1]
        end = heading_end(text, marker, limit)
        words = text[marker.start : end].strip().rstrip("。；;：:").strip("# \t")
        node = _Open(
            marker.kind, marker.number, marker.name, marker.start, end, (*parent.path, words)
        )
        parent.children.append(node)
        stack.append(node)
    for node in stack:
        node.end = len(text)


def _depth(marker: Marker, stack: list[_Open]) -> int:
    """How many open sections stay open: those above the marker's own list, or that outrank it."""
    for depth, node in enumerate(stack):
        if _same_list(node, marker):
            return depth
    outrank = [depth for depth, node in enumerate(stack, 1) if _outranks(node, marker)]
    return outrank[-1]


def _outranks(node: _Open, marker: Marker) -> bool:
    return node.kind is None or node.kind < marker.kind


def _same_list(node: _Open, marker: Marker) -> bool:
    if marker.kind is Kind.MARKDOWN:
        return node.kind is Kind.MARKDOWN and node.number >= marker.number
    return node.kind is marker.kind


def _beginnings(text: str, start: int) -> list[Marker]:
    """The markers that count on: a list starts at one and goes up."""
    kept: list[Marker] = []
    candidates = [marker for marker in find_markers(text) if marker.start >= start]
    last: dict[Kind, int] = {}  # in the list at hand
    latest: dict[Kind, int] = {}  # in the whole document: （三） may follow （二） under a new 二、
    for place, marker in enumerate(candidates):
        goes_on = marker.number > 1 and marker.number == latest.get(marker.kind, 0) + 1
        if not goes_on and not _counts_on(marker, last, candidates[place + 1 :]):
            continue
        last = {kind: number for kind, number in last.items() if kind <= marker.kind}
        last[marker.kind] = latest[marker.kind] = marker.number
        kept.append(marker)
    return kept


def _counts_on(marker: Marker, last: dict[Kind, int], following: list[Marker]) -> bool:
    if marker.kind not in COUNTED:
        return True
    before = last.get(marker.kind, 0)
    if marker.number == 1:
        return marker.at_line_start or _goes_on(marker, following)
    return marker.at_line_start and before < marker.number <= before + _GAP


def _goes_on(marker: Marker, following: list[Marker]) -> bool:
    """Whether a second item of the same list comes before its parent list moves on."""
    for other in following:
        if other.start - marker.end > _LOOK_AHEAD:
            return False
        if other.kind is marker.kind:
            return other.number == marker.number + 1
        if other.kind in COUNTED and other.kind < marker.kind and other.at_line_start:
            return False
    return False


def _grow_leads(node: _Open, text: str) -> None:
    """Give a leaf its unnumbered list, where every paragraph opens with a catchword sentence."""
    for child in node.children:
        _grow_leads(child, text)
    if node.children or node.kind is None:
        return
    for start, end, words, number in lead_markers(text, node.heading_end, node.end):
        if node.children:
            node.children[-1].end = start
        node.children.append(
            _Open(Kind.LEAD, number, "", start, end, (*node.path, words), node.end)
        )


def _sections(node: _Open, text: str, level: int) -> Iterator[Section]:
    own_end = node.children[0].start if node.children else node.end
    yield Section(
        level,
        node.kind,
        node.number,
        node.path,
        trimmed(text, node.start, node.heading_end) if node.heading_end > node.start else None,
        trimmed(text, node.heading_end, own_end) if own_end > node.heading_end else None,
        Span(node.start, node.end),
    )
    for child in node.children:
        yield from _sections(child, text, level + 1)
