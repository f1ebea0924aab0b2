"""A .docx -> the text of a draft, and which bytes of the file hold each of its characters."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.errors import PlanFileEmpty
from index.reading.child import rows_of_child
from index.reading.word.drafts.holders import Holder, Text
from index.reading.word.drafts.package import Ending, Parts
from index.spans import Span


@dataclass(frozen=True, slots=True)
class Held:
    """Where words of the draft stand in the file."""

    span: Span
    holder: Holder


@dataclass(frozen=True, slots=True)
class WordDraft:
    """A draft: its lines joined; `held` in order, without what Word adds itself (numbers, tabs)."""

    text: str
    held: tuple[Held, ...]
    parts: Parts

    def first_in(self, span: Span) -> tuple[Held, int]:
        """The first words of a span that stand in the file, and the character in their holder.

        Words of which none stand there (an automatic number) are known by those behind them, or
        else before.
        """
        return self._nearest(span.start)

    def last_in(self, span: Span) -> tuple[Held, int]:
        """The last, and the character behind it; never before the first."""
        place = bisect_right(self.held, span.end - 1, key=lambda one: one.span.start) - 1
        first, character = self.first_in(span)
        if place < 0 or self.held[place].span.end <= first.span.start + character:
            return first, min(character + 1, len(first.span))
        last = self.held[place]
        return last, min(span.end, last.span.end) - last.span.start

    def _nearest(self, character: int) -> tuple[Held, int]:
        place = bisect_right(self.held, character, key=lambda one: one.span.end)
        if place == len(self.held):
            return self.held[-1], len(self.held[-1].span) - 1
        one = self.held[place]
        return one, max(character - one.span.start, 0)


def read_word_draft(file: Path) -> WordDraft:
    """Read in a child with limits, as plans are. Raises PlanFileUnreadable or PlanFileEmpty."""
    return drafted(rows_of_child("word.drafts.draft_walk", file), file.name)


def drafted(rows: Iterator[list[Any]], name: str) -> WordDraft:
    """The draft of which the child printed these rows; `name` is told in a refusal."""
    parts = _parts(*next(rows))
    lines: list[str] = []
    held: list[Held] = []
    at = 0
    for row in rows:
        held += _held(row, at)
        lines.append("".join(text for text, _ in row))
        at += len(lines[-1]) + 1
    if not held:
        raise PlanFileEmpty(f"{name}：文件里没有文字；请检查文件是否下载完整。")
    return WordDraft("\n".join(lines), tuple(held), parts)


def _held(row: list[Any], at: int) -> Iterator[Held]:
    for text, holder in row:
        if holder is not None:
            yield Held(Span(at, at + len(text)), _holder(*holder))
        at += len(text)


def _holder(start: int, end: int, text: list[Any] | None) -> Holder:
    if text is None:
        return Holder(start, end)
    head, begun, opened, closed, is_first, is_last, keeps_space, chunks = text
    places = tuple((character, byte) for character, byte in chunks)
    found = Text(head, begun, opened, closed, is_first, is_last, keeps_space, places)
    return Holder(start, end, found)


def _parts(document: str, *more: Any) -> Parts:  # noqa: ANN401  a row of JSON
    comments, relations, types, *rest = more
    return Parts(document, Ending(*comments), Ending(*relations), Ending(*types), *rest)
