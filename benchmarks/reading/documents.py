"""Plan files -> how fast they are read, and how much of their gold text comes back.

`python -m benchmarks.reading.documents FOLDER...` reads every plan file of the folders. Gold is
`<stem>.gold.txt`, or `<stem up to the first _>.gold.txt`, beside the file; beside a Word file the
author's own `<stem>.txt` counts as well. Two shares of the gold paragraphs are told, white space
aside and in order: `text`, those that stand unbroken in the running text; `whole`, those that are
a paragraph of their own. The naive peer, in the same run: the lines of pdfplumber's extract_text,
the paragraphs of python-docx (a .doc after the same conversion).
"""

import argparse
import re
import sys
import time
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import docx
import pdfplumber

from index.errors import PlanError
from index.intake.cleaning import clean
from index.reading import FORMATS, read_paragraphs
from index.reading.txt import read as read_text
from index.reading.word.office import converted

WORD = frozenset({".doc", ".docx", ".wps"})
WORDS = re.compile(r"[\u4e00-\u9fff]")
AHEAD = 4000  # characters: a paragraph found farther on is another that reads the same


@dataclass(frozen=True, slots=True)
class Recovered:
    """How many gold paragraphs came back: unbroken in the text, and as whole paragraphs."""

    text: int
    whole: int


@dataclass(frozen=True, slots=True)
class Measured:
    """What reading one file cost and gave; `ours` and `naive` are None where there is no gold."""

    file: str
    seconds: float
    paragraphs: int
    rows: int
    characters: int
    chrome: int
    gold: int = 0
    ours: Recovered | None = None
    naive: Recovered | None = None


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    for line in report(parser.parse_args(arguments).folders):
        sys.stdout.write(line + "\n")
        sys.stdout.flush()


def report(folders: Sequence[Path]) -> Iterator[str]:
    """A line a file, unreadable ones with the reason, and a last line with the totals."""
    yield f"{'':46}{'recovered':>12}{'naive peer':>14}"
    yield (
        f"{'seconds':>8}{'paragr.':>8}{'rows':>6}{'chars':>8}{'chrome':>7}"
        f"{'gold':>6}{'text':>8}{'whole':>7}{'text':>7}{'whole':>7}  file"
    )
    done: list[Measured] = []
    for file in (file for folder in folders for file in plan_files(folder)):
        try:
            done.append(measured(file))
        except PlanError as fault:
            yield f"{'unreadable':>37}  {fault}"
            continue
        yield line_of(done[-1])
    yield line_of(total(done))


def plan_files(folder: Path) -> list[Path]:
    """The plan files of a folder by name, without those that are gold for others."""
    found = sorted(file for file in folder.iterdir() if file.suffix.lower() in FORMATS)
    gold = {gold_of(file) for file in found if file.suffix.lower() not in {".txt", ".md"}}
    return [file for file in found if file not in gold and not file.name.endswith(".gold.txt")]


def gold_of(file: Path) -> Path | None:
    """The text that reading a file should give, where somebody has written it down."""
    names = [f"{file.stem}.gold.txt", f"{file.stem.partition('_')[0]}.gold.txt"]
    names += [f"{file.stem}.txt"] if file.suffix.lower() in WORD else []
    return next((gold for name in names if (gold := file.with_name(name)).exists()), None)


def measured(file: Path) -> Measured:
    begun = time.perf_counter()
    read = read_paragraphs(file)
    seconds = time.perf_counter() - begun
    content = clean(read)
    counts = Measured(
        file=file.name,
        seconds=seconds,
        paragraphs=len(read),
        rows=sum(1 for paragraph in read if paragraph.table),
        characters=sum(len(paragraph.text) for paragraph in read),
        chrome=len(content.removed),
    )
    return with_gold(counts, file, content.text.split("\n"))


def with_gold(counts: Measured, file: Path, ours: Sequence[str]) -> Measured:
    """The same with what was recovered of the gold, by us and by the naive peer."""
    if (gold := gold_of(file)) is None or (naive := naive_lines(file)) is None:
        return counts
    texts = squeezed(paragraph.text for paragraph in read_text(gold))
    wanted = [text for text in texts if WORDS.search(text)]  # without [pic], -1-, ------
    return replace(
        counts,
        gold=len(wanted),
        ours=recovered(wanted, squeezed(ours)),
        naive=recovered(wanted, squeezed(naive)),
    )


def naive_lines(file: Path) -> list[str] | None:
    """The lines or paragraphs that a plain use of the field's library gives."""
    suffix = file.suffix.lower()
    if suffix == ".pdf":
        with pdfplumber.open(file) as pdf:
            return [line for page in pdf.pages for line in page.extract_text().split("\n")]
    if suffix == ".docx":
        return [paragraph.text for paragraph in docx.Document(str(file)).paragraphs]
    if suffix in WORD:
        with converted(file) as document:
            return naive_lines(document)
    return None


def squeezed(lines: Iterator[str] | Sequence[str]) -> list[str]:
    """Lines without white space, empty ones dropped."""
    return [line for whole in lines if (line := "".join(whole.split()))]


def recovered(gold: Sequence[str], got: Sequence[str]) -> Recovered:
    text, place, unbroken = "".join(got), 0, 0
    for paragraph in gold:
        found = text.find(paragraph, place, place + AHEAD + len(paragraph))
        if found >= 0:
            unbroken, place = unbroken + 1, found + len(paragraph)
    return Recovered(unbroken, longest_in_common(gold, got))


def longest_in_common(one: Sequence[str], other: Sequence[str]) -> int:
    """The length of the longest common subsequence (Hunt and Szymanski 1977)."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, line in enumerate(other):
        places[line].append(place)
    ends: list[int] = []  # the least end of a common subsequence of each length
    for line in one:
        for place in reversed(places.get(line, [])):
            at = bisect_left(ends, place)
            ends[at : at + 1] = [place]
    return len(ends)


def total(done: Sequence[Measured]) -> Measured:
    """The sums; what was recovered, over the files that have gold."""
    return Measured(
        file=f"total of {len(done)} files, {sum(one.gold > 0 for one in done)} with gold",
        seconds=sum(one.seconds for one in done),
        paragraphs=sum(one.paragraphs for one in done),
        rows=sum(one.rows for one in done),
        characters=sum(one.characters for one in done),
        chrome=sum(one.chrome for one in done),
        gold=sum(one.gold for one in done),
        ours=summed([one.ours for one in done if one.ours]),
        naive=summed([one.naive for one in done if one.naive]),
    )


def summed(parts: Sequence[Recovered]) -> Recovered:
    return Recovered(sum(one.text for one in parts), sum(one.whole for one in parts))


def line_of(one: Measured) -> str:
    counts = f"{one.seconds:8.2f}{one.paragraphs:8}{one.rows:6}{one.characters:8}{one.chrome:7}"
    if one.gold and one.ours and one.naive:
        found = (one.ours.text, one.ours.whole, one.naive.text, one.naive.whole)
        shares = " " + "".join(f"{count / one.gold:7.3f}" for count in found)
    else:
        shares = f"{'-':>8}" + f"{'-':>7}" * 3
    return f"{counts}{one.gold or '-':>6}{shares}  {one.file}"


if __name__ == "__main__":
    main()
