"""Questions asked and feedback given, in one SQLite file that many workers write."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from chatbot.answering.answer import Answer
from chatbot.records.database import Database, Table
from chatbot.records.errors import AnswerUnknown
from chatbot.records.masking import mask

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
            "generation": str,
        },
        indexed=("answer",),
    ),
    "feedback": Table({"id": int, "given_at": str, "answer": str, "helpful": int, "comment": str}),
}


_OFTEN = """
    select question from (select * from questions order by id desc limit 20000)
    where outcome = 'answered' and question not like '%＊%' and length(question) <= 30
    group by question having count(*) >= ? order by count(*) desc, question limit ?
"""


def utc_now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


class Records:
    """The records of one installation."""

    def __init__(self, file: Path, clock: Callable[[], str] = utc_now) -> None:
        self._database = Database(file, _TABLES, "问答记录")
        self._clock = clock

    def keep_question(self, question: str, answer: Answer) -> None:
        """Keep a question, personal numbers masked, and how it was answered."""
        cited = [[c.document.id, c.span.start, c.span.end] for c in answer.citations]
        with self._database.writing() as database:
            database.table("questions").insert(
                {
                    "asked_at": self._clock(),
                    "question": mask(question),
                    "answer": answer.id,
                    "outcome": answer.outcome.value,
                    "missing": list(answer.missing),
                    "cited": cited,
                    "generation": answer.generation,
                }
            )

    def keep_feedback(self, answer_id: str, helpful: bool, comment: str = "") -> None:
        """Keep whether an answer helped; raises AnswerUnknown for one never given."""
        with self._database.writing() as database:
            if not database.table("questions").count_where("answer = ?", [answer_id]):
                raise AnswerUnknown(f"没有编号为 {answer_id} 的答复；请刷新页面后重新提问再评价。")
            database.table("feedback").insert(
                {
                    "given_at": self._clock(),
                    "answer": answer_id,
                    "helpful": int(helpful),
                    "comment": mask(comment),
                }
            )

    def asked_often(self, least: int = 3, most: int = 50) -> tuple[str, ...]:
        """Questions that were answered at least so many times, the most asked first.

        What held a personal number is left out, masked or not: it was one person's question.
        """
        with self._database.reading() as database:
            return tuple(row["question"] for row in database.query(_OFTEN, [least, most]))
