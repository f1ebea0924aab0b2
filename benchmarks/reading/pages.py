"""Gold bodies and tables, written by reading -> what of the page stayed, what of the plan is lost.

`python -m benchmarks.reading.pages FOLDER... [--show]` looks in the folders for the files that
`gold/bodies.jsonl` and `gold/tables.jsonl` tell of. Chrome: gold lines of the page that are lines
of the clean text. Lost: runs of eight characters and more of the file as lxml gives its text (of
other formats, as our reader gives it) between the gold's first and last line that stand nowhere in
the clean text, and are no chrome. Cells: gold cells that stand in a row with all cells of the
gold's row, below the gold's name of the column.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lxml.html

from chatbot.answering.parts import cells_of
from index.chunking import chunk
from index.errors import PlanError
from index.intake.documents import Document, read_document
from index.outlining.outline import outline
from index.reading import read_paragraphs
from index.reading.article import is_unseen
from index.reading.txt import decode

GOLD = Path(__file__).parents[1] / "gold"
SHORTEST = 8  # characters


@dataclass(frozen=True, slots=True)
class Measured:
    """What of a file's page stayed, what of its plan is lost, and its cells: right, of how many."""

    chrome: tuple[str, ...]
    lost: tuple[str, ...]
    cells: int
    right: int


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--show", action="store_true", help="print what stayed and what is lost")
    wanted = parser.parse_args(arguments)
    for line in report(wanted.folders, wanted.show):
        sys.stdout.write(line + "\n")


def report(folders: Sequence[Path], show: bool) -> Iterator[str]:
    """A line a file, those without a table too, and a last line with the totals."""
    tables = _gold("tables.jsonl")
    yield f"{'chrome':>6}{'lost':>6}{'cells':>7}{'right':>7}  file"
    done: list[Measured] = []
    for gold in _gold("bodies.jsonl"):
        file = next((f / gold["file"] for f in folders if (f / gold["file"]).exists()), None)
        if file is None:
            continue
        try:
            document = read_document(file, "gold", None)
        except PlanError as fault:
            yield f"{'unreadable':>26}  {fault}"
            continue
        own = [table for table in tables if table["file"] == gold["file"]]
        done.append(_measured(file, document, gold, own))
        yield _line(done[-1], gold["file"])
        if show:
            yield from (f"{'':8}chrome  {line}" for line in done[-1].chrome[:8])
            yield from (f"{'':8}lost    {line}" for line in done[-1].lost[:8])
    yield _line(_total(done), f"total of {len(done)} files")


def _gold(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (GOLD / name).read_text("utf-8").splitlines()]


def _measured(
    file: Path, document: Document, gold: dict[str, Any], tables: list[dict[str, Any]]
) -> Measured:
    chrome = {_bare(line) for line in gold["chrome"]}
    lines = [line for line in document.text.split("\n") if _bare(line) in chrome]
    text = _bare(document.text)
    information = "".join(map(_bare, gold["info"]))
    runs = _runs(file)
    first, last = _bounds(runs, gold)
    lost = [
        run
        for run in runs[first : last + 1]
        if len(_bare(run)) >= SHORTEST
        and _bare(run) not in text
        and _bare(run) not in information
        and not any(_bare(run) in line for line in chrome)
    ]
    rows = _rows(document)
    cells = [_cells(table, rows) for table in tables]
    return Measured(
        tuple(lines),
        tuple(lost),
        sum(every for every, _ in cells),
        sum(right for _, right in cells),
    )


def _runs(file: Path) -> list[str]:
    """The runs of text of a file; of a page what its markup holds, script and style aside."""
    if not file.suffix.lower().startswith(".htm"):
        return [line for one in read_paragraphs(file) for line in one.text.split("\n")]
    page = lxml.html.document_fromstring(decode(file.read_bytes(), file.name, null=""))
    hidden = [e for e in page.iter() if e.tag != "form" and is_unseen(e)]
    for element in hidden:
        if element.getparent() is not None and element.tag is not lxml.etree.Comment:
            element.drop_tree()
    lxml.etree.strip_elements(page, lxml.etree.Comment, with_tail=False)
    return [run for run in page.itertext() if run.strip()]


def _bounds(runs: list[str], gold: dict[str, Any]) -> tuple[int, int]:
    first, last = _bare(gold["first"]), _bare(gold["last"])
    begins = [at for at, run in enumerate(runs) if _bare(run) and first.startswith(_bare(run))]
    ends = [at for at, run in enumerate(runs) if _bare(run) and last.endswith(_bare(run)[-12:])]
    long = [at for at in begins if len(_bare(runs[at])) >= min(SHORTEST, len(first))]
    return (long or begins or [0])[0], (ends or [len(runs) - 1])[-1]


def _rows(document: Document) -> list[tuple[list[str], list[str]]]:
    """Each row of a table with the names of its columns."""
    return [
        (
            [_bare(cell) for cell in passage.span.cut(document.text).split("\t")],
            [_name(name) for name in cells_of(passage.header.cut(document.text))]
            if passage.header
            else [],
        )
        for passage in chunk(document, outline(document))
        if "\t" in passage.span.cut(document.text)
    ]


def _cells(table: dict[str, Any], rows: list[tuple[list[str], list[str]]]) -> tuple[int, int]:
    """How many filled cells a gold table has, and how many of them came back."""
    names = [_name(name) for name in table["header"]]
    every = right = 0
    for gold in table["rows"]:
        wanted = [_bare(cell) for cell in gold]
        filled = {cell for cell in wanted if cell}
        every += sum(map(bool, wanted))
        cells, header = (
            max(rows, key=lambda row: len(filled & set(row[0])) / max(len(filled | set(row[0])), 1))
            if rows
            else ([], [])
        )
        for column, cell in enumerate(wanted):
            if cell and cell in cells:
                at = [place for place, own in enumerate(cells) if own == cell]
                named = [header[place] for place in at if place < len(header)]
                right += not names or not names[column] or names[column] in named
    return every, right


def _name(words: str) -> str:
    return _bare(words.replace("/", ""))


def _bare(words: str) -> str:
    return "".join(sign for sign in words if sign.isprintable() and not sign.isspace())


def _total(done: list[Measured]) -> Measured:
    return Measured(
        tuple(line for one in done for line in one.chrome),
        tuple(line for one in done for line in one.lost),
        sum(one.cells for one in done),
        sum(one.right for one in done),
    )


def _line(one: Measured, name: str) -> str:
    share = f"{one.right / one.cells:7.3f}" if one.cells else f"{'-':>7}"
    return f"{len(one.chrome):6}{len(one.lost):6}{one.cells:7}{share}  {name}"


if __name__ == "__main__":
    main()
