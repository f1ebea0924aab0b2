"""Unnumbered lists: paragraphs that each open with a catchword sentence."""

import re
from collections.abc import Iterator

_CATCHWORD = re.compile(r"[ \t\u00a0\u3000]*(?P<words>[^。；;：:！？\n“”]{4,24})。(?=[^\n]{8})")
_FEWEST = 3


def lead_markers(text: str, start: int, end: int) -> Iterator[tuple[int, int, str, int]]:
    """(start, end, catchword, number) of each lead, when all paragraphs here open that way.

    “以人为本,遵循基本。坚持以人民为中心…” is such a paragraph; three make a list.
    """
    found: list[tuple[int, int, str]] = []
    place = start
    for line in text[start:end].split("\n"):
        if line.strip():
            lead = _CATCHWORD.match(line)
            if lead is None:
                return
            found.append((place + lead.start("words"), place + lead.end(), lead["words"]))
        place += len(line) + 1
    if len(found) >= _FEWEST:
        for number, (first, last, words) in enumerate(found, 1):
            yield first, last, words, number
