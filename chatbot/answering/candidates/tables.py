"""Table rows under one cell, or under a row of its own -> a list: 费用控制有哪些指标."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from chatbot.answering.candidate import Draft
from chatbot.answering.candidates.outlines import sections_above
from chatbot.answering.looking.retrieving import Found
from index.chunking import Passage
from index.generation import Generation
from index.intake.documents import Document
from index.language.tokens import fold
from index.spans import Span, trimmed

_NAMED_ENOUGH = 0.6  # of the question: a cell that covers this much names what is asked
_IN_HEADER, _IN_TITLE = 0.9, 0.6  # how much a word counts that stands there instead
_FEWEST_ITEMS = 2
_COUNTS = frozenset("0123456789.、()（）")


@dataclass(frozen=True, slots=True)
class _Group:
    """What names some rows, the cells left of it, and one cell of each of the rows."""

    name: Span
    beside: tuple[Span, ...]
    items: tuple[Span, ...]


def best_table_list(found: Found, generation: Generation) -> Draft | None:
    """The rows whose common cell covers the question best, among the tables that hold a hit."""
    best: Draft | None = None
    for header in _headers(found):
        rows = _rows(header, generation)
        document, above = sections_above(rows[0], generation)
        for group in (*_under_rows(rows, document), *_under_cells(rows, document)):
            covered = _covered(found, document, header.header or header.span, group)
            if covered >= _NAMED_ENOUGH and (best is None or covered > best.coverage):
                best = Draft(
                    document, above[0], group.items, covered, is_list=True, intro=group.name
                )
    return best


def _headers(found: Found) -> list[Passage]:
    """One hit of each table."""
    tables = {(hit.passage.document_id, hit.passage.header): hit.passage for hit in found.hits}
    return [passage for (_, header), passage in tables.items() if header]


def _rows(one: Passage, generation: Generation) -> list[Passage]:
    """All rows of the table that a row stands in."""
    return [
        passage
        for passage in generation.passages
        if passage.document_id == one.document_id and passage.header == one.header
    ]


def _under_rows(rows: list[Passage], document: Document) -> Iterator[_Group]:
    """The rows below each row that has one cell only."""
    cells = [_cells(row, document) for row in rows]
    names = [place for place, found in enumerate(cells) if len(found) == 1] + [len(rows)]
    for name, following in itertools.pairwise(names):
        items = [_telling(found, document) for found in cells[name + 1 : following]]
        if len(items) >= _FEWEST_ITEMS:
            yield _Group(cells[name][0], (), tuple(items))


def _under_cells(rows: list[Passage], document: Document) -> Iterator[_Group]:
    """The cells right of a cell that several rows on end share."""
    cells = [_cells(row, document) for row in rows]
    widest = max(map(len, cells))
    for column in range(widest - 1):
        run: list[list[Span]] = []
        for row in [*cells, []]:
            if run and _shared(row, column, document) != _shared(run[0], column, document):
                if len(run) >= _FEWEST_ITEMS:
                    items = _each_once(tuple(one[column + 1] for one in run), document)
                    yield _Group(run[0][column], tuple(run[0][:column]), items)
                run = []
            if len(row) > column + 1:
                run.append(row)


def _shared(row: list[Span], column: int, document: Document) -> list[str]:
    """A cell with those left of it, as text: rows that agree in them belong together."""
    return [cell.cut(document.text) for cell in row[: column + 1]] if len(row) > column + 1 else []


def _each_once(items: tuple[Span, ...], document: Document) -> tuple[Span, ...]:
    first: dict[str, Span] = {}
    for item in items:
        first.setdefault(item.cut(document.text), item)
    return tuple(first.values())


def _telling(cells: list[Span], document: Document) -> Span:
    """The first cell that is more than a running number."""
    return next((cell for cell in cells if set(cell.cut(document.text)) - _COUNTS), cells[0])


def _cells(row: Passage, document: Document) -> list[Span]:
    cells, start = [], row.span.start
    for cell in row.span.cut(document.text).split("\t"):
        if span := trimmed(document.text, start, start + len(cell)):
            cells.append(span)
        start += len(cell) + 1
    return cells


def _covered(found: Found, document: Document, header: Span, group: _Group) -> float:
    """The share of the question in a group's name and what stands around; 0 without its name."""
    text = document.text
    name = group.name.cut(text)
    if not found.own_coverage.of(name) or len(group.items) < _FEWEST_ITEMS:
        return 0.0
    beside = " ".join(fold(cell.cut(text)) for cell in (header, *group.beside))
    return found.own_coverage.across(
        ((name, 1.0), (beside, _IN_HEADER), (document.title, _IN_TITLE))
    )
