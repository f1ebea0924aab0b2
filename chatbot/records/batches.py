"""Many drafts to be checked: kept as checks of one batch, done one by one, whoever asks again."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, astuple, dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import sqlite_utils

from chatbot.records.checks import (
    SHOWN,
    TABLES,
    Counts,
    Keeping,
    SavedCheck,
    new_id,
    saved_check,
)
from chatbot.records.database import Database

_ABANDONED = timedelta(seconds=45)  # after which a draft that was begun is begun again
_TRIES = 3  # of a draft that ends no request: it may be one that kills a worker
_GIVEN_UP = "核对这一份时，程序几次中断：请另存为 .txt 再试，还不行请告诉管理服务器的同事。"
_WAITING = "generation = '' and fault = ''"


@dataclass(frozen=True, slots=True)
class Batch:
    """The files of one batch in the order they were sent; times are UTC.

    `document` is the one they are held against, "" for all.
    """

    id: str
    name: str
    owner: str
    at: str
    until: str
    document: str
    is_stopped: bool
    checks: tuple[SavedCheck, ...]

    @property
    def left(self) -> int:
        """How many are still to be checked."""
        return sum(not check.generation and not check.fault for check in self.checks)


@dataclass(frozen=True, slots=True)
class Sent:
    """A file for a batch: its name and bytes, or why it is not even begun."""

    name: str
    content: bytes
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Begun:
    """A draft whose turn it is: the file as it was sent, or the text that was read before."""

    id: str
    name: str
    document: str
    file: bytes
    draft: str


@dataclass(frozen=True, slots=True)
class Noted:
    """A finding in words for a table: its kind (a name of Counts), the words on both sides."""

    kind: str
    verdict: str
    words: str
    plan: str
    source: str


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a draft."""

    draft: str
    counts: Counts
    generation: str
    found: tuple[Noted, ...]


class Batches:
    """The batches of one installation, in the file of `Checks`; methods raise RecordsUnavailable.

    Those that change a batch are False when this id is of no batch of `owner`.
    """

    def __init__(self, file: Path, keeping: Keeping) -> None:
        self._database = Database(file, TABLES, "保存的核对")
        self._keeping = keeping

    def start(self, name: str, owner: str, document: str, files: Sequence[Sent]) -> str:
        """Keep these files until each has had its turn, and give the id of the batch."""
        now = self._keeping.now()
        shared = {"owner": owner, "at": now, "kept_from": now, "document": document}
        batch = shared | {"id": new_id(), "name": name, "stopped": 0}
        empty = dict.fromkeys(("draft", "generation", "found", "claimed"), "")
        rows = [
            {**shared, **empty, "id": new_id(), "batch": batch["id"], "place": place, "tries": 0}
            | {"name": one.name, "file": one.content, "fault": one.fault}
            for place, one in enumerate(files)
        ]
        with self._database.writing() as database:
            self._keeping.forget_old(database)
            database.table("batches").insert(batch)
            database.table("checks").insert_all(rows)
        return str(batch["id"])

    def everything(self) -> tuple[Batch, ...]:
        """The newest first."""
        with self._database.reading() as database:
            return tuple(self._batches(database, "kept_from > ?", [self._keeping.cut()]))

    def find(self, name: str) -> Batch | None:
        with self._database.reading() as database:
            where = "id = ? and kept_from > ?", [name, self._keeping.cut()]
            return next(self._batches(database, *where), None)

    def begin(self, name: str) -> Begun | None:
        """The next draft, nobody else's for a while; None when none waits or the batch is stopped.

        One that was begun and never done (the service was stopped) waits again after that.
        """
        now = self._keeping.now()
        stale = (datetime.fromisoformat(now) - _ABANDONED).isoformat(timespec="seconds")
        going = "batch in (select id from batches where id = ? and not stopped and kept_from > ?)"
        where, values = (
            f"{going} and {_WAITING} and claimed < ?",
            [name, self._keeping.cut(), stale],
        )
        with self._database.writing() as database:
            checks = database.table("checks")
            for row in list(checks.rows_where(f"{where} and tries >= {_TRIES}", values)):
                checks.update(row["id"], {"fault": _GIVEN_UP, "file": b""})
            rows = list(checks.rows_where(where, values, order_by="place", limit=1))
            if not rows:
                return None
            row = rows[0]
            checks.update(row["id"], {"claimed": now, "tries": row["tries"] + 1})
        return Begun(row["id"], row["name"], row["document"], row["file"] or b"", row["draft"])

    def finish(self, name: str, done: Done) -> None:
        """Keep what was found of a draft, and its text in the place of its file."""
        found = json.dumps([astuple(one) for one in done.found], ensure_ascii=False)
        told = {"draft": done.draft, "generation": done.generation, "found": found}
        self._end(name, told | asdict(done.counts))

    def fail(self, name: str, fault: str) -> None:
        """Keep why a file could not be checked; the file itself is not kept."""
        self._end(name, {"fault": fault})

    def found(self, name: str) -> dict[str, tuple[Noted, ...]]:
        """By the id of each check of a batch, every finding of it."""
        with self._database.reading() as database:
            rows = database.table("checks").rows_where(
                "batch = ? and found <> ''", [name], select="id, found", order_by="place"
            )
            return {
                row["id"]: tuple(Noted(*one) for one in json.loads(row["found"])) for row in rows
            }

    def stop(self, name: str, owner: str, is_stopped: bool = True) -> bool:
        """Let it stand still, or go on."""
        return self._change(name, owner, {"stopped": int(is_stopped)})

    def again(self, name: str, owner: str) -> bool:
        """Let all texts be checked once more; what could not be read stays so."""
        anew = {"generation": "", "found": "", "claimed": "", "tries": 0}
        return self._change(name, owner, {"stopped": 0}, anew, "and fault = ''")

    def rename(self, name: str, owner: str, wanted: str) -> bool:
        return self._change(name, owner, {"name": wanted})

    def prolong(self, name: str, owner: str) -> bool:
        """Its days begin anew now."""
        kept = {"kept_from": self._keeping.now()}
        return self._change(name, owner, kept, kept)

    def delete(self, name: str, owner: str) -> bool:
        with self._database.writing() as database:
            gone = self._own(database, name, owner)
            if gone:
                database.table("batches").delete(name)
                database.table("checks").delete_where("batch = ?", [name])
        return gone

    def _batches(
        self, database: sqlite_utils.Database, where: str, values: list[str]
    ) -> Iterator[Batch]:
        for row in list(database.table("batches").rows_where(where, values, order_by="at desc")):
            checks = database.table("checks").rows_where(
                "batch = ?", [row["id"]], select=SHOWN, order_by="place"
            )
            yield Batch(
                id=row["id"],
                name=row["name"],
                owner=row["owner"],
                at=row["at"],
                until=self._keeping.until(row["kept_from"]),
                document=row["document"],
                is_stopped=bool(row["stopped"]),
                checks=tuple(saved_check(one, self._keeping) for one in checks),
            )

    def _end(self, name: str, values: dict[str, Any]) -> None:
        """A batch may have been deleted while its draft was checked."""
        with self._database.writing() as database:
            if database.table("checks").count_where("id = ?", [name]):
                database.table("checks").update(name, values | {"file": b""})

    def _change(
        self,
        name: str,
        owner: str,
        of_batch: dict[str, Any],
        of_checks: dict[str, Any] | None = None,
        which: str = "",
    ) -> bool:
        with self._database.writing() as database:
            self._keeping.forget_old(database)
            if not self._own(database, name, owner):
                return False
            database.table("batches").update(name, of_batch)
            if of_checks:
                columns = ", ".join(f"{column} = :{column}" for column in of_checks)
                statement = f"update checks set {columns} where batch = :batch {which}"  # noqa: S608  our own names
                database.conn.execute(statement, of_checks | {"batch": name})
        return True

    def _own(self, database: sqlite_utils.Database, name: str, owner: str) -> bool:
        where = "id = ? and owner = ? and kept_from > ?"
        values = [name, owner, self._keeping.cut()]
        return bool(database.table("batches").count_where(where, values))
