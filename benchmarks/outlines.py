"""Gold outlines and facts, written by reading -> how many of them the index reads the same.

`python -m benchmarks.outlines FOLDER... [--show]` looks in the folders, and in plan_texts, for the
documents that `gold/` tells of. An outline is compared as a multiset of (level, heading); sections
that carry no number (catchwords, labels, the contents, text after a list) are not in the gold.
"""

import argparse
import csv
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.documents import Document, read_document
from index.errors import PlanError
from index.markers import Kind
from index.outline import outline

GOLD = Path(__file__).parent / "gold"
PLANS = Path(__file__).parent.parent / "plan_texts"
UNNUMBERED = frozenset({None, Kind.REST, Kind.LABEL, Kind.LEAD, Kind.CONTENTS})
FACTS = ("title", "issuer", "number", "date")
SHOWN = 6  # missing and extra headings of one file
ENDS = "。；;：:"

Headings = Counter[tuple[int, str]]
Documents = Mapping[str, Document | PlanError]


@dataclass(frozen=True, slots=True)
class Agreement:
    """What the gold and the index both have, and what only one of them has."""

    both: int
    missing: tuple[tuple[int, str], ...]
    extra: tuple[tuple[int, str], ...]

    @property
    def precision(self) -> float:
        return self.both / (self.both + len(self.extra)) if self.both else 0.0

    @property
    def recall(self) -> float:
        return self.both / (self.both + len(self.missing)) if self.both else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.both / (2 * self.both + len(self.missing) + len(self.extra) or 1)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table of outlines."""

    file: str
    whole: Agreement  # level and heading
    heading: Agreement  # the level left aside


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    parser.add_argument("--show", action="store_true", help="print what differs")
    wanted = parser.parse_args(arguments)
    documents = read_documents((*wanted.folders, PLANS))
    for line in (*outline_report(documents, wanted.show), "", *fact_report(documents, wanted.show)):
        sys.stdout.write(line + "\n")


def read_documents(folders: Sequence[Path]) -> Documents:
    """The documents in the folders that the gold tells of, by file name; or why one is unread."""
    stems = {gold.stem for gold in (GOLD / "outlines").glob("*.txt")}
    named = {row["file"] for row in _gold_facts()}
    files = {
        file.name: file
        for folder in folders
        for file in sorted(folder.iterdir())
        if file.name in named or file.stem in stems
    }
    return {name: _document(file) for name, file in sorted(files.items())}


def _document(file: Path) -> Document | PlanError:
    try:
        return read_document(file, "gold", None)
    except PlanError as error:
        return error


def outline_report(documents: Documents, show: bool) -> Iterator[str]:
    """A line a document with precision, recall, F1, and F1 of the heading alone; then the means."""
    yield f"{'P':>6}{'R':>7}{'F1':>7}{'head':>7}  outline"
    rows = []
    for gold in sorted((GOLD / "outlines").glob("*.txt")):
        for name, document in documents.items():
            if Path(name).stem != gold.stem:
                continue
            if isinstance(document, PlanError):
                yield f"{'-':>6}{'-':>7}{'-':>7}{'-':>7}  {name}  unreadable: {document}"
                continue
            rows.append(_row(name, _gold_headings(gold), document))
            yield from _lines(rows[-1], show)
    yield from _means(rows)


def _row(name: str, gold: Headings, document: Document) -> Row:
    got = Counter(
        (section.level, _folded(section.path[-1]))
        for section in outline(document)
        if section.kind not in UNNUMBERED
    )
    return Row(name, _agreement(gold, got), _agreement(_levelled(gold), _levelled(got)))


def _gold_headings(file: Path) -> Headings:
    lines = file.read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t", 1) for line in lines if line.strip())
    return Counter((int(level), _folded(heading)) for level, heading in pairs)


def _levelled(headings: Headings) -> Headings:
    level = Headings()
    for (_, heading), times in headings.items():
        level[0, heading] += times
    return level


def _agreement(gold: Headings, got: Headings) -> Agreement:
    missing, extra = gold - got, got - gold
    return Agreement((gold & got).total(), tuple(missing.elements()), tuple(extra.elements()))


def _lines(row: Row, show: bool) -> Iterator[str]:
    whole = row.whole
    figures = f"{whole.precision:6.3f}{whole.recall:7.3f}{whole.f1:7.3f}{row.heading.f1:7.3f}"
    yield f"{figures}  {row.file}"
    for sign, pairs in (("-", whole.missing), ("+", whole.extra)) if show else ():
        yield from (f"{'':8}{sign} {level} {heading}" for level, heading in pairs[:SHOWN])
        if len(pairs) > SHOWN:
            yield f"{'':8}{sign} and {len(pairs) - SHOWN} more"


def _means(rows: list[Row]) -> Iterator[str]:
    if rows:
        wholes = [row.whole for row in rows]
        sums = (
            sum(whole.precision for whole in wholes),
            sum(whole.recall for whole in wholes),
            sum(whole.f1 for whole in wholes),
            sum(row.heading.f1 for row in rows),
        )
        figures = "".join(f"{total / len(rows):7.3f}" for total in sums)[1:]
        yield f"{figures}  mean of {len(rows)} documents"


def fact_report(documents: Documents, show: bool) -> Iterator[str]:
    """For each fact, in how many of the documents that state it it was found; then what differs."""
    right, stated, wrong = Counter[str](), Counter[str](), []
    unreadable = absent = 0
    for gold in _gold_facts():
        document = documents.get(gold["file"])
        unreadable += isinstance(document, PlanError)
        absent += document is None
        if isinstance(document, Document):
            for fact in FACTS:
                expected, found = _expected(gold, fact), _found(document, fact)
                stated[fact] += bool(expected)
                right[fact] += bool(expected & found)
                if expected and not expected & found:
                    wrong.append(f"{'':8}{fact} {gold['file']}: {found} should be {expected}")
    yield f"fact     right of stated   ({unreadable} unreadable, {absent} not in the folders)"
    for fact in FACTS:
        share = right[fact] / (stated[fact] or 1)
        yield f"{fact:8}{right[fact]:6} of {stated[fact]:<6}{share:7.3f}"
    yield from wrong if show else ()


def _expected(gold: Mapping[str, str], fact: str) -> set[str]:
    """What would be right: a cell holds one form, or several apart by `|`."""
    cell = f"{gold['issued']}|{gold['published']}" if fact == "date" else gold[fact]
    return {_folded(form) for form in cell.split("|") if form}


def _found(document: Document, fact: str) -> set[str]:
    found = {
        "title": (document.title,),
        "issuer": (document.issuer,),
        "number": (document.number,),
        "date": (document.issued, document.published),
    }
    return {_folded(form) for form in found[fact] if form}


def _gold_facts() -> list[dict[str, str]]:
    with (GOLD / "metadata.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _folded(words: str) -> str:
    """Without white space, in one width, without the punctuation that ends it."""
    return "".join(unicodedata.normalize("NFKC", words).split()).rstrip(ENDS)


if __name__ == "__main__":
    main()
