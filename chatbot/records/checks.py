"""Wording checks that staff keep under a name for some days: a draft, and what was found of it."""

import secrets
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import sqlite_utils

from chatbot.records.database import Clock, Database, Table, moment

FILE = "checks.db"  # apart from the trail: drafts must not outlive their days in its backups
_DAY = 86_400.0  # seconds
_COUNTS = ("substance", "absent", "small", "verbatim")
TABLES = {
    "checks": Table(
        {"id": str, "place": int, "tries": int, "file": bytes}
        | dict.fromkeys(_COUNTS, int)
        | dict.fromkeys(("name", "owner", "at", "kept_from", "document", "batch"), str)
        | dict.fromkeys(("draft", "generation", "found", "fault"), str),
        indexed=("kept_from", "batch"),
    ),
    "batches": Table(
        {"id": str, "stopped": int}
        | dict.fromkeys(("name", "owner", "at", "kept_from", "document"), str),
        indexed=("kept_from",),
    ),
}
# The columns of SavedCheck.
SHOWN = "id, name, owner, at, kept_from, document, batch, generation, fault, " + ", ".join(_COUNTS)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many findings differ in substance, stand nowhere, differ in signs only, are the same."""

    substance: int = 0
    absent: int = 0
    small: int = 0
    verbatim: int = 0


@dataclass(frozen=True, slots=True)
class SavedCheck:
    """A check as it is listed; times are UTC, `until` is when it is deleted.

    `document` is the one that it was held against, "" for all; `generation` the index that
    `counts` come from, "" before it was checked. `batch` is "" for one saved by itself, `fault` why
    a file of a batch could not be checked.
    """

    id: str
    name: str
    owner: str
    at: str
    until: str
    document: str
    counts: Counts
    generation: str
    batch: str = ""
    fault: str = ""


@dataclass(frozen=True, slots=True)
class NewCheck:
    """What is to be saved."""

    name: str
    owner: str
    document: str
    draft: str
    counts: Counts
    generation: str


@dataclass(frozen=True, slots=True)
class Keeping:
    """How many days (0: nothing is kept) papers stay, by which clock."""

    days: int
    clock: Clock = time.time

    def now(self) -> str:
        return moment(self.clock)

    def cut(self) -> str:
        """What was kept at this moment or before is deleted."""
        return moment(lambda: self.clock() - self.days * _DAY)

    def until(self, kept_from: str) -> str:
        at = datetime.fromisoformat(kept_from) + timedelta(days=self.days)
        return at.isoformat(timespec="seconds")

    def forget_old(self, database: sqlite_utils.Database) -> None:
        """Within the caller's transaction."""
        for table in TABLES:
            database.table(table).delete_where("kept_from <= ?", [self.cut()])


class Checks:
    """The saved checks of one installation; every method raises RecordsUnavailable.

    What has had its days is shown to nobody, and deleted at the next change or look of the service.
    """

    def __init__(self, file: Path, keeping: Keeping) -> None:
        self._database = Database(file, TABLES, "保存的核对")
        self._keeping = keeping

    def save(self, new: NewCheck) -> str:
        """Keep a check, and give the id that its address ends with."""
        values: dict[str, Any] = asdict(new) | {"id": new_id(), "batch": "", "fault": ""}
        values |= values.pop("counts") | self._kept_now()
        with self._database.writing() as database:
            self._keeping.forget_old(database)
            database.table("checks").insert(values)
        return str(values["id"])

    def everything(self) -> tuple[SavedCheck, ...]:
        """Those saved by themselves, the newest first."""
        with self._database.reading() as database:
            rows = database.table("checks").rows_where(
                "batch = '' and kept_from > ?",
                [self._keeping.cut()],
                select=SHOWN,
                order_by="at desc, rowid desc",
            )
            return tuple(saved_check(row, self._keeping) for row in rows)

    def find(self, name: str) -> tuple[SavedCheck, str] | None:
        """The check with this id, and its draft; of a batch too."""
        with self._database.reading() as database:
            where = "id = ? and kept_from > ?", [name, self._keeping.cut()]
            rows = database.table("checks").rows_where(*where, select=f"{SHOWN}, draft")
            row = next(iter(rows), None)
            return (saved_check(row, self._keeping), row["draft"] or "") if row else None

    def rename(self, name: str, owner: str, wanted: str) -> bool:
        """False when this id is of no check that `owner` saved by itself; so with those below."""
        return self._change("update checks set name = :wanted", name, owner, wanted=wanted)

    def prolong(self, name: str, owner: str) -> bool:
        """Its days begin anew now."""
        now = self._keeping.now()
        return self._change("update checks set kept_from = :now", name, owner, now=now)

    def delete(self, name: str, owner: str) -> bool:
        gone = self._change("delete from checks", name, owner)
        self._database.wipe()
        return gone

    def forget_old(self) -> None:
        """Delete what has had its days, if there is any, and every trace of what was deleted."""
        with self._database.reading() as database:
            due = any(
                database.table(table).count_where("kept_from <= ?", [self._keeping.cut()])
                for table in TABLES
            )
        if due:
            with self._database.writing() as database:
                self._keeping.forget_old(database)
        self._database.wipe()

    def _kept_now(self) -> dict[str, str]:
        now = self._keeping.now()
        return {"at": now, "kept_from": now}

    def _change(self, statement: str, name: str, owner: str, **values: str) -> bool:
        which = "where id = :id and owner = :owner and batch = '' and kept_from > :cut"
        named = {"id": name, "owner": owner, "cut": self._keeping.cut()} | values
        with self._database.writing() as database:
            self._keeping.forget_old(database)
            return bool(database.conn.execute(f"{statement} {which}", named).rowcount)


def new_id() -> str:
    """Too long to be guessed; who has the address still has to sign in."""
    return secrets.token_urlsafe(12)


def saved_check(row: Mapping[str, Any], keeping: Keeping) -> SavedCheck:
    return SavedCheck(
        id=row["id"],
        name=row["name"],
        owner=row["owner"],
        at=row["at"],
        until=keeping.until(row["kept_from"]),
        document=row["document"],
        counts=Counts(*(row[name] or 0 for name in _COUNTS)),
        generation=row["generation"] or "",
        batch=row["batch"] or "",
        fault=row["fault"] or "",
    )
