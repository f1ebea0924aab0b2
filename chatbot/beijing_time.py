"""A moment as it is kept, in UTC -> the day and the time that people in China read."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

BEIJING = ZoneInfo("Asia/Shanghai")  # all of China has one time, since 1992 without summer time
Moment = str | float | datetime  # ISO form with its offset, seconds since 1970, or an aware time


def today_in_china() -> date:
    return datetime.now(BEIJING).date()


def local(moment: Moment) -> str:
    """For tables and lists that say once whose time it is: 2026-01-02 11:04."""
    return f"{_in_china(moment):%Y-%m-%d %H:%M}"


def to_the_second(moment: Moment) -> str:
    """2026-01-02 11:04:05."""
    return f"{_in_china(moment):%Y-%m-%d %H:%M:%S}"


def in_full(moment: Moment) -> str:
    """For papers and single lines: 2026年1月2日 11:04（北京时间）."""
    at = _in_china(moment)
    return f"{at.year}年{at.month}月{at.day}日 {at:%H:%M}（北京时间）"


def beginning(day: date) -> str:
    """When a day begins in China, as moments are kept: UTC in ISO form, to the second."""
    return datetime.combine(day, time(), BEIJING).astimezone(UTC).isoformat(timespec="seconds")


def _in_china(moment: Moment) -> datetime:
    if isinstance(moment, str):
        moment = datetime.fromisoformat(moment)
    if isinstance(moment, datetime):
        if moment.tzinfo is None:
            raise ValueError(f"{moment} tells no offset from UTC")
        return moment.astimezone(BEIJING)
    return datetime.fromtimestamp(moment, BEIJING)
