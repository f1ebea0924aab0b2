"""Questions that people left for staff when the plans did not answer: each with its receipt."""

import re
import secrets
from dataclasses import dataclass

import sqlite_utils

from chatbot.records.database import Table

LEFT = Table(
    dict.fromkeys(("receipt", "question", "context", "left_at"), str),
    key="receipt",
    indexed=("question",),
)
_DIGITS = 12  # so many that nobody finds another's by trying
_WAITING = """
    select count(distinct question) as waiting from left_questions as one
    where not exists (select 1 from handled
                      where handled.question = one.question and handled.at >= one.left_at)
"""


@dataclass(frozen=True, slots=True)
class Left:
    """A question as it is kept, and when (UTC, ISO form) it was left and last dealt with, if so.

    `context` is the question before it, when it went on with that.
    """

    receipt: str
    question: str
    context: str
    at: str
    handled_at: str = ""


def told(receipt: str) -> str:
    """A receipt as people read it, in groups of four: 4821-7036-5920."""
    return "-".join(receipt[start : start + 4] for start in range(0, len(receipt), 4))


def leave(database: sqlite_utils.Database, answer: str, at: str) -> str | None:
    """The receipt for the question that got this answer; None for one that was answered.

    Each time it is left there is another receipt: whoever left it knows only their own.
    """
    unanswered = "answer = ? and may_be_left = 1", [answer]
    row = next(iter(database.table("questions").rows_where(*unanswered, limit=1)), None)
    if row is None:
        return None
    receipt = "".join(secrets.choice("0123456789") for _ in range(_DIGITS))
    kept = {"receipt": receipt, "left_at": at}
    kept |= {"question": row["question"], "context": row["context"] or ""}
    database.table("left_questions").insert(kept)
    return receipt


def find(database: sqlite_utils.Database, typed: str) -> Left | None:
    """What was left under a receipt, however its digits are written; None for no such receipt."""
    receipt = re.sub(r"\D", "", typed)
    row = next(iter(database.table("left_questions").rows_where("receipt = ?", [receipt])), None)
    if row is None:
        return None
    handled = database.table("handled").rows_where(
        "question = ? and at >= ?", [row["question"], row["left_at"]]
    )
    done = next(iter(handled), {"at": ""})
    return Left(receipt, row["question"], row["context"] or "", row["left_at"], done["at"])


def waiting(database: sqlite_utils.Database) -> int:
    """How many questions that were left nobody has dealt with since."""
    return int(next(database.query(_WAITING))["waiting"])
