"""What a plan says about itself: title, issuer, number, dates, status, found in its own lines."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from index.intake.cleaning import CleanText, information_end
from index.intake.facts.dating import dated_at_end, effective_date, last_day, noted_date
from index.intake.facts.issuing import ORDER, issuer_of, signature
from index.intake.facts.titles import find_title, names_a_kind, page_title
from index.intake.infolines import info_lines, moment
from index.language.dates import find_dates
from index.language.divisions import first_place
from index.reading.paragraphs import Role

_HEAD_LINES = 20
_HEAD_LENGTH = 160  # characters; a longer line is text
_OWN_LENGTH = 40  # characters; a longer line may speak of another document, or place
_NUMBER = re.compile(
    r"(?:[\u4e00-\u9fff][ \u3000]?){1,12}[〔\[［(（【]\s*\d{4}\s*[〕\]］)）】]\s*第?\s*\d{1,5}\s*号"
)
_ORDERS_NUMBER = re.compile(r"第\s*[\d一二三四五六七八九十百]{1,5}\s*号")
_OF_ANOTHER = re.compile(r"根据|按照|依据|依照|《|废止")
_INDEX_NUMBER = re.compile(r"\b[0-9A-Z]{6,12}[-/]\d{4}-?[-/]?\d{3,6}\b")
_REPEALED = re.compile(r"已(被)?废止|失效|^否$")
_FIRST_HEADING = re.compile(r"#*\s*([一二三四五六七八九十]+、|第[一二三四五六七八九十]+[编章节条])")
_YEARS = re.compile(r"(20\d{2})\s*年?\s*(?:[-—–－~～至]{1,2})\s*(20\d{2})")
_IS_A_PLAN = re.compile(r"(规划|计划|纲要)([(（][^)）]*[)）])?(摘要)?$")
_PLAN_NUMBERS = {"十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026}
_HANDS_ON = re.compile("印发|发布|公布|转发")
_ANOTHER_NAMED = re.compile("《[^》]*》")
_FIGURES_ALONE = re.compile(r"(19|20)\d{6}")
_STATUSES = ("征求意见稿", "送审稿", "草案", "试行", "暂行", "摘要")
_NATIONAL = re.compile(
    r"^(中华人民共和国|国务院|中共中央|全国|国家|中央)|^(?!.*[省市县区州])[\u4e00-\u9fff]{2,12}部$|国务院"
)
_LEVELS = ("省级", "市级", "县级")
_DATES = ("published", "issued", "effective", "repealed")
_ADDRESS = re.compile(r"https?://[\w.-]+\.[a-z]{2,}(?::\d+)?/[^\s<>\"']*")
_SITE = ("sitename", "title", "contentsource", "columnname")


@dataclass(frozen=True, slots=True)
class FoundMetadata:
    """Facts read from the file; an empty string where the file does not say.

    Dates are ISO. `issued` is when the document was signed, `published` when it was made public,
    `expires` the last day on which it holds. `region` names a place in full.
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
    expires: str = ""
    source_url: str = ""


def find_metadata(clean: CleanText) -> FoundMetadata:
    """The facts that a clean text and the lines removed from it hold; none is invented."""
    told, declared = _told(clean), dict(clean.declared)
    lines = clean.text[information_end(clean.styles) :].split("\n")
    head = list(takewhile(lambda line: not _FIRST_HEADING.match(line), lines[:_HEAD_LINES]))
    head = [line for line in head if len(line) <= _HEAD_LENGTH]
    title = _title(head, told.get("title", ""), declared)
    signed = signature([line for line in lines if len(line) <= _HEAD_LENGTH])
    issuer = issuer_of(title, head, signed, told.get("issuer", ""))
    number = told.get("number") or _number(head)
    issued = told.get("issued") or (signed.day if signed else "") or noted_date(head, _own(head))
    issued = issued or dated_at_end(lines)
    effective = effective_date(lines, issued) or told.get("effective", "")
    region, level = _place(clean, title, issuer, head)
    return FoundMetadata(
        title=title,
        issuer=issuer,
        number=number,
        index_number=told.get("index_number") or _first(_INDEX_NUMBER, head),
        region=region,
        level=level,
        period=_period(title),
        status=_status(title, told.get("validity", "")),
        issued=issued,
        published=told.get("published") or _stamped(clean) or _date_of(declared.get("pubdate", "")),
        effective=effective,
        expires=last_day(lines, effective) or told.get("repealed", ""),
        source_url=_address(declared.get("url", "")),
    )


def _address(declared: str) -> str:
    """Where the page says that it stands, when that is an address that anybody can open."""
    return declared if _ADDRESS.fullmatch(declared) else ""


def _told(clean: CleanText) -> dict[str, str]:
    """What the lines of information tell; of two values for a fact the first counts."""
    information = [
        style.span.cut(clean.text) for style in clean.styles if style.role is Role.INFORMATION
    ]
    facts: dict[str, str] = {}
    for line in info_lines(information):
        for fact, said in line.facts:
            value = _date_of(said) if fact in _DATES else said
            if value:
                facts.setdefault(fact, value)
    return facts


def _date_of(words: str) -> str:
    """The first date of some words; what a label says may be figures alone: 20150213."""
    if _FIGURES_ALONE.fullmatch(words):
        words = f"{words[:4]}-{words[4:6]}-{words[6:]}"
    return next((found.iso for found in find_dates(words)), "")


def _stamped(clean: CleanText) -> str:
    """The day of a line that is nothing but a moment."""
    lines = (style.span.cut(clean.text) for style in clean.styles if style.role is Role.INFORMATION)
    return next((_date_of(line) for line in lines if moment(line)), "")


def _title(head: Sequence[str], told: str, declared: dict[str, str]) -> str:
    """The title that the document shows; where it shows none, what the page is called."""
    shown = find_title(head)
    called = page_title(told or declared.get("articletitle", ""))
    if shown and (names_a_kind(shown) or not names_a_kind(called)):
        return shown
    page = page_title(declared.get("title", ""))
    return called or shown or (page if names_a_kind(page) else "")


def _first(pattern: re.Pattern[str], lines: Iterable[str]) -> str:
    return next((found[0] for line in lines if (found := pattern.search(line))), "")


def _own(head: Sequence[str]) -> list[str]:
    """The lines at the top that speak of the document itself."""
    return [line for line in head if len(line) <= _OWN_LENGTH and not _OF_ANOTHER.search(line)]


def _number(head: Sequence[str]) -> str:
    """The document's own number: alone on its line or at its end; not one that it goes by."""
    own = [line for line in head if len(line) <= _OWN_LENGTH and not _OF_ANOTHER.search(line)]
    order = next(
        (
            above + line
            for above, line in pairwise(head)
            if above.endswith("令") and _ORDERS_NUMBER.fullmatch(line)
        ),
        "",
    )
    return (order or _first(_NUMBER, own) or _first(ORDER, head)).strip()


def _place(clean: CleanText, title: str, issuer: str, head: Sequence[str]) -> tuple[str, str]:
    """Where a document holds, and that place's level: as its title and issuer say, else the site.

    What the country's own bodies issue holds everywhere, whatever place it is about.
    """
    if _NATIONAL.search(issuer) or (not issuer and _NATIONAL.search(title)):
        return "", "国家"
    for name in (title, issuer, *_own(head)):
        if place := first_place(name):
            return name[place.start : place.end], _LEVELS[place.rank]
    return _site(clean)


def _site(clean: CleanText) -> tuple[str, str]:
    """The place that the lines around an article name most often."""
    declared = [value for name, value in clean.declared if name in _SITE]
    named: Counter[tuple[str, str]] = Counter()
    for line in (*declared, *(line.text for line in clean.removed)):
        if place := first_place(line):
            named[line[place.start : place.end], _LEVELS[place.rank]] += 1
    return named.most_common(1)[0][0] if named else ("", "")


def _status(title: str, validity: str) -> str:
    if _REPEALED.search(validity):
        return "已废止"
    own = title if _HANDS_ON.search(title) else _ANOTHER_NAMED.sub("", title)
    return next((status for status in _STATUSES if status in own), "")


def _period(title: str) -> str:
    if found := _YEARS.search(title):
        return f"{found[1]}-{found[2]}"
    for name, first in _PLAN_NUMBERS.items():
        spelt = f"第{name[:-1]}个五年"
        if (name in title or spelt in title) and _IS_A_PLAN.search(title):
            return f"{first}-{first + 4}"
    return ""
