"""Where a document's table of contents stands: its entries are no headings."""

import re

from index.spans import Span

_HEADING = re.compile(r"^目\s*[录次]\s*$", re.MULTILINE)
_LONGEST_ENTRY = 80  # characters, without the dots that lead to the page
_PAGE = re.compile(r"[\s.．·…\-—–]*\d{0,4}[\s\-—–]*$")
_LEADERS = re.compile(r"[.．·…]{3,}")
_ENDS_WITH_PAGE = re.compile(r"\S\s*(?:[.．·…]{3,}\s*|[\s·…]+[-—–]\s*)(\d{1,4})[\s\-—–]*$")
_FEWEST_ENTRIES = 5
_SENTENCE = re.compile(r"[。；！？]")


def contents_span(text: str) -> Span | None:
    """From the line 目录 to the line before its first entry comes again; None without one.

    Contents without that line are known by their page numbers, line after line.
    """
    heading = _HEADING.search(text)
    if heading is None:
        return _numbered_pages(text)
    end = heading.end()
    first = ""
    for line in text[heading.end() + 1 :].split("\n"):
        entry = _bare(line)
        if len(entry) > _LONGEST_ENTRY or _SENTENCE.search(line) or (first and entry == first):
            break
        first = first or entry
        end += len(line) + 1
    return Span(heading.start(), min(end, len(text)))


def _numbered_pages(text: str) -> Span | None:
    """The first run of lines that each end with a page, the pages going up."""
    start = end = place = count = page = 0
    for line in text.split("\n"):
        numbered = _ENDS_WITH_PAGE.search(line) if len(line) <= _LONGEST_ENTRY else None
        if numbered and int(numbered[1]) >= page:
            start = start if count else place
            count, page = count + 1, int(numbered[1])
            end = place + len(line)
        elif count >= _FEWEST_ENTRIES and place > end + _LONGEST_ENTRY:
            break
        elif count < _FEWEST_ENTRIES:
            count = page = 0
        place += len(line) + 1
    return Span(start, end) if count >= _FEWEST_ENTRIES else None


def _bare(line: str) -> str:
    return "".join(_LEADERS.sub("", _PAGE.sub("", line)).split())
