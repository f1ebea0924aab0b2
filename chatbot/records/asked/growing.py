"""Questions that went unanswered of late -> the groups of them that grow from week to week."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from chatbot.answering.answer import Outcome
from chatbot.records.asked.gaps import by_missing_word
from chatbot.records.asked.reviewing import Asked, Order, Wanted

WEEK = 7  # days
_FEWEST = 3  # times in a week: less is one person's
_MOST = 1000  # questions read: those asked most often


@dataclass(frozen=True, slots=True)
class Growing:
    """A word that the plans lack, how often it was asked for in a week and in the week before."""

    word: str
    now: int
    before: int


def growing(
    asked: Callable[[Wanted, int], tuple[tuple[Asked, ...], int]], today: date
) -> tuple[Growing, ...]:
    """What was asked more often in the seven days up to today than before, the most first.

    Only questions that nobody has handled.
    """
    last_week = today - timedelta(days=WEEK)
    now, before = (
        {gap.about: gap.times for gap in by_missing_word(asked(_unanswered(last), _MOST)[0])}
        for last in (today, last_week)
    )
    found = [
        Growing(word, times, before.get(word, 0))
        for word, times in now.items()
        if word and times >= _FEWEST and times > before.get(word, 0)
    ]
    return tuple(sorted(found, key=lambda one: -one.now))


def _unanswered(last: date) -> Wanted:
    first = last - timedelta(days=WEEK - 1)
    return Wanted(first, last, Outcome.NOT_FOUND, handled=False, order=Order.OFTEN)
