"""Numbers of days -> the bars and dots of two charts, in per cent of their width and height."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from chatbot.records.asked.counting import Day

_GAP = 0.25  # of a bar's place stays empty


@dataclass(frozen=True, slots=True)
class Bar:
    """One day: where its bar begins and how wide it is, how high all of it and its lower part."""

    day: Day
    left: float
    width: float
    height: float
    answered: float


@dataclass(frozen=True, slots=True)
class Dot:
    """The share answered of one day; `top` is measured from above."""

    day: Day
    left: float
    top: float


@dataclass(frozen=True, slots=True)
class Chart:
    """Every day of a period; `lines` join the dots of days that follow one another."""

    days: tuple[Day, ...]
    bars: tuple[Bar, ...]
    dots: tuple[Dot, ...]
    lines: tuple[tuple[Dot, Dot], ...]
    most: int

    @property
    def asked(self) -> int:
        return sum(day.asked for day in self.days)

    @property
    def answered(self) -> int:
        return sum(day.answered for day in self.days)


def share(answered: int, asked: int) -> str:
    """67 %, or — where nothing was asked."""
    return f"{100 * answered / asked:.0f}%" if asked else "—"


def chart_of(days: Iterable[Day], first: date, last: date) -> Chart:
    """The chart of a period; days without questions are days too."""
    known = {day.day: day for day in days}
    length = (last - first).days + 1
    dates = (first + timedelta(days=count) for count in range(length))
    filled = tuple(known.get(one, Day(one, 0, 0)) for one in dates)
    most = max((day.asked for day in filled), default=0)
    place = 100 / max(length, 1)
    bars = tuple(_bar(day, count * place, place, most) for count, day in enumerate(filled))
    dots = _dots(filled, place)
    joined = ((one, two) for one, two in pairwise(dots) if (two.day.day - one.day.day).days == 1)
    return Chart(filled, bars, dots, tuple(joined), most)


def _bar(day: Day, left: float, place: float, most: int) -> Bar:
    height, answered = (round(100 * count / max(most, 1), 2) for count in (day.asked, day.answered))
    return Bar(
        day, round(left + place * _GAP / 2, 3), round(place * (1 - _GAP), 3), height, answered
    )


def _dots(days: Sequence[Day], place: float) -> tuple[Dot, ...]:
    return tuple(
        Dot(day, round((count + 0.5) * place, 3), round(100 - 100 * day.answered / day.asked, 2))
        for count, day in enumerate(days)
        if day.asked
    )
