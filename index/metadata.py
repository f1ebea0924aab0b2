"""What a plan says about itself: title, date, status and period, found in its own lines."""

import re
from dataclasses import dataclass

from index.cleaning import CleanText

_TITLE_LINES = 5
_TITLE_LENGTHS = range(4, 81)
_SENTENCE_MARK = re.compile(r"[。；！？：:]$|[。；]")
_DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})")
_YEARS = re.compile(r"(20\d{2})\s*(?:年)?\s*[-—–－~至]{1,2}\s*(20\d{2})")
_STATUSES = ("征求意见稿", "草案", "送审稿", "试行", "暂行")
_IS_A_PLAN = re.compile(r"(规划|计划|纲要)([(（][^)）]*[)）])?(摘要)?$")
_PLAN_NUMBERS = {"十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026}


@dataclass(frozen=True, slots=True)
class FoundMetadata:
    """Facts read from the file; an empty string where the file does not say."""

    title: str
    published: str = ""
    status: str = ""
    period: str = ""


def find_metadata(clean: CleanText) -> FoundMetadata:
    """The facts a clean text and its removed lines hold; the title is never invented."""
    title = _title(clean.text)
    return FoundMetadata(title, _published(clean), _status(title), _period(title))


def _title(text: str) -> str:
    for line in text.split("\n", _TITLE_LINES)[:_TITLE_LINES]:
        words = line.lstrip("# ")
        if len(words) in _TITLE_LENGTHS and not _SENTENCE_MARK.search(words):
            return words
    return ""


def _published(clean: CleanText) -> str:
    for line in clean.removed:
        if line.reason in {"发布时间", "网页信息行"} and (found := _DATE.search(line.text)):
            year, month, day = map(int, found.groups())
            return f"{year:04}-{month:02}-{day:02}"
    return ""


def _status(title: str) -> str:
    return next((status for status in _STATUSES if status in title), "")


def _period(title: str) -> str:
    if found := _YEARS.search(title):
        return f"{found[1]}-{found[2]}"
    for name, first in _PLAN_NUMBERS.items():
        if name in title and _IS_A_PLAN.search(title):
            return f"{first}-{first + 4}"
    return ""
