"""Gold outlines and facts, written by reading -> how many of them the index reads the same.

`python -m benchmarks.reading.outlines FOLDER... [--gold FOLDER] [--show]` looks in the folders,
and in plan_texts, for the documents that the gold tells of (`facts.jsonl`, `outlines/`):
in `gold/`, `gold/plans-a/` and in each folder given with --gold. An outline is compared as a
multiset of (level, heading), headings up to their first semicolon; sections that carry no number
(catchwords, labels, the contents, text after a list) are not in the gold; those of 一是, of a dash,
and those inside a line may be.
"""

import argparse
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.errors import PlanError
from index.intake.documents import Document, read_document
from index.outlining.markers import Kind
from index.outlining.outline import Section, outline

ROOT = Path(__file__).parents[2]
GOLD = (ROOT / "benchmarks" / "gold", ROOT / "benchmarks" / "gold" / "plans-a")
PLANS = ROOT / "plan_texts"
UNNUMBERED = frozenset({None, Kind.REST, Kind.LABEL, Kind.LEAD, Kind.CONTENTS})
OPTIONAL = frozenset({Kind.FIRSTLY, Kind.ORDINAL, Kind.BULLET})
DATES = ("issued", "published")
FACTS = ("title", "issuer", "region", "number", *DATES, "effective", "expires")
BRACKETS = str.maketrans("[]()【】", "〔〕〔〕〔〕")
SHOWN = 6  # missing and extra headings of one file
SEMICOLON = re.compile("[;；]")
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
    parser.add_argument("--gold", action="append", default=[], type=Path, metavar="FOLDER")
    wanted = parser.parse_args(arguments)
    gold = (*GOLD, *wanted.gold)
    documents = read_documents((*wanted.folders, PLANS), gold)
    report = (
        *outline_report(documents, gold, wanted.show),
        "",
        *fact_report(documents, gold, wanted.show),
    )
    for line in report:
        sys.stdout.write(line + "\n")


def read_documents(folders: Sequence[Path], gold: Sequence[Path] = GOLD) -> Documents:
    """The documents in the folders that the gold tells of, by file name; or why one is unread."""
    stems = {outline.stem for outline in _gold_outlines(gold)}
    named = {row["file"] for row in _gold_facts(gold)}
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


def outline_report(
    documents: Documents, golds: Sequence[Path] = GOLD, show: bool = False
) -> Iterator[str]:
    """A line a document with precision, recall, F1, and F1 of the heading alone; then the means."""
    yield f"{'P':>6}{'R':>7}{'F1':>7}{'head':>7}  outline"
    rows = []
    for gold in _gold_outlines(golds):
        for name, document in documents.items():
            if Path(name).stem != gold.stem:
                continue
            if isinstance(document, PlanError):
                yield f"{'unreadable':>27}  {document}"
                continue
            rows.append(_row(name, _gold_headings(gold), document))
            yield from _lines(rows[-1], show)
    yield from _means(rows)


def _row(name: str, gold: Headings, document: Document) -> Row:
    headings = [
        (section.level, _folded_heading(section.path[-1]), _is_optional(section, document.text))
        for section in outline(document)
        if section.kind not in UNNUMBERED
    ]
    got = Counter(
        (level, heading)
        for level, heading, is_optional in headings
        if not is_optional or (level, heading) in gold
    )
    return Row(name, _agreement(gold, got), _agreement(_levelled(gold), _levelled(got)))


def _is_optional(section: Section, text: str) -> bool:
    before = text[: section.span.start].rpartition("\n")[2]
    return section.kind in OPTIONAL or bool(before.strip())


def _gold_headings(file: Path) -> Headings:
    lines = file.read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t", 1) for line in lines if line.strip())
    return Counter((int(level), _folded_heading(heading)) for level, heading in pairs)


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
    figures = [
        (row.whole.precision, row.whole.recall, row.whole.f1, row.heading.f1) for row in rows
    ]
    if figures:
        means = [sum(column) / len(rows) for column in zip(*figures, strict=True)]
        yield "".join(f"{mean:7.3f}" for mean in means)[1:] + f"  mean of {len(rows)} documents"


def fact_report(
    documents: Documents, golds: Sequence[Path] = GOLD, show: bool = False
) -> Iterator[str]:
    """For each fact, in how many of the documents that state it it was found; then what differs."""
    stated, wrong = Counter[str](), list[tuple[str, str]]()
    for gold in _gold_facts(golds):
        document = documents.get(gold["file"])
        if isinstance(document, Document):
            stated.update(fact for fact in FACTS if _forms(gold, fact))
            faults = {fact: _fault(gold, document, fact) for fact in FACTS}
            wrong += [(fact, f"{gold['file']}: {fault}") for fact, fault in faults.items() if fault]
    yield "fact     right of stated"
    for fact in FACTS:
        right = stated[fact] - sum(fact == other for other, _ in wrong)
        yield f"{fact:9}{right:5} of {stated[fact]:<6}{right / (stated[fact] or 1):7.3f}"
    if show:
        yield from (f"{'':8}{fact:9} {fault}" for fact, fault in wrong)


def _fault(gold: Mapping[str, str], document: Document, fact: str) -> str:
    """Found and expected, when they differ; a date stated once may be issued or published."""
    either = fact in DATES and not all(gold.get(date) for date in DATES)
    found = {getattr(document, name) for name in (DATES if either else (fact,))}
    if fact == "region" and document.level == "国家":
        found = {"全国"}
    expected = _forms(gold, fact)
    right = not expected or expected & {_folded(form) for form in found}
    return "" if right else f"found {sorted(found)}, stated {gold[fact]}"


def _forms(gold: Mapping[str, str], fact: str) -> set[str]:
    """What would be right: a value holds one form, or several apart by `|`."""
    return {_folded(form) for form in gold.get(fact, "").split("|") if form}


def _gold_facts(golds: Sequence[Path]) -> list[dict[str, str]]:
    files = [gold / "facts.jsonl" for gold in golds]
    return [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]


def _gold_outlines(golds: Sequence[Path]) -> list[Path]:
    return sorted(file for gold in golds for file in (gold / "outlines").glob("*.txt"))


def _folded_heading(words: str) -> str:
    return _folded(SEMICOLON.split(words)[0])


def _folded(words: str) -> str:
    """Without what is not seen, in one width, one kind of bracket, without a last sign."""
    seen = "".join(sign for sign in words if sign.isprintable() and not sign.isspace())
    return unicodedata.normalize("NFKC", seen).translate(BRACKETS).rstrip(ENDS)


if __name__ == "__main__":
    main()
