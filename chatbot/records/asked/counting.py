"""Records -> numbers: what was asked each day, and under which headings the answers stand."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

import sqlite_utils

from chatbot.records.asked.reviewing import Under, Wanted, headings_kept

_DAYS = """
    select date(asked_at, '+8 hours') as day, count(*) as asked,
        sum(outcome = 'answered') as answered
    from questions
    where asked_at >= ? and asked_at < ? and outcome <> 'small_talk'
    group by day order by day
"""
_CITED = """
    select headings, count(*) as times from questions
    where asked_at >= ? and asked_at < ? and outcome = 'answered' group by headings
"""


@dataclass(frozen=True, slots=True)
class Day:
    """How many questions were asked on a day in China, greetings left out, and answered."""

    day: date
    asked: int
    answered: int


def days(database: sqlite_utils.Database, wanted: Wanted) -> tuple[Day, ...]:
    """Each day on which anything was asked, in order."""
    rows = database.query(_DAYS, [wanted.since, wanted.until])
    return tuple(Day(date.fromisoformat(r["day"]), r["asked"], r["answered"]) for r in rows)


def cited(database: sqlite_utils.Database, wanted: Wanted) -> dict[Under, int]:
    """How many answers quoted from under each heading; an answer counts once for each."""
    counted: Counter[Under] = Counter()
    for row in database.query(_CITED, [wanted.since, wanted.until]):
        for under in headings_kept(row["headings"]):
            counted[under] += row["times"]
    return dict(counted)
