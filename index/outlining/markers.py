"""Where a heading or list item may begin: the numbering that Chinese plans share."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from index.intake.cleaning import StyledLine
from index.language.numerals import whole_number
from index.reading.paragraphs import Role


class Kind(IntEnum):
    """A way of opening a section; the value is its rank, outermost first."""

    ATTACHMENT = 0  # 附件1, alone on its line
    STYLED = 1  # a heading by its style: Markdown, Word, HTML
    CONTENTS = 2  # 目录
    PART = 3  # 第一编
    CHAPTER = 4  # 第一章
    DIVISION = 5  # 第一节
    ARTICLE = 6  # 第一条
    HAN = 7  # 一、
    HAN_IN_BRACKETS = 8  # （一）
    HEADLINE = 9  # a short line that stands alone above its paragraph
    BOX = 10  # 专栏1
    ARABIC = 11  # 1.
    DECIMAL = 12  # 1.1
    DECIMAL_DEEPER = 13  # 1.1.1
    ARABIC_IN_BRACKETS = 14  # （1）
    CIRCLED = 15  # ①
    LABEL = 16  # 责任科室:
    FIRSTLY = 17  # 一是, 一要
    ORDINAL = 18  # 第一，
    HAN_WITHIN = 19  # 一、 in a list inside a 一、 list
    BULLET = 20  # --
    LEAD = 21  # an unnumbered catchword sentence that opens a paragraph
    REST = 22  # text that goes on after a list; it has no heading


COUNTED = frozenset(
    {
        *(Kind.PART, Kind.CHAPTER, Kind.DIVISION, Kind.ARTICLE, Kind.HAN, Kind.HAN_IN_BRACKETS),
        *(Kind.DECIMAL, Kind.DECIMAL_DEEPER),
        *(Kind.ARABIC, Kind.ARABIC_IN_BRACKETS, Kind.CIRCLED, Kind.FIRSTLY, Kind.ORDINAL),
    }
)


@dataclass(frozen=True, slots=True)
class Marker:
    """A possible beginning: where its sign starts and ends, its kind, and its number."""

    start: int
    end: int
    kind: Kind
    number: int
    at_line_start: bool
    name: str = ""
    level: int = 0  # as a person said; 0: as its sign and its list tell


_HAN = "[一二三四五六七八九十百零〇]{1,5}"
_ANY = "[一二三四五六七八九十百零〇0-9０-９]{1,5}"
_SIGNS = re.compile(
    rf"(?P<PART>第{_ANY}[编篇])(?=[\s　]|$)"
    rf"|(?P<CHAPTER>第{_ANY}(?:章|部分))(?!的)"
    rf"|(?P<DIVISION>第{_ANY}节)(?!的)"
    rf"|(?P<ARTICLE>第{_ANY}条)(?=[\s　])"
    rf"|(?<=\n)(?P<ARTICLE_AT_ONCE>第{_ANY}条)(?=[《“\u4e00-\u9fff])(?![的第和与及或、至到款项规所之])"
    rf"|(?P<HAN>{_HAN}、)(?!{_HAN}[、产])"
    rf"|(?P<HAN_IN_BRACKETS>[（(]{_HAN}[)）])"
    r"|(?P<ARABIC>[0-9０-９]{1,2}(?:[.．](?![0-9０-９])|、))"
    r"|(?P<ARABIC_IN_BRACKETS>[（(][0-9０-９]{1,2}[)）])"
    r"|(?P<CIRCLED>[①-⑳])"
    r"|(?P<FIRSTLY>[一二三四五六七八九十]{1,2}[是要])"
    r"|(?P<ORDINAL>第[一二三四五六七八九十]{1,2}(?=[，,、]))"
)
_NUMERAL = re.compile(r"[一二三四五六七八九十百零〇]+|[0-9０-９]+|[①-⑳]")
_NUMBER = "[1-9１-９][0-9０-９]?"
_NO_UNIT = r"(?=[\s　]*[\u4e00-\u9fff（(《“])(?![\s　]*[万亿元个倍米吨年月日公平人家])"
_OPENS_A_LINE = re.compile(
    rf"(?P<DECIMAL>{_NUMBER}[.．]{_NUMBER}){_NO_UNIT}"
    rf"|(?P<DECIMAL_DEEPER>{_NUMBER}[.．]{_NUMBER}[.．]{_NUMBER}){_NO_UNIT}"
    r"|(?P<BULLET>(?:--|——|[-—–•·●■◆※*])[ \t]*)(?=[^\s\d—-])"
    r"|(?P<ATTACHMENT>附\s*件\s*[0-9０-９一二三四五六七八九十]{0,3})\s*[:：]?$"
    r"|(?P<ATTACHMENT_NAMED>附\s*表\s*[0-9０-９一二三四五六七八九十]{1,3}\s*[:：])(?=\s*\S)"
    r"|(?P<BOX>专栏\s*[0-9０-９一二三四五六七八九十]{1,3})(?=[\s:：]|$)"
    r"|(?P<CONTENTS>目\s*[录次])\s*$"
)
_LABEL = re.compile(r"(?:(?<=\s)|^)(?P<name>[\u4e00-\u9fff]{2,6})[:：]", re.MULTILINE)
_LABEL_NAMES = re.compile(
    r"(任务|要求|科室|单位|部门|机构|主体|时限|时间|期限|目标|来源|定义|方法|说明|内容|依据|措施|标准|对象"
    r"|范围|流程|程序|步骤|条件|材料|地点|方式|意义|指标|进度|公式|电话|地址|职责|分工)$"
)
_BOUNDARY = re.compile(r"[\s。；;：:！？”]")
_LABEL_REPEATS = 2


def find_markers(text: str, styles: Iterable[StyledLine] = ()) -> list[Marker]:
    """Every place that looks like a beginning, in order, none inside another or in a table."""
    rows = {style.span.start for style in styles if style.table}
    found = [*_signs(text), *_line_signs(text), *_labels(text), *_styled(styles)]
    found.sort(key=lambda marker: (marker.start, marker.kind is Kind.STYLED, -marker.end))
    kept: list[Marker] = []
    for marker in found:
        inside = kept and marker.start < max(kept[-1].end, kept[-1].start + 1)
        if not inside and text.rfind("\n", 0, marker.start) + 1 not in rows:
            kept.append(marker)
    return kept


def bare(heading: str) -> str:
    """A heading without its sign: (二)构建大养老体系 -> 构建大养老体系; "" if nothing is left."""
    found = _SIGNS.match(heading) or _OPENS_A_LINE.match(heading)
    return heading[found.end() :].strip(" \t\u3000，,：:") if found else heading


def _styled(styles: Iterable[StyledLine]) -> Iterator[Marker]:
    for style in styles:
        if style.role is Role.HEADING:
            start = style.span.start
            yield Marker(start, start, Kind.STYLED, style.level, at_line_start=True)


def _signs(text: str) -> Iterator[Marker]:
    end_before = -1
    for found in _SIGNS.finditer(text):
        line_start = _opens_line(text, found.start())
        touches = end_before == found.start()  # “第一章（一）”: one sign after another
        if not (line_start or touches or _may_open_in_line(text, found)):
            continue
        numeral = _NUMERAL.search(found[0])
        number = whole_number(numeral[0]) if numeral else None
        if number and found.lastgroup:
            end_before = found.end()
            kind = Kind[found.lastgroup.removesuffix("_AT_ONCE")]
            yield Marker(found.start(), found.end(), kind, number, line_start)


def _may_open_in_line(text: str, sign: re.Match[str]) -> bool:
    """After a sentence, a colon or a gap; 一、 only after a gap: “两点：一、…” names in passing."""
    before = text[sign.start() - 1]
    return before.isspace() if sign["HAN"] else bool(_BOUNDARY.match(before))


def _line_signs(text: str) -> Iterator[Marker]:
    start = 0
    for line in text.split("\n"):
        found = _OPENS_A_LINE.match(line)
        if found and found.lastgroup:
            kind = Kind[found.lastgroup.removesuffix("_NAMED")]
            end = start + found.end(found.lastgroup)
            yield Marker(start, end, kind, _last(found[0]), at_line_start=True)
        start += len(line) + 1


def _last(sign: str) -> int:
    """The last number of 1.2.3; 1 for a sign that does not count."""
    parts = re.split("[.．]", sign)
    return (whole_number(parts[-1]) or 1) if len(parts) > 1 else 1


def _labels(text: str) -> Iterator[Marker]:
    """“责任科室:” and the like count as beginnings when a document uses them again and again."""
    found = list(_LABEL.finditer(text))
    repeats = Counter(label["name"] for label in found)
    for label in found:
        if repeats[label["name"]] >= _LABEL_REPEATS and _LABEL_NAMES.search(label["name"]):
            start = label.start()
            yield Marker(start, label.end(), Kind.LABEL, 1, _opens_line(text, start), label["name"])


def _opens_line(text: str, place: int) -> bool:
    line_start = text.rfind("\n", 0, place) + 1
    return not text[line_start:place].strip()
