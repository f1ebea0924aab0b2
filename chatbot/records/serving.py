"""What counts now of a table that many workers change: read again only when it has changed."""

import logging
from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar

import sqlite_utils

from chatbot.records.database import Database
from chatbot.records.errors import RecordsUnavailable

_log = logging.getLogger(__name__)
_Made = TypeVar("_Made")


class Serving(Generic[_Made]):
    """Made of the rows for which `counts` holds; every change writes a `next_revision` into one."""

    def __init__(
        self,
        database: Database,
        table: str,
        counts: str,
        make: Callable[[Iterable[dict[str, Any]]], _Made],
    ) -> None:
        self._database = database
        self._table = table
        self._counts = counts
        self._make = make
        self._known = make(())
        self.revision = 0

    def now(self) -> _Made:
        """The same object while nothing changes, whichever worker changed it last.

        When the file cannot be read, what was known last: that costs nobody an answer.
        """
        try:
            with self._database.reading() as database:
                revision = _revision(database, self._table)
                if revision != self.revision:
                    rows = database.table(self._table).rows_where(self._counts, order_by="id")
                    self._known, self.revision = self._make(rows), revision
        except RecordsUnavailable as fault:
            _log.error("%s", fault)
        return self._known


def next_revision(database: sqlite_utils.Database, table: str) -> int:
    """The number of a change that is being made to a row, greater than that of any before."""
    return _revision(database, table) + 1


def _revision(database: sqlite_utils.Database, table: str) -> int:
    newest = next(database.query(f"select max(revision) as revision from {table}"))["revision"]  # noqa: S608  our own name
    return int(newest or 0)
