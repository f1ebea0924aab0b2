"""One SQLite file that many workers and threads write: none waits for ever, nothing is lost."""

import contextlib
import os
import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import sqlite_utils

from chatbot.records.errors import RecordsUnavailable
from index.locks import folder_lock

Clock = Callable[[], float]  # seconds since 1970, as time.time gives them
_WAIT_MS = 5000  # for another worker's write


def moment(clock: Clock) -> str:
    """Now, as it is kept: UTC in ISO form, to the second."""
    return datetime.fromtimestamp(clock(), UTC).isoformat(timespec="seconds")


@dataclass(frozen=True, slots=True)
class Table:
    """A table to be made when it is missing; each name of `indexed` gets an index of its own.

    A column that an older file lacks is added to it, and is None in the rows that were there.
    """

    columns: Mapping[str, type]
    key: str = "id"
    indexed: tuple[str, ...] = ()


class Database:
    """A file of tables; each thread of each process opens its own connection at first use."""

    def __init__(self, file: Path, tables: Mapping[str, Table], called: str) -> None:
        self._file = file
        self._tables = tables
        self._called = called
        self._local = threading.local()

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite_utils.Database]:
        """One transaction that takes the write lock at once, so that none can fail half-way.

        Raises RecordsUnavailable.
        """
        with self._telling():
            database = self._database()
            database.conn.execute("begin immediate")
            try:
                yield database
            except BaseException:
                database.conn.rollback()
                raise
            database.conn.commit()

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite_utils.Database]:
        """The tables as they stand now; raises RecordsUnavailable."""
        with self._telling():
            yield self._database()

    def wipe(self) -> None:
        """Leave nothing of what was deleted in the journal beside the file.

        Raises RecordsUnavailable.
        """
        with self.reading() as database:
            database.conn.execute("pragma wal_checkpoint(truncate)").fetchall()

    @contextlib.contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise RecordsUnavailable(
                f"{self._called} {self._file} 读写不了（{error}）；请检查磁盘空间和文件夹权限。"
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
        self._file.touch(mode=0o600)  # for the eyes of the service alone
        connection = sqlite3.connect(self._file, timeout=_WAIT_MS / 1000, isolation_level=None)
        connection.execute(f"pragma busy_timeout = {_WAIT_MS}")
        connection.execute("pragma secure_delete = on")  # what is deleted leaves the disk
        connection.execute("pragma journal_mode = wal")
        connection.execute("pragma synchronous = full")  # what is acknowledged survives power loss
        database = sqlite_utils.Database(connection)
        for name, table in self._tables.items():
            database.table(name).create(dict(table.columns), pk=table.key, if_not_exists=True)
            present = database.table(name).columns_dict
            for column in (one for one in table.columns if one not in present):
                database.table(name).add_column(column, table.columns[column])
            for column in table.indexed:
                database.table(name).create_index([column], if_not_exists=True)
        return database
