"""When each plan, and each changed text of one, was first served: what a feed tells."""

import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from chatbot.records.database import Clock, Database, Table, moment
from index.intake.documents import Document

_TABLES = {
    "arrivals": Table(
        {"id": int, "document": str, "title": str, "sha256": str, "at": str, "is_change": int},
        indexed=("document",),
    )
}


@dataclass(frozen=True, slots=True)
class Arrival:
    """A text that was taken in; `at` is UTC in ISO form, `is_change` tells of one before it."""

    document: str
    title: str
    at: str
    is_change: bool


class Arrivals:
    """Of one installation; every method raises RecordsUnavailable."""

    def __init__(self, file: Path, clock: Clock = time.time) -> None:
        self._database = Database(file, _TABLES, "收入文件的记录")
        self._clock = clock

    def note(self, documents: Iterable[Document]) -> None:
        """Write down the texts that were not served before."""
        at = moment(self._clock)
        with self._database.writing() as database:
            table = database.table("arrivals")
            for document in documents:
                known = list(table.rows_where("document = ?", [document.id], select="sha256"))
                if document.sha256 not in {row["sha256"] for row in known}:
                    told = {"title": document.title, "sha256": document.sha256, "at": at}
                    table.insert({"document": document.id, **told, "is_change": int(bool(known))})

    def newest(self, most: int) -> tuple[Arrival, ...]:
        """At most so many, the newest first."""
        with self._database.reading() as database:
            rows = database.table("arrivals").rows_where(order_by="id desc", limit=most)
            return tuple(
                Arrival(row["document"], row["title"], row["at"], bool(row["is_change"]))
                for row in rows
            )
