"""Raw lines -> clean text, once, before offsets exist; what was removed is kept and reported."""

from dataclasses import dataclass

from index.chrome import chrome

_INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060"  # marks of layout, never words
_WHITE = _INVISIBLE + "".join(chr(code) for code in range(0x3001) if chr(code).isspace())


@dataclass(frozen=True, slots=True)
class RemovedLine:
    """A line that is page chrome: its number in the file (from 1), its words, and why it went."""

    number: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class CleanText:
    """The plan's own words, a line a paragraph; beside them the lines that were removed."""

    text: str
    removed: tuple[RemovedLine, ...]


def clean(lines: tuple[str, ...]) -> CleanText:
    """Drop page chrome by whole lines, and layout white space at the edges of lines.

    Within a kept line not one character changes. The text may be empty when all was chrome.
    """
    filled = [(number, line.strip(_WHITE)) for number, line in enumerate(lines, 1)]
    filled = [(number, line) for number, line in filled if line]
    reasons = chrome([line for _, line in filled])
    return CleanText(
        "\n".join(line for place, (_, line) in enumerate(filled) if place not in reasons),
        tuple(
            RemovedLine(number, line, reasons[place])
            for place, (number, line) in enumerate(filled)
            if place in reasons
        ),
    )
