"""The address of a request -> which of the questions asked it wants, and back."""

from datetime import date
from enum import Enum
from typing import TypeVar

from flask import request

from chatbot.answering.answer import Outcome
from chatbot.records.asked.reviewing import Order, Rating, Wanted

_LONGEST = 100  # characters looked for
_HANDLED = {"no": False, "yes": True}
_One = TypeVar("_One", bound=Enum)


def wanted() -> Wanted:
    """What the filters of the address say; what makes no sense is left out."""
    args = request.args
    return Wanted(
        first=_day(args.get("first", "")),
        last=_day(args.get("last", "")),
        outcome=_one(Outcome, args.get("outcome", "")),
        rating=_one(Rating, args.get("rating", "")),
        handled=_HANDLED.get(args.get("handled", "")),
        left=args.get("left") == "yes",
        words=args.get("words", "").strip()[:_LONGEST],
        order=_one(Order, args.get("order", "")) or Order.NEWEST,
    )


def as_query(chosen: Wanted) -> dict[str, str]:
    """The part of an address that says the same, what is not set left out."""
    query = {
        "first": str(chosen.first or ""),
        "last": str(chosen.last or ""),
        "outcome": chosen.outcome.value if chosen.outcome else "",
        "rating": chosen.rating.value if chosen.rating else "",
        "handled": next((key for key, one in _HANDLED.items() if one is chosen.handled), ""),
        "left": "yes" if chosen.left else "",
        "words": chosen.words,
        "order": "" if chosen.order is Order.NEWEST else chosen.order.value,
    }
    return {name: value for name, value in query.items() if value}


def page_number() -> int:
    """From 1."""
    return max(request.args.get("page", 1, type=int), 1)


def _one(kind: type[_One], value: str) -> _One | None:
    return next((one for one in kind if one.value == value), None)


def _day(value: str) -> date | None:
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return None
    return day if 2000 <= day.year <= 9000 else None  # noqa: PLR2004  years that have a next day
