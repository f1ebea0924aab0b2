"""Holder: the element that holds words of a draft, and where in the bytes a mark may stand."""

from collections.abc import Sequence
from dataclasses import dataclass

from index.reading.word.drafts.placed_xml import Placed
from index.reading.word.ooxml import SPACE as _SPACE
from index.reading.word.ooxml import W as _W


@dataclass(frozen=True, slots=True)
class Text:
    """The <w:t> of a run that may be cut: its tag from `start` to `opened`, all of it to `end`.

    `chunks` are the places of its characters: (character, byte) where each plain stretch begins.
    `head` is where the opening of its run with the run's properties ends.
    """

    head: int
    start: int
    opened: int
    end: int
    is_first: bool
    is_last: bool
    keeps_space: bool
    chunks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Holder:
    """A run, or what cannot be cut, from byte `start` to `end`; marks stand before and after it."""

    start: int
    end: int
    text: Text | None = None


def atomic(element: Placed) -> Holder:
    """An element whose inside no mark may enter: it has its comment as a whole."""
    return Holder(element.start, element.end)


def holder_of(text: Placed, run: Placed) -> Holder:
    """The words of one <w:t>; as a whole when a cut would change what a reader sees."""
    content = [one for one in run if one.tag != f"{_W}rPr"]
    head, begins = run.opened, run[0]
    if begins.tag == f"{_W}rPr" and isinstance(begins, Placed):
        head = begins.end
    words = "".join(chunk for _, chunk in text.chunks)
    space = text.get(_SPACE)
    is_odd = any(one.tag == f"{_W}rPr" for one in run[1:]) or space not in {None, "preserve"}
    if not text.is_plain or is_odd or (not space and words != words.strip()):
        return atomic(run)
    found = Text(
        head,
        text.start,
        text.opened,
        text.end,
        text is content[0],
        text is content[-1],
        bool(space),
        tuple(_chunks(text.chunks)),
    )
    return Holder(run.start, run.end, found)


def _chunks(chunks: Sequence[tuple[int, str]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    characters = 0
    for byte, words in chunks:
        found.append((characters, byte))
        characters += len(words)
    return found
