"""Where a document's table of contents stands: its entries are no headings."""

import re

from index.spans import Span

_HEADING = re.compile(r"^目\s*[录次]\s*$", re.MULTILINE)
_LONGEST_ENTRY = 80  # characters
_PAGE = re.compile(r"[\s.．·…\-—–]*\d{0,4}[\s\-—–]*$")
_SENTENCE = re.compile(r"[。；！？]")


def contents_span(text: str) -> Span | None:
    """From the line 目录 to the line before its first entry comes again; None without one."""
    heading = _HEADING.search(text)
    if heading is None:
        return None
    end = heading.end()
    first = ""
    for line in text[heading.end() + 1 :].split("\n"):
        entry = _bare(line)
        if len(line) > _LONGEST_ENTRY or _SENTENCE.search(line) or (first and entry == first):
            break
        first = first or entry
        end += len(line) + 1
    return Span(heading.start(), min(end, len(text)))


def _bare(line: str) -> str:
    return "".join(_PAGE.sub("", line).split())
