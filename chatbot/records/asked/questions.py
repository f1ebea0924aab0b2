"""Questions asked and feedback given, in one SQLite file that many workers write."""

import re
import secrets
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import sqlite_utils

from chatbot.answering.answer import Answer
from chatbot.answering.understanding.small_talk import tells_of_danger
from chatbot.records.asked import counting, handling, leaving, reviewing
from chatbot.records.asked.counting import Day
from chatbot.records.asked.handling import Handled
from chatbot.records.asked.leaving import Left
from chatbot.records.asked.reviewing import Asked, Under, Wanted
from chatbot.records.database import Database, Table
from chatbot.records.errors import AnswerUnknown
from chatbot.records.masking import mask
from index.language.tokens import fold

_TABLES = {
    "questions": Table(
        {
            "id": int,
            "asked_at": str,
            "question": str,
            "answer": str,
            "outcome": str,
            "missing": str,
            "cited": str,
            "headings": str,
            "pin": int,
            "generation": str,
            "may_be_left": int,
            "context": str,
        },
        indexed=("answer", "asked_at", "question"),
    ),
    "feedback": Table(
        {"id": int, "given_at": str, "answer": str, "helpful": int, "comment": str, "vote": str},
        indexed=("answer", "given_at", "vote"),
    ),
    "handled": handling.HANDLED,
    "left_questions": leaving.LEFT,
}


_DANGER = "（可能有人遇到危险，已答复求助电话；原话不留）"
_OFTEN = """
    select question from (select * from questions order by id desc limit 20000)
    where outcome = 'answered' and question not like '%＊%' and length(question) <= 30
    group by question having count(*) >= ? order by count(*) desc, question limit ?
"""


def utc_now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


class Records:
    """The records of one installation; after `keep_days` (0: never) what was asked is deleted.

    Every method raises RecordsUnavailable when the file cannot be used.
    """

    def __init__(self, file: Path, clock: Callable[[], str] = utc_now, keep_days: int = 0) -> None:
        self._database = Database(file, _TABLES, "问答记录")
        self._clock = clock
        self._keep_days = keep_days

    def keep_question(self, question: str, answer: Answer) -> None:
        """Keep a question, personal numbers masked, and how it was answered.

        Of one that tells of danger the words are not kept.
        """
        cited = [[c.document.id, c.span.start, c.span.end] for c in answer.citations]
        near = answer.citations or answer.related[:1]
        headings = dict.fromkeys((one.document.id, *one.path) for one in near)
        kept = _DANGER if tells_of_danger(fold(question)) else _as_kept(question)
        with self._database.writing() as database:
            self._forget_old(database)
            database.table("questions").insert(
                {
                    "asked_at": self._clock(),
                    "question": kept,
                    "answer": answer.id,
                    "outcome": answer.outcome.value,
                    "missing": list(answer.missing),
                    "cited": cited,
                    "headings": list(headings),
                    "pin": answer.pin,
                    "generation": answer.generation,
                    "may_be_left": int(answer.may_be_left and kept != _DANGER),
                    "context": "" if kept == _DANGER else _as_kept(answer.context),
                }
            )

    def keep_feedback(
        self, answer_id: str, helpful: bool, comment: str = "", vote: str = ""
    ) -> str:
        """Keep whether an answer helped, and give what names this vote.

        One that names an earlier vote on this answer takes its place: somebody gives a reason, or
        thinks better of it. Raises AnswerUnknown for an answer never given.
        """
        with self._database.writing() as database:
            if not database.table("questions").count_where("answer = ?", [answer_id]):
                raise AnswerUnknown(f"没有编号为 {answer_id} 的答复；请刷新页面后重新提问再评价。")
            database.table("feedback").delete_where(
                "vote = ? and answer = ? and vote <> ''", [vote, answer_id]
            )
            kept = secrets.token_urlsafe(9)
            database.table("feedback").insert(
                {
                    "given_at": self._clock(),
                    "answer": answer_id,
                    "helpful": int(helpful),
                    "comment": mask(comment),
                    "vote": kept,
                }
            )
        return kept

    def asked_often(self, least: int = 3, most: int = 50) -> tuple[str, ...]:
        """Questions that were answered at least so many times, the most asked first.

        What held a personal number is left out, masked or not: it was one person's question.
        """
        with self._database.reading() as database:
            return tuple(row["question"] for row in database.query(_OFTEN, [least, most]))

    def asked(self, wanted: Wanted, most: int, skip: int = 0) -> tuple[tuple[Asked, ...], int]:
        """At most so many of the questions wanted, each once, and how many there are of them."""
        with self._database.reading() as database:
            return reviewing.asked(database, wanted, most, skip)

    def days(self, wanted: Wanted) -> tuple[Day, ...]:
        """What was asked on each day on which anything was, in order."""
        with self._database.reading() as database:
            return counting.days(database, wanted)

    def cited(self, wanted: Wanted) -> dict[Under, int]:
        """How many answers quoted from under each heading."""
        with self._database.reading() as database:
            return counting.cited(database, wanted)

    def handle(self, question: str, by: str, note: str) -> bool:
        """Mark a question as handled; False when nobody asked it (any more)."""
        with self._database.writing() as database:
            handled = Handled(_as_kept(question), by, self._clock(), mask(note))
            return handling.handle(database, handled)

    def reopen(self, question: str) -> bool:
        """Take the mark back; False when there was none."""
        with self._database.writing() as database:
            return handling.reopen(database, _as_kept(question))

    def leave(self, answer_id: str) -> str:
        """Leave the question that was refused with this answer to staff, and give the receipt.

        Raises AnswerUnknown for an answer never given, or given in full.
        """
        with self._database.writing() as database:
            receipt = leaving.leave(database, answer_id, self._clock())
            if receipt is None:
                raise AnswerUnknown(f"没有编号为 {answer_id} 的、没答上的问题；请重新提问再留。")
        return receipt

    def left(self, receipt: str) -> Left | None:
        """What was left under a receipt, as a person typed it; None when there is none."""
        with self._database.reading() as database:
            return leaving.find(database, receipt)

    def waiting(self) -> int:
        """How many questions people have left that nobody has dealt with."""
        with self._database.reading() as database:
            return leaving.waiting(database)

    def _forget_old(self, database: sqlite_utils.Database) -> None:
        if self._keep_days:
            now = datetime.fromisoformat(self._clock())
            handling.forget(database, (now - timedelta(days=self._keep_days)).isoformat())


def _as_kept(question: str) -> str:
    """Masked, and its lines ended by LF: a form that carries it back ends them with CRLF."""
    return mask(re.sub("\r\n?", "\n", question))
