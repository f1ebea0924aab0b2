"""Records -> what was asked, each question once: how often, how it ended, what people thought."""

import json
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Any

import sqlite_utils

from chatbot.answering.answer import Outcome
from chatbot.beijing_time import beginning
from chatbot.records.asked.handling import Handled

_ESCAPES = str.maketrans({"\\": "\\\\", "%": "\\%", "_": "\\_"})
_ASKED = """
    with asked as (
        select question, count(*) as times, min(asked_at) as first, max(asked_at) as last,
            max(id) as newest
        from questions
        where asked_at >= :since and asked_at < :until and question like :words escape '\\'
        group by question
    ), rated as (
        select question, sum(helpful) as helped, sum(1 - helpful) as not_helped,
            json_group_array(comment) filter (where comment <> '' and not helpful) as reasons
        from feedback join
            (select distinct answer, question from questions
             where answer in (select answer from feedback)) using (answer)
        group by question
    )
    select asked.*, newest.outcome, newest.missing, newest.headings, newest.pin,
        ifnull(helped, 0) as helped, ifnull(not_helped, 0) as not_helped, reasons,
        handled.by, handled.at, handled.note,
        (select count(*) from questions as later
         where later.question = asked.question and later.id > handled.upto) as since,
        (select count(*) from left_questions as kept where kept.question = asked.question) as left,
        newest.context,
        count(*) over () as total
    from asked join questions as newest on newest.id = asked.newest
        left join rated on rated.question = asked.question
        left join handled on handled.question = asked.question
    where (:outcome = '' or newest.outcome = :outcome)
        and (:rating = '' or :rating = 'helped' and helped > 0
            or :rating = 'not_helped' and not_helped > 0
            or :rating = 'unrated' and helped is null)
        and (:left = '' or exists
            (select 1 from left_questions as kept where kept.question = asked.question))
        and (:handled = '' or (handled.question is null) = (:handled = 'no'))
    order by {order} limit :most offset :skip
"""


class Rating(Enum):
    """What people thought of the answers to a question; it may be both helped and not."""

    HELPED = "helped"
    NOT_HELPED = "not_helped"
    UNRATED = "unrated"


class Order(Enum):
    """Which question stands first."""

    NEWEST = "newest"
    OFTEN = "often"


_ORDERS = {
    Order.NEWEST: "asked.newest desc",
    Order.OFTEN: "asked.times desc, asked.newest desc",
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which questions: from one day to another, both included; None and "" mean any.

    `left`: only those that somebody has left for staff to answer.
    """

    first: date | None = None
    last: date | None = None
    outcome: Outcome | None = None
    rating: Rating | None = None
    handled: bool | None = None
    left: bool = False
    words: str = ""
    order: Order = Order.NEWEST

    @property
    def since(self) -> str:
        """The moment of the first question, as moments are kept: UTC in ISO form."""
        return beginning(self.first) if self.first else ""

    @property
    def until(self) -> str:
        """The moment after the last question; what is kept is always less than "~"."""
        return beginning(self.last + timedelta(days=1)) if self.last else "~"


@dataclass(frozen=True, slots=True)
class Under:
    """A heading of a document, with those above it, outermost first; no path: none."""

    document: str
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is kept, and what became of it the last time (`last`, UTC) of `times`.

    `under` are the headings quoted from, or the nearest one when nothing answered. `since` is how
    often it was asked after it had been handled. `reasons` are why answers did not help,
    `left` is how many people left the question for staff,
    `context` is the question that it went on with the last time.
    """

    question: str
    times: int
    first: str
    last: str
    outcome: Outcome
    missing: tuple[str, ...] = ()
    under: tuple[Under, ...] = ()
    pin: int = 0
    helped: int = 0
    not_helped: int = 0
    reasons: tuple[tuple[str, int], ...] = ()
    handled: Handled | None = None
    since: int = 0
    left: int = 0
    context: str = ""


def asked(
    database: sqlite_utils.Database, wanted: Wanted, most: int, skip: int
) -> tuple[tuple[Asked, ...], int]:
    """At most so many of the questions wanted, and how many there are in all."""
    statement = _ASKED.format(order=_ORDERS[wanted.order])
    page = {"most": most, "skip": skip}
    rows = list(database.query(statement, _values(wanted) | page))
    if not rows and skip:  # the total stands in the rows
        return (), asked(database, wanted, 1, 0)[1]
    return tuple(map(_asked, rows)), rows[0]["total"] if rows else 0


def headings_kept(kept: str | None) -> tuple[Under, ...]:
    """The headings as a row keeps them; none in the rows of older files."""
    return tuple(Under(document, tuple(path)) for document, *path in json.loads(kept or "[]"))


def _values(wanted: Wanted) -> dict[str, str]:
    states = {None: "", True: "yes", False: "no"}
    return {
        "since": wanted.since,
        "until": wanted.until,
        "words": f"%{wanted.words.translate(_ESCAPES)}%",
        "outcome": wanted.outcome.value if wanted.outcome else "",
        "rating": wanted.rating.value if wanted.rating else "",
        "handled": states[wanted.handled],
        "left": "yes" if wanted.left else "",
    }


def _asked(row: dict[str, Any]) -> Asked:
    handled = Handled(row["question"], row["by"], row["at"], row["note"]) if row["at"] else None
    return Asked(
        question=row["question"],
        times=row["times"],
        first=row["first"],
        last=row["last"],
        outcome=Outcome(row["outcome"]),
        missing=tuple(json.loads(row["missing"] or "[]")),
        under=headings_kept(row["headings"]),
        pin=row["pin"] or 0,
        helped=row["helped"],
        not_helped=row["not_helped"],
        reasons=tuple(Counter(json.loads(row["reasons"] or "[]")).most_common()),
        handled=handled,
        since=row["since"] or 0,
        left=row["left"],
        context=row["context"] or "",
    )
