"""Table rows under one cell, or under a row of its own -> a list: 费用控制有哪些指标."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from chatbot.answering.candidate import Candidate, Shape
from chatbot.answering.candidates.outlines import sections_above
from chatbot.answering.looking.retrieving import Found
from chatbot.answering.weights import limit, trust, weight
from index.chunking import Passage
from index.generation import Generation
from index.intake.documents import Document
from index.language.tokens import fold
from index.search import Hit
from index.spans import Span, trimmed

_ENOUGH = weight("enough", "heading")
_TRUST = trust("table")
_FEWEST_ITEMS = limit("fewest_items")
_COUNTS = frozenset("0123456789.、()（）")


@dataclass(frozen=True, slots=True)
class _Group:
    """What names some rows, the cells left of it, and one cell of each of the rows."""

    name: Span
    beside: tuple[Span, ...]
    items: tuple[Span, ...]


def rows_named(found: Found, generation: Generation) -> Iterator[Candidate]:
    """The rows whose common cell names what is asked, in the tables that hold a hit."""
    for hit in _tables(found):
        rows = _rows(hit.passage, generation)
        document, above = sections_above(rows[0], generation)
        header = hit.passage.header or hit.passage.span
        for group in (*_under_rows(rows, document), *_under_cells(rows, document)):
            named = _names(document, header, group)
            if not found.own_coverage.of(named[0][0]) or len(group.items) < _FEWEST_ITEMS:
                continue
            if found.own_coverage.across(named) >= _ENOUGH:
                yield Candidate(
                    document, above[0], group.items, Shape.ROWS, hit, intro=group.name, named=named
                )


def _tables(found: Found) -> list[Hit]:
    """One hit of each table."""
    tables = {(hit.passage.document_id, hit.passage.header): hit for hit in found.hits}
    return [hit for (_, header), hit in tables.items() if header]


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


def _names(document: Document, header: Span, group: _Group) -> tuple[tuple[str, float], ...]:
    """The texts by which rows are known: their name, what stands beside and above, the title."""
    text = document.text
    beside = " ".join(fold(cell.cut(text)) for cell in (header, *group.beside))
    return tuple(zip((group.name.cut(text), beside, document.title), _TRUST, strict=True))
