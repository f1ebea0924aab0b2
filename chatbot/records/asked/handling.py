"""Questions that staff have dealt with: by whom, when, with what note; and what is forgotten."""

from dataclasses import dataclass

import sqlite_utils

from chatbot.records.database import Table

HANDLED = Table({"question": str, "by": str, "at": str, "note": str, "upto": int}, key="question")
_FORGET = (
    "delete from questions where asked_at < ?",
    "delete from feedback where given_at < ?",
    "delete from left_questions where left_at < ?",
    "delete from handled where at < ? and not exists"
    " (select 1 from questions where questions.question = handled.question)",
)


@dataclass(frozen=True, slots=True)
class Handled:
    """That a question (as it is kept) was dealt with; `at` is UTC in ISO form."""

    question: str
    by: str
    at: str
    note: str


def handle(database: sqlite_utils.Database, handled: Handled) -> bool:
    """Keep the mark in place of an earlier one; False when the question stands in no record."""
    newest = "select max(id) as id from questions where question = ?"
    upto = next(database.query(newest, [handled.question]))["id"]
    if upto is None:
        return False
    row = {"question": handled.question, "by": handled.by, "at": handled.at, "note": handled.note}
    database.table("handled").upsert(row | {"upto": upto}, pk="question")
    return True


def reopen(database: sqlite_utils.Database, question: str) -> bool:
    """Take the mark away; False when there is none."""
    done = database.conn.execute("delete from handled where question = ?", [question])
    return done.rowcount > 0


def forget(database: sqlite_utils.Database, before: str) -> None:
    """Delete what was asked and rated before this time (UTC, ISO form), and marks of it."""
    for statement in _FORGET:
        database.conn.execute(statement, [before])
