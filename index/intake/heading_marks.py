"""What a person says of lines that were misread: a heading of some level, or no heading.

Kept beside the file, by the words of the line, so that it is found again when the file is read by
a later version of the program.
"""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from index.errors import PlanFileUnreadable
from index.spans import Span

SUFFIX = ".headings.csv"
DEEPEST = 6
_COLUMNS = ("line", "nth", "level")


@dataclass(frozen=True, slots=True)
class HeadingMark:
    """The `nth` line (from 1) that reads so is a heading of this level, 0: no heading."""

    line: str
    nth: int
    level: int

    def __post_init__(self) -> None:
        if not (self.line and self.nth >= 1 and 0 <= self.level <= DEEPEST):
            raise ValueError("a mark names a line that is there, and a level")


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A line of the clean text, and its level as a heading, 0 when it is none."""

    span: Span
    level: int


def numbered_lines(text: str) -> Iterator[tuple[Span, int]]:
    """The lines of a text that hold words, each with how many so far read the same."""
    seen: dict[str, int] = {}
    start = 0
    for line in text.split("\n"):
        if line.strip():
            seen[line] = seen.get(line, 0) + 1
            yield Span(start, start + len(line)), seen[line]
        start += len(line) + 1


def marked_lines(text: str, marks: Iterable[HeadingMark]) -> tuple[MarkedLine, ...]:
    """The lines that the marks mean, in reading order; a mark whose line is gone means none."""
    levels = {(mark.line, mark.nth): mark.level for mark in marks}
    return tuple(
        MarkedLine(span, levels[span.cut(text), nth])
        for span, nth in (numbered_lines(text) if levels else ())
        if (span.cut(text), nth) in levels
    )


def marks_beside(file: Path) -> Path:
    """Where the marks of a plan file are kept, if there are any."""
    return file.with_name(file.name + SUFFIX)


def read_marks(file: Path) -> tuple[HeadingMark, ...]:
    """The marks of this file of marks, none when it is missing; or PlanFileUnreadable."""
    if not file.exists():
        return ()
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            return tuple(
                HeadingMark(row["line"], int(row["nth"]), int(row["level"]))
                for row in csv.DictReader(lines)
            )
    except (OSError, ValueError, KeyError, TypeError, csv.Error) as error:
        raise PlanFileUnreadable(
            f"{file.name}：标题的更正读不了（{error}）；请在工作台重新更正，或移走它。"
        ) from error


def write_marks(file: Path, marks: Iterable[HeadingMark]) -> None:
    """Write the marks whole; without marks there is no file."""
    kept = [(mark.line, mark.nth, mark.level) for mark in marks]
    if not kept:
        file.unlink(missing_ok=True)
        return
    draft = file.with_name(f".{file.name}.new")
    with draft.open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines, lineterminator="\n").writerows([_COLUMNS, *kept])
    draft.replace(file)
