"""Fields that staff filled in -> a Guide, or what is wrong with them."""

import re
from collections.abc import Mapping
from datetime import date

from chatbot.answering import replies
from chatbot.answering.guidance.guide import Guide
from chatbot.answering.parts import Guidance
from chatbot.records.errors import GuideUnfit

LONGEST = 300  # characters of a field
MOST_TOPICS = 6
_TOPIC = re.compile(r"\S.{0,18}\S")
_LINK = re.compile(r"https?://[^\s<>\"']{4,}")
_PHONE = re.compile(r"[0-9０-９+＋()（）\-－—、,，;； /转]{3,60}")
_BREAKS = re.compile(r"[、\n;；]+")


def guide_wanted(given: Mapping[str, str], number: int, today: date) -> Guide:
    """The guide of these fields, checked today; GuideUnfit tells everything that is wrong."""
    values = {name: given.get(name, "").replace("\r\n", "\n").strip() for name in replies.GUIDED}
    topics = tuple(
        dict.fromkeys(filter(None, map(str.strip, _BREAKS.split(given.get("topics", "")))))
    )
    until = given.get("until", "").strip()
    if faults := [*_topic_faults(topics), *_faults(values), *_day_faults(until)]:
        raise GuideUnfit("".join(faults))
    day = _day(until) or today
    return Guide(number, topics, Guidance(topics[0], today.isoformat(), day.isoformat(), **values))


def not_over(guide: Guide, today: date) -> Guide:
    """The same; GuideUnfit when its last day is past, so that nobody would see it."""
    if not guide.holds_on(today):
        raise GuideUnfit("有效期至已经过了：请写今天以后的日期，过了就不再显示。")
    return guide


def number_wanted(written: str) -> int:
    """The number of the guide to be changed, 0 for a new one; GuideUnfit when it is none."""
    if written and not re.fullmatch("[0-9]{1,9}", written):
        raise GuideUnfit(f"编号“{written}”不是数：新写的不填编号，改已有的不要动编号。")
    return int(written or 0)


def _topics(written: str) -> tuple[str, ...]:
    found = (topic.strip() for topic in _BREAKS.split(written))
    return tuple(dict.fromkeys(topic for topic in found if topic))


def _topic_faults(topics: tuple[str, ...]) -> list[str]:
    if not topics:
        return ["没有写主题：请写居民怎样称呼这件事，如“低保”“申请低保”。"]
    if len(topics) > MOST_TOPICS:
        return [f"主题太多：最多 {MOST_TOPICS} 个，其余的请另写一条。"]
    return [
        f"主题“{one[:20]}”不合适：要 2 到 20 个字。" for one in topics if not _TOPIC.fullmatch(one)
    ]


def _faults(values: Mapping[str, str]) -> list[str]:
    labels = replies.GUIDED
    faults = [
        f"“{labels[name]}”太长：请缩短到 {LONGEST} 字以内。"
        for name, value in values.items()
        if len(value) > LONGEST
    ]
    if not any(values.values()):
        faults.append("下一步一项也没有写：请至少写一项，如电话。")
    if values["link"] and not _LINK.fullmatch(values["link"]):
        faults.append("网上办理的网址不对：要以 https:// 或 http:// 开头，中间没有空格。")
    if values["phone"] and not _PHONE.fullmatch(values["phone"]):
        faults.append("电话不对：只写号码，几个号码用顿号隔开。")
    return faults


def _day_faults(until: str) -> list[str]:
    return [] if _day(until) else ["有效期至不对：请写成 2027-06-30 这样的日期。"]


def _day(written: str) -> date | None:
    """A day as forms (2027-06-30) and spreadsheets (2027/6/30) write it."""
    found = re.fullmatch(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?", written)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
