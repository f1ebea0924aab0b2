"""Where a heading ends and its text begins, on a line of its own or run into the text."""

import re

from index.outlining.markers import Kind, Marker
from index.spans import Span

_LONGEST = 50  # characters: what is longer is a sentence, not a heading
_LONGEST_ITEM = 240  # characters: a list item may be named by a first sentence of this length
_END = re.compile(r"[。！？]")
_NO_TITLE = re.compile(
    r"[\t。；;：:]|^[（(]?[一二三四五六七八九十\d]+[）)、.．]|^第.{1,4}[章条]|^附"
)
_CLAUSE = re.compile(r"[；;]")
_COLON = re.compile(r"[：:]")
_NAMED = re.compile(r"[\u4e00-\u9fff]{1,6}[：:](?=\S)")  # 一、元旦：2018年12月30日至…
_GAP = re.compile(r"[ \t\u00a0\u2002-\u200a\u3000]+")
_WHOLE_LINE = frozenset({Kind.STYLED, Kind.HEADLINE, Kind.ATTACHMENT, Kind.BOX, Kind.CONTENTS})
_NAMELESS = frozenset({Kind.ARTICLE, Kind.LABEL})  # 第三条, 责任科室: are followed by text at once


def heading_end(text: str, marker: Marker, following: int) -> int:
    """The end of the heading that `marker` opens, at most where the `following` one begins."""
    line_end = text.find("\n", marker.end)
    limit = min(following, line_end if line_end >= 0 else len(text))
    if marker.level:
        return limit
    if marker.kind in _NAMELESS:
        return marker.end
    if marker.kind is Kind.ATTACHMENT and not text[marker.end : limit].strip("：: "):
        return _with_its_title(text, limit, following)
    return limit if marker.kind in _WHOLE_LINE else _end_of_item(text, marker, limit)


def _end_of_item(text: str, marker: Marker, limit: int) -> int:
    """Where the words that name a numbered item end: its line, a short opening, or a sentence."""
    words = marker.end + len(text[marker.end : limit]) - len(text[marker.end : limit].lstrip())
    sentence = _END.search(text, words, limit)
    if sentence is None and limit - words <= _LONGEST:
        return limit  # the whole line is the heading
    first = sentence.end() if sentence else limit
    opening = _short_opening(text, words, first, limit)
    if opening or first - words <= _LONGEST_ITEM:
        return opening or first
    clause = _CLAUSE.search(text, words, min(limit, words + _LONGEST_ITEM))
    return clause.end() if clause else marker.end


def _with_its_title(text: str, limit: int, following: int) -> int:
    """附件 alone on a line is named by the line below, unless that opens a section itself."""
    end = text.find("\n", limit + 1) % (len(text) + 1)
    below = text[limit:end].strip()
    is_title = 0 < len(below) <= _LONGEST and not _NO_TITLE.search(below)
    return end if is_title and end <= following else limit


def _short_opening(text: str, words: int, first: int, limit: int) -> int:
    """The end of a heading before a gap, a first sentence or a colon; 0 if none is short."""
    if gap := _GAP.search(text, words + 2, min(first, words + _LONGEST)):
        return gap.start()
    if named := _NAMED.match(text, words, limit):
        return named.end()
    if first - words <= _LONGEST:
        return first
    colon = _COLON.search(text, words, limit)
    return colon.end() if colon and colon.end() - words <= _LONGEST // 2 else 0


def title_span(text: str, title: str, top: int = 0) -> Span | None:
    """The title where the text shows it: its lines at `top`, and a copy glued to the opening."""
    wanted = _folded(title)
    place = end = top
    start = -1
    while wanted and (after := _match(text, place, wanted)):
        start = place if start < 0 else start
        end = after
        place = after + len(text[after:]) - len(text[after:].lstrip())
    return Span(start, end) if start >= 0 else None


def _match(text: str, start: int, wanted: str) -> int:
    """The place after `wanted` when the text at `start` reads so, white space aside; else 0."""
    place, matched = start, 0
    while place < len(text) and matched < len(wanted):
        if text[place].isspace() or text[place] == "#":
            place += 1
        elif text[place] == wanted[matched]:
            place, matched = place + 1, matched + 1
        else:
            return 0
    ends = place == len(text) or text[place].isspace()  # else a sentence begins with the title
    return place if matched == len(wanted) and ends else 0


def _folded(title: str) -> str:
    return "".join(title.split())
