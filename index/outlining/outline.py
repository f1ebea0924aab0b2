"""Document -> Sections, from the numbering plans share; every character belongs to one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from index.intake.cleaning import information_end
from index.intake.documents import Document
from index.intake.faults import naming
from index.outlining.contents import contents_span
from index.outlining.counting import beginnings
from index.outlining.headings import heading_end, title_span
from index.outlining.leads import lead_markers
from index.outlining.markers import COUNTED, Kind, Marker
from index.outlining.marking_headings import as_marked
from index.spans import Span, trimmed

_ITEMS = (COUNTED | {Kind.BULLET}) - {
    Kind.PART,
    Kind.CHAPTER,
    Kind.DIVISION,
    Kind.ARTICLE,
    Kind.HAN,
}
_FEW_ITEMS = 2
_ASIDE = re.compile(r"[（(][^（）()]*[)）]")


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a plan under one heading; children lie inside its span, after its body.

    The root has level 0, no path, and the title (if the text shows it) as its heading; lines of
    information at the top lie in its span, but in no heading or body. Text that
    goes on after a list is a section of kind REST with no heading and the path of what is around.
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

    def opens_with(self, span: Span) -> bool:
        """Whether a sentence of this section is its heading, or begins with it."""
        return self.heading is not None and span.start < self.heading.end


@dataclass(slots=True)
class _Node:
    """A section being grown; `end` moves until what comes after it is known."""

    kind: Kind | None
    number: int
    start: int
    heading_end: int
    end: int
    path: tuple[str, ...] = ()
    head: int = -1  # where its heading begins, if that is not its start
    children: list["_Node"] = field(default_factory=list)


def outline(document: Document) -> tuple[Section, ...]:
    """The sections in reading order, the root first; spans nest and nothing is left out.

    Raises PlanFileUnreadable.
    """
    with naming(document.file):
        return tuple(_sections(_tree(document), document.text, 0))


def _tree(document: Document) -> _Node:
    text = document.text
    start = information_end(document.styles)
    title = title_span(text, document.title, start)
    root = _Node(None, 0, 0, title.end if title else start, len(text), head=start)
    found = _sections_only(beginnings(text, root.heading_end, document.styles), document)
    _grow(root, as_marked(found, document, root.heading_end), text)
    _grow_leads(root, text)
    _close_lists(root, text)
    return root


def _sections_only(markers: list[Marker], document: Document) -> list[Marker]:
    """Without styled lines that head nothing: the title or part of it, the number, （单位：…）."""
    text = document.text
    named = [_bare(document.title), _bare(document.number)]
    return [
        marker
        for marker in markers
        if marker.kind is not Kind.STYLED or not _heads_nothing(_line(text, marker.start), named)
    ]


def _heads_nothing(line: str, named: Sequence[str]) -> bool:
    return any(_bare(line) in name for name in named) or bool(_ASIDE.fullmatch(line.strip()))


def _line(text: str, start: int) -> str:
    return text[start : text.find("\n", start) % (len(text) + 1)]


def _bare(words: str) -> str:
    return "".join(words.split())


def _grow(root: _Node, markers: list[Marker], text: str) -> None:
    """Hang each beginning where it belongs: beside its own kind, else under what outranks it."""
    stack = [root]
    for place, marker in enumerate(markers):
        limit = markers[place + 1].start if place + 1 < len(markers) else len(text)
        while len(stack) > _depth(marker, stack):
            stack.pop().end = marker.start
        if marker.number == 1 and _is_over(stack[-1], text[stack[-1].heading_end : marker.start]):
            stack.pop().end = marker.start
        end = heading_end(text, marker, limit)
        words = " ".join(text[marker.start : end].split("\n")).strip().rstrip("。；;：:").rstrip()
        path = (*stack[-1].path, words)
        node = _Node(marker.kind, marker.number, marker.start, end, len(text), path)
        stack[-1].children.append(node)
        stack.append(node)


def _is_over(node: _Node, below: str) -> bool:
    """Whether a list that begins below these words lies beside this 第四， and not in it.

    Such an item is a paragraph of a speech. What lies in it is announced by a colon; paragraphs
    below it that announce nothing have left it already.
    """
    paragraphs = below.split("\n")
    own = [one for one in paragraphs[1:] if one.strip()]
    return node.kind is Kind.ORDINAL and bool(own) and own[-1].rstrip().endswith("。")


def _depth(marker: Marker, stack: list[_Node]) -> int:
    """How many open sections stay open: those above the marker's own list, or that outrank it."""
    if marker.level:
        return min(marker.level, len(stack))
    for depth, node in enumerate(stack):
        if _same_list(node, marker):
            return depth
    outrank = [depth for depth, node in enumerate(stack, 1) if _outranks(node, marker)]
    return outrank[-1]


def _outranks(node: _Node, marker: Marker) -> bool:
    if node.kind is Kind.STYLED and marker.kind is Kind.STYLED:
        return node.number < marker.number
    return node.kind is None or (node.kind < marker.kind and node.kind is not Kind.CONTENTS)


def _same_list(node: _Node, marker: Marker) -> bool:
    if marker.kind is Kind.STYLED:
        return node.kind is Kind.STYLED and node.number >= marker.number
    return node.kind is marker.kind


def _grow_leads(node: _Node, text: str) -> None:
    """Give a leaf its unnumbered list, where every paragraph opens with a catchword sentence."""
    for child in node.children:
        _grow_leads(child, text)
    if node.children or node.kind is None:
        return
    for start, end, words, number in lead_markers(text, node.heading_end, node.end):
        if node.children:
            node.children[-1].end = start
        node.children.append(_Node(Kind.LEAD, number, start, end, node.end, (*node.path, words)))


def _close_lists(node: _Node, text: str) -> None:
    """Where a list is over before its parent is, let the text after it be the parent's again."""
    closed: list[_Node] = []
    for place, child in enumerate(node.children):
        _close_lists(child, text)
        closed.append(child)
        goes_on = any(other.kind is child.kind for other in node.children[place + 1 :])
        end = child.end if goes_on else _natural_end(child, node.children[:place], text)
        if end < child.end and text[end : child.end].strip():
            closed.append(_Node(Kind.REST, 0, end, end, child.end, node.path))
            child.end = end
    node.children = closed


def _natural_end(node: _Node, before: list[_Node], text: str) -> int:
    """The end of the contents, of a list inside a line, or of the last of one-paragraph items."""
    if node.kind is Kind.CONTENTS:
        contents = contents_span(text)
        return contents.end if contents else node.end
    line_end = text.find("\n", node.heading_end, node.end)
    if line_end < 0 or node.children or node.kind not in _ITEMS:
        return node.end
    beside = [other for other in before if other.kind is node.kind]
    plain = [other for other in beside if "\n" not in text[other.start : other.end].strip()]
    lone = not text[node.heading_end : line_end].strip()
    settled = len(beside) >= _FEW_ITEMS and (not lone or text[line_end - 1] in "。；;")
    in_one_line = bool(beside) and "\n" not in text[beside[-1].start : node.start]
    return line_end if in_one_line or (plain == beside and settled) else node.end


def _sections(node: _Node, text: str, level: int) -> Iterator[Section]:
    head = max(node.start, node.head)
    own_end = node.children[0].start if node.children else node.end
    yield Section(
        level,
        node.kind,
        node.number,
        node.path,
        trimmed(text, head, node.heading_end) if node.heading_end > head else None,
        trimmed(text, node.heading_end, own_end) if own_end > node.heading_end else None,
        Span(node.start, node.end),
    )
    for child in node.children:
        yield from _sections(child, text, level + 1)
