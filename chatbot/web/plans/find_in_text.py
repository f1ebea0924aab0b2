"""Words to look for in one plan -> every place where they stand, with a few words around."""

from collections.abc import Iterator
from dataclasses import dataclass

from index.language.tokens import fold
from index.spans import Span

LONGEST = 100  # characters that may be looked for
_AROUND = 12  # characters shown on either side of a place


@dataclass(frozen=True, slots=True)
class Found:
    """One place, and its line's words before and after it."""

    span: Span
    before: str
    words: str
    after: str


def find_all(text: str, words: str) -> tuple[Found, ...]:
    """The places in order; width of characters, traditional form and case make no difference."""
    wanted = fold(" ".join(words.split())[:LONGEST])
    return tuple(_found(text, span) for span in _spans(fold(text), wanted)) if wanted else ()


def _spans(text: str, wanted: str) -> Iterator[Span]:
    start = text.find(wanted)
    while start >= 0:
        yield Span(start, start + len(wanted))
        start = text.find(wanted, start + len(wanted))


def _found(text: str, span: Span) -> Found:
    before = text[max(0, span.start - _AROUND) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + _AROUND].partition("\n")[0]
    return Found(span, before, span.cut(text), after)
