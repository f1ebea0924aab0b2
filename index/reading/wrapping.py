"""Lines broken at a fixed width, as old converters write them -> paragraphs again."""

import unicodedata
from collections.abc import Sequence

_NARROWEST, _WIDEST = 40, 130  # columns; text is not broken narrower or wider than that
_SLACK = 5  # columns: a full line may end early, so that no sign of punctuation opens the next
_FEWEST_FULL = 8  # lines
_SHARE_FULL, _SHARE_MID_SENTENCE = 0.3, 0.5
_ENDS = "。！？：；”）)」』|"


def unwrapped(lines: Sequence[str]) -> tuple[str, ...]:
    """The lines, with those that were broken at a fixed width joined; others as they are.

    A line goes on in the next when it is full and the next is neither blank nor indented.
    """
    width = _breaking_width(lines)
    if not width:
        return tuple(lines)
    joined: list[str] = []
    open_line = False
    for line in lines:
        if open_line and line.strip() and not line[0].isspace() and not line.startswith("|"):
            joined[-1] = joined[-1].rstrip() + _gap(joined[-1].rstrip(), line) + line
        else:
            joined.append(line)
        open_line = columns(line) >= width - _SLACK and not line.startswith("|")
    return tuple(joined)


def columns(line: str) -> int:
    """The columns a line takes on a terminal: two for a wide sign."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in line.rstrip())


def _breaking_width(lines: Sequence[str]) -> int:
    """The width at which lines were broken; 0 when they were not."""
    filled = [line.rstrip() for line in lines if line.strip() and not line.startswith("|")]
    widths = sorted(columns(line) for line in filled)
    if not widths or not _NARROWEST <= (width := widths[int(0.97 * (len(widths) - 1))]) <= _WIDEST:
        return 0
    full = [line for line in filled if width - _SLACK <= columns(line) <= width + 1]
    broken = [line for line in full if line[-1] not in _ENDS]
    is_wrapped = (
        widths[-1] <= width + _SLACK
        and len(full) >= max(_FEWEST_FULL, _SHARE_FULL * len(filled))
        and len(broken) >= _SHARE_MID_SENTENCE * len(full)
    )
    return width if is_wrapped else 0


def _gap(before: str, after: str) -> str:
    """A space between two Latin words, nothing between Chinese signs."""
    return " " if before[-1:].isascii() and after[:1].isascii() and before[-1:].isalnum() else ""
