"""What a plan says about itself: title, issuer, number, dates, status, found in its own lines."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise, takewhile

from index.intake.cleaning import CleanText
from index.intake.infolines import info_lines
from index.intake.titles import find_title
from index.language import lexicon
from index.language.dates import FoundDate, find_dates

_HEAD_LINES, _TAIL_LINES = 20, 8
_BESIDE_A_DATE = 4  # characters
_HEAD_LENGTH = 160  # characters; a longer line is text
_BODY = "(?:(?![年月日])[\u4e00-\u9fff])"  # “…7日公安部令第78号”: the date ends before the body
_ORDER_NUMBER = r"令\s*第?\s*[\d一二三四五六七八九十百]{1,5}\s*号"
_NUMBER = re.compile(
    r"[\u4e00-\u9fff]{1,12}[〔\[［(（【]\s*\d{4}\s*[〕\]］)）】]\s*第?\d{1,5}\s*号"
    rf"|{_BODY}(?:{_BODY}|、){{1,24}}{_ORDER_NUMBER}"
)
_ORDER = re.compile(rf"({_BODY}(?:{_BODY}|、){{1,24}}){_ORDER_NUMBER}")
_INDEX_NUMBER = re.compile(r"\b[0-9A-Z]{6,12}[-/]\d{4}-?[-/]?\d{3,6}\b")
_ISSUER_ENDS = (
    "国务院 办公厅 办公室 委员会 人民政府 人民代表大会 中央 局 厅 部 委 院 署 会 处 科 司"
    " 政府 领导小组 中心 支队 总队"
).split()
_ISSUER = re.compile(rf"[\u4e00-\u9fff（）()、 　]{{2,40}}(?:{'|'.join(_ISSUER_ENDS)})")
_CONGRESS = re.compile(
    r"([\u4e00-\u9fff]{2,8}?)?第[一二三四五六七八九十]+届(全国)?人民代表大会(常务委员会)?"
)
_PASSED = re.compile(r"通过|修正|修订|修改|公布|发布|批准")
_PREMIER = re.compile(r"国务院(总理|副总理)")
_IN_FORCE = re.compile(r"[年月日号]\s*(起)?施行[）)]?$")
_EFFECTIVE = re.compile(r"自[^。；\n]{6,14}?起(施行|实施|生效|执行)")
_REPEALED = re.compile(r"已(被)?废止|失效")
_ATTACHED = re.compile(r"附\s*件\s*[\d一二三四五六七八九十]{0,3}\s*[:：]?$")
_FIRST_HEADING = re.compile(r"#*\s*([一二三四五六七八九十]+、|第[一二三四五六七八九十]+[编章节条])")
_YEARS = re.compile(r"(20\d{2})\s*年?\s*(?:[-—–－~～至]{1,2})\s*(20\d{2})")
_IS_A_PLAN = re.compile(r"(规划|计划|纲要)([(（][^)）]*[)）])?(摘要)?$")
_PLAN_NUMBERS = {"十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026}
_STATUSES = ("征求意见稿", "送审稿", "草案", "试行", "暂行", "摘要")
_NATIONAL = re.compile(r"中华人民共和国|国务院|中共中央|全国|国家")
_LEVELS = (
    (re.compile(r"省|自治区|^(?:北京|上海|天津|重庆)市"), "省级"),
    (re.compile(r"市|自治州|地区|盟"), "市级"),
    (re.compile(r"县|区|旗"), "县级"),
)
_PLACE = re.compile(r"[\u4e00-\u9fffx]{2,8}?(?:省|自治区|自治州|特别行政区|市|县|区)")


@dataclass(frozen=True, slots=True)
class FoundMetadata:
    """Facts read from the file; an empty string where the file does not say.

    Dates are ISO. `issued` is when the document was signed, `published` when it was made public.
    """

    title: str = ""
    issuer: str = ""
    number: str = ""
    index_number: str = ""
    region: str = ""
    level: str = ""
    period: str = ""
    status: str = ""
    issued: str = ""
    published: str = ""
    effective: str = ""


def find_metadata(clean: CleanText) -> FoundMetadata:
    """The facts that a clean text and the lines removed from it hold; none is invented."""
    facts = _facts_of_page(clean)
    lines = clean.text.split("\n")
    head = list(takewhile(lambda line: not _FIRST_HEADING.match(line), lines[:_HEAD_LINES]))
    head = [line for line in head if len(line) <= _HEAD_LENGTH]
    attached = [place for place, line in enumerate(lines) if _ATTACHED.match(line)]
    ends = [*attached[:1], len(lines)]
    tails = [
        [line for line in lines[max(end - _TAIL_LINES, 0) : end] if len(line) <= _HEAD_LENGTH]
        for end in ends
    ]
    title = facts.get("title") or find_title(head)
    issuer = facts.get("issuer") or _issuer(title, head, [line for tail in tails for line in tail])
    issued = facts.get("issued") or _issued(head, tails)
    return FoundMetadata(
        title=title,
        issuer=issuer,
        number=facts.get("number") or _first(_NUMBER, head),
        index_number=facts.get("index_number") or _first(_INDEX_NUMBER, head),
        region=_region(title) or _region(issuer),
        level=_level(title, issuer),
        period=_period(title),
        status=_status(title, facts.get("validity", "")),
        issued=issued,
        published=facts.get("published") or _stamped(clean) or issued,
        effective=facts.get("effective") or _effective(clean.text),
    )


def _facts_of_page(clean: CleanText) -> dict[str, str]:
    """What the removed information lines tell; of two values for a fact the first counts."""
    facts: dict[str, str] = {}
    for line in info_lines([removed.text for removed in clean.removed]):
        for fact, value in line.facts:
            if fact in {"published", "issued", "effective", "repealed"}:
                value = next((found.iso for found in find_dates(value)), "")  # noqa: PLW2901
            if value:
                facts.setdefault(fact, value)
    return facts


def _stamped(clean: CleanText) -> str:
    stamps = (line.text for line in clean.removed if line.reason == "发布时间")
    return next((found.iso for stamp in stamps for found in find_dates(stamp)), "")


def _first(pattern: re.Pattern[str], lines: Iterable[str]) -> str:
    return next((found[0] for line in lines if (found := pattern.search(line))), "")


def _issuer(title: str, head: list[str], tail: list[str]) -> str:
    return (
        _signature(tail)
        or _order_or_congress(head)
        or _before_about(title)
        or next(("国务院" for line in head if _PREMIER.match(line)), "")
    )


def _signature(tail: list[str]) -> str:
    """The body that signs: a line of its own above the date at the end."""
    for above, line in pairwise(tail):
        dated = next(find_dates(line), None)
        if dated and _is_date(line, dated) and _ISSUER.fullmatch(above):
            return "".join(above.split())
    return ""


def _order_or_congress(head: list[str]) -> str:
    for line in head:
        if order := _ORDER.search(line):
            return order[1].replace("中华人民共和国", "")
        if (congress := _CONGRESS.search(_undated(line))) and _PASSED.search(line):
            return f"{congress[1] or ''}{congress[2] or ''}人民代表大会{congress[3] or ''}"
    return ""


def _undated(line: str) -> str:
    """A line with a gap for each date: 2021年7月30日云山省第十三届… names 云山省."""
    for found in reversed(list(find_dates(line))):
        line = f"{line[: found.span.start]} {line[found.span.end :]}"
    return line


def _before_about(title: str) -> str:
    before, about, _ = title.partition("关于")
    return before if about and _ISSUER.fullmatch(before) else ""


def _issued(head: list[str], tails: list[list[str]]) -> str:
    """The date under the signature, else the latest of the notes below the title.

    An attachment may end with a date of its own; that of the letter before it counts first.
    """
    dated = (
        [found.iso for line in tail for found in find_dates(line) if _is_date(line, found)]
        for tail in tails
    )
    signed = next(filter(None, dated), [])
    noted = [found.iso for line in head if _PASSED.search(line) for found in _noted(line)]
    opened = [found.iso for line in head for found in find_dates(line)]
    return (signed[-1:] or sorted(noted)[-1:] or opened[:1] or [""])[0]


def _is_date(line: str, found: FoundDate) -> bool:
    """Whether a line is a date and hardly more: a bracket, a place to sign."""
    return len("".join(line.split())) - len(found.span) <= _BESIDE_A_DATE


def _noted(line: str) -> Iterator[FoundDate]:
    return (found for found in find_dates(line) if not line[: found.span.start].endswith("自"))


def _effective(text: str) -> str:
    said = [match[0] for match in _EFFECTIVE.finditer(text)]
    noted = [line for line in text.split("\n")[:_HEAD_LINES] if _IN_FORCE.search(line)]
    found = [date.iso for words in (*noted, *said) for date in find_dates(words)]
    return found[-1] if found else ""


def _region(name: str) -> str:
    if name.startswith("关于"):
        return ""
    if place := _PLACE.match(name):
        return place[0]
    towns = lexicon.words("regions.txt")
    return next((name[:size] for size in (4, 3, 2) if name[:size] in towns), "")


def _level(title: str, issuer: str) -> str:
    if region := _region(title) or _region(issuer):
        return next((level for pattern, level in _LEVELS if pattern.search(region)), "")
    return "国家" if _NATIONAL.search(title + issuer) else ""


def _status(title: str, validity: str) -> str:
    if _REPEALED.search(validity):
        return "已废止"
    return next((status for status in _STATUSES if status in title), "")


def _period(title: str) -> str:
    if found := _YEARS.search(title):
        return f"{found[1]}-{found[2]}"
    for name, first in _PLAN_NUMBERS.items():
        spelt = f"第{name[:-1]}个五年"
        if (name in title or spelt in title) and _IS_A_PLAN.search(title):
            return f"{first}-{first + 4}"
    return ""
