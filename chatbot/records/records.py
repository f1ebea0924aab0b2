"""Questions asked and feedback given, in one SQLite file that many workers write."""

import contextlib
import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import sqlite_utils

from chatbot.answering.answer import Answer
from chatbot.records.errors import AnswerUnknown, RecordsUnavailable
from chatbot.records.masking import mask
from index.locks import folder_lock

_WAIT_MS = 5000  # for another worker's write
_TABLES = {
    "questions": {
        "id": int,
        "asked_at": str,
        "question": str,
        "answer": str,
        "outcome": str,
        "missing": str,
        "cited": str,
        "generation": str,
    },
    "feedback": {"id": int, "given_at": str, "answer": str, "helpful": int, "comment": str},
}


_OFTEN = """
    select question from (select * from questions order by id desc limit 20000)
    where outcome = 'answered' and question not like '%＊%' and length(question) <= 30
    group by question having count(*) >= ? order by count(*) desc, question limit ?
"""


def utc_now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


class Records:
    """The records of one installation; each process opens its own connection at first use."""

    def __init__(self, file: Path, clock: Callable[[], str] = utc_now) -> None:
        self._file = file
        self._clock = clock
        self._local = threading.local()

    def keep_question(self, question: str, answer: Answer) -> None:
        """Keep a question, personal numbers masked, and how it was answered."""
        cited = [[c.document.id, c.span.start, c.span.end] for c in answer.citations]
        with self._writing() as database:
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
        with self._writing() as database:
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
        try:
            rows = self._database().query(_OFTEN, [least, most])
            return tuple(row["question"] for row in rows)
        except (sqlite3.Error, OSError) as error:
            raise RecordsUnavailable(
                f"问答记录 {self._file} 读不出来（{error}）；请检查文件夹权限和磁盘。"
            ) from error

    @contextlib.contextmanager
    def _writing(self) -> Iterator[sqlite_utils.Database]:
        """One transaction that takes the write lock at once, so that none can fail half-way."""
        try:
            database = self._database()
            database.conn.execute("begin immediate")
            try:
                yield database
            except BaseException:
                database.conn.rollback()
                raise
            database.conn.commit()
        except (sqlite3.Error, OSError) as error:
            raise RecordsUnavailable(
                f"问答记录 {self._file} 写不进去（{error}）；请检查磁盘空间和文件夹权限。"
            ) from error

    def _database(self) -> sqlite_utils.Database:
        if getattr(self._local, "process", None) != os.getpid():
            self._local.database = self._open()
            self._local.process = os.getpid()  # a connection must not cross a fork
        database: sqlite_utils.Database = self._local.database
        return database

    def _open(self) -> sqlite_utils.Database:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        with folder_lock(self._file.parent):  # changing the journal mode cannot wait for another
            return self._opened()

    def _opened(self) -> sqlite_utils.Database:
        connection = sqlite3.connect(self._file, timeout=_WAIT_MS / 1000, isolation_level=None)
        connection.execute(f"pragma busy_timeout = {_WAIT_MS}")
        connection.execute("pragma journal_mode = wal")
        connection.execute(
            "pragma synchronous = full"
        )  # an acknowledged rating survives power loss
        database = sqlite_utils.Database(connection)
        for name, columns in _TABLES.items():
            database.table(name).create(columns, pk="id", if_not_exists=True)
        database.table("questions").create_index(["answer"], if_not_exists=True)
        return database
