"""Many drafts to be checked: kept as checks of one batch, done one by one, whoever asks again."""

import contextlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, astuple
from pathlib import Path
from typing import Any

import sqlite_utils

from chatbot.records.batch import Batch, Begun, Done, Noted, Sent
from chatbot.records.checks import SHOWN, TABLES, Keeping, new_id, saved_check
from chatbot.records.database import Database
from chatbot.records.errors import RecordsUnavailable
from index.locks import folder_lock_if_free

_TRIES = 3  # of a draft that ends no request: it may be one that kills a worker
_GIVEN_UP = "核对这一份时，程序几次中断：请另存为 .txt 再试，还不行请告诉管理服务器的同事。"
_WAITING = "generation = '' and fault = ''"


class Batches:
    """The batches of one installation, in the file of `Checks`; methods raise RecordsUnavailable.

    Those that change a batch are False when this id is of no batch of `owner`.
    """

    def __init__(self, file: Path, keeping: Keeping) -> None:
        self._database = Database(file, TABLES, "保存的核对")
        self._keeping = keeping
        self._turn = file.with_suffix(".turn")

    def start(self, name: str, owner: str, document: str, files: Sequence[Sent]) -> str:
        """Keep these files until each has had its turn, and give the id of the batch."""
        now = self._keeping.now()
        shared = {"owner": owner, "at": now, "kept_from": now, "document": document}
        batch = shared | {"id": new_id(), "name": name, "stopped": 0}
        empty = dict.fromkeys(("draft", "generation", "found"), "")
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

    @contextlib.contextmanager
    def turn(self) -> Iterator[bool]:
        """Whether a draft may be begun now: one at a time, whichever worker is asked and by whom.

        So citizens keep the rest of the machine. What a killed worker had begun is free at once.
        """
        try:
            self._turn.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise RecordsUnavailable(
                f"文件夹 {self._turn} 建不了（{error}）；请检查磁盘空间和文件夹权限。"
            ) from error
        with folder_lock_if_free(self._turn) as is_ours:
            yield is_ours

    def begin(self, name: str) -> Begun | None:
        """The next draft, to be asked for in our turn; None when none waits or it is stopped."""
        going = "batch in (select id from batches where id = ? and not stopped and kept_from > ?)"
        where, values = f"{going} and {_WAITING}", [name, self._keeping.cut()]
        with self._database.writing() as database:
            checks = database.table("checks")
            for row in list(checks.rows_where(f"{where} and tries >= {_TRIES}", values)):
                checks.update(row["id"], {"fault": _GIVEN_UP, "file": b""})
            rows = list(checks.rows_where(where, values, order_by="place", limit=1))
            if not rows:
                return None
            row = rows[0]
            checks.update(row["id"], {"tries": row["tries"] + 1})
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
        anew = {"generation": "", "found": "", "tries": 0}
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
        self._database.wipe()
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
