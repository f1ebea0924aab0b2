"""Where a heading or list item may begin: the numbering that Chinese plans share."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum

from index.numerals import whole_number


class Kind(IntEnum):
    """A way of numbering; the value is its rank, outermost first, when nothing else tells."""

    MARKDOWN = 0  # "## 标题"
    PART = 1  # 第一编
    CHAPTER = 2  # 第一章
    DIVISION = 3  # 第一节
    ARTICLE = 4  # 第一条
    HAN = 5  # 一、
    HAN_IN_BRACKETS = 6  # （一）
    ARABIC = 7  # 1.
    ARABIC_IN_BRACKETS = 8  # （1）
    CIRCLED = 9  # ①
    LABEL = 10  # 责任科室:
    FIRSTLY = 11  # 一是
    BULLET = 12  # --
    LEAD = 13  # an unnumbered catchword sentence that opens a paragraph


COUNTED = frozenset(Kind) - {Kind.MARKDOWN, Kind.BULLET, Kind.LABEL, Kind.LEAD}


@dataclass(frozen=True, slots=True)
class Marker:
    """A possible beginning: where its sign starts and ends, its kind, and its number."""

    start: int
    end: int
    kind: Kind
    number: int
    at_line_start: bool
    name: str = ""


_HAN = "[一二三四五六七八九十百零〇]{1,5}"
_ANY = "[一二三四五六七八九十百零〇0-9０-９]{1,5}"
_SIGNS = re.compile(
    rf"(?P<PART>第{_ANY}[编篇])(?=[\s　]|$)"
    rf"|(?P<CHAPTER>第{_ANY}(?:章|部分))(?!的)"
    rf"|(?P<DIVISION>第{_ANY}节)(?!的)"
    rf"|(?P<ARTICLE>第{_ANY}条)(?=[\s　])"
    rf"|(?P<HAN>{_HAN}、)(?!{_HAN}[、产])"
    rf"|(?P<HAN_IN_BRACKETS>[（(]{_HAN}[)）])"
    r"|(?P<ARABIC>[0-9０-９]{1,2}(?:[.．](?![0-9０-９])|、))"
    r"|(?P<ARABIC_IN_BRACKETS>[（(][0-9０-９]{1,2}[)）])"
    r"|(?P<CIRCLED>[①-⑳])"
    r"|(?P<FIRSTLY>[一二三四五六七八九十]{1,2}是)"
)
_NUMERAL = re.compile(r"[一二三四五六七八九十百零〇]+|[0-9０-９]+|[①-⑳]")
_AT_LINE_START_ONLY = re.compile(
    r"(?P<MARKDOWN>(?P<level>#{1,6})[ \t]+)|(?P<BULLET>(?:--|——|[-—–•·●■◆※*])[ \t]*)(?=\S)"
)
_LABEL = re.compile(r"(?:(?<=\s)|^)(?P<name>[\u4e00-\u9fff]{2,6})[:：]", re.MULTILINE)
_BOUNDARY = re.compile(r"[\s。；;：:！？”]")
_LABEL_REPEATS = 2


def find_markers(text: str) -> list[Marker]:
    """Every place that looks like a beginning, in order, none inside another."""
    found = [*_signs(text), *_line_signs(text), *_labels(text)]
    found.sort(key=lambda marker: (marker.start, -marker.end))
    kept: list[Marker] = []
    for marker in found:
        if kept and kept[-1].kind is Kind.MARKDOWN and kept[-1].end == marker.start:
            kept[-1] = replace(marker, start=kept[-1].start, at_line_start=True)  # “## 第一章”
        elif not kept or marker.start >= kept[-1].end:
            kept.append(marker)
    return kept


def _signs(text: str) -> Iterator[Marker]:
    end_before = -1
    for found in _SIGNS.finditer(text):
        line_start = _opens_line(text, found.start())
        touches = end_before == found.start()  # “第一章（一）”: one sign after another
        if not line_start and not touches and not _BOUNDARY.match(text, found.start() - 1):
            continue
        numeral = _NUMERAL.search(found[0])
        number = whole_number(numeral[0]) if numeral else None
        if number and found.lastgroup:
            end_before = found.end()
            yield Marker(found.start(), found.end(), Kind[found.lastgroup], number, line_start)


def _line_signs(text: str) -> Iterator[Marker]:
    start = 0
    for line in text.split("\n"):
        if found := _AT_LINE_START_ONLY.match(line):
            kind = Kind.MARKDOWN if found["MARKDOWN"] else Kind.BULLET
            number = len(found["level"] or "") or 1
            yield Marker(start, start + found.end(), kind, number, at_line_start=True)
        start += len(line) + 1


def _labels(text: str) -> Iterator[Marker]:
    """“责任科室:” and the like count as beginnings when a document uses them again and again."""
    found = list(_LABEL.finditer(text))
    repeats = Counter(label["name"] for label in found)
    for label in found:
        if repeats[label["name"]] >= _LABEL_REPEATS:
            start = label.start()
            yield Marker(start, label.end(), Kind.LABEL, 1, _opens_line(text, start), label["name"])


def _opens_line(text: str, place: int) -> bool:
    line_start = text.rfind("\n", 0, place) + 1
    return not text[line_start:place].strip(" \t\u3000#")
