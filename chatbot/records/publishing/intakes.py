"""Plan files that staff sent in, correct or withdraw: what became of each, step by step."""

import json
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any

import sqlite_utils

from chatbot.records.database import Clock, Database, Table, moment
from chatbot.records.errors import IntakeChanged, IntakeUnfit
from chatbot.records.staff.audit import AUDIT, Deed, write_down
from index.intake.heading_marks import HeadingMark

_TABLES = {
    "audit": AUDIT,
    "intakes": Table(
        {"id": int, "version": int, "size": int, "build": int, "is_closed": int}
        | dict.fromkeys(
            (
                *("kind", "file", "title", "sha256", "replaces", "facts", "marks"),
                *("state", "note", "by", "at", "changed_by", "changed_at"),
            ),
            str,
        ),
        indexed=("state",),
    ),
}


class Kind(Enum):
    """What is to be done with a plan: taken in, corrected, withdrawn."""

    NEW = "new"
    CORRECTION = "correction"
    WITHDRAWAL = "withdrawal"


class State(Enum):
    """How far it is: being looked at, ready to be published, being built in, done, dropped."""

    WAITING = "waiting"
    READY = "ready"
    PUBLISHING = "publishing"
    PUBLISHED = "published"
    DISCARDED = "discarded"


EDITABLE = (State.WAITING, State.READY)
OPEN = (State.WAITING, State.READY, State.PUBLISHING)


@dataclass(frozen=True, slots=True)
class Intake:
    """A plan file on its way; `number` is 0 until it is kept, times are UTC in ISO form.

    `title` is what it is called in lists, once that is known. `sha256` and `size` (bytes) are of
    what was sent in; a correction of what is served has none.
    `facts` are those that a person corrected, as the catalogue calls them. Each change raises
    `version`, and is refused when it was made to an older one.
    """

    number: int
    kind: Kind
    file: str
    sha256: str = ""
    size: int = 0
    replaces: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    marks: tuple[HeadingMark, ...] = ()
    is_closed: bool = False
    state: State = State.WAITING
    note: str = ""
    title: str = ""
    by: str = ""
    at: str = ""
    changed_by: str = ""
    changed_at: str = ""
    version: int = 1
    build: int = 0

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def hands(self) -> frozenset[str]:
        """Who made it what it is: they may not publish it where two people are demanded."""
        return frozenset({self.by, self.changed_by})


class Intakes:
    """All of one installation; every method raises RecordsUnavailable."""

    def __init__(self, file: Path, clock: Clock = time.time) -> None:
        self._database = Database(file, _TABLES, "收入规划的记录")
        self._clock = clock

    def open(self) -> tuple[Intake, ...]:
        """Those that wait for somebody, the newest first."""
        return self._where("state in (?, ?, ?)", [state.value for state in OPEN])

    def of_file(self, file: str) -> tuple[Intake, ...]:
        """All that ever happened to a plan file, the newest first."""
        return self._where("file = ? or replaces = ?", [file, file])

    def of_build(self, build: int) -> tuple[Intake, ...]:
        """What a build was to publish."""
        return self._where("build = ?", [build])

    def find(self, number: int) -> Intake | None:
        return next(iter(self._where("id = ?", [number])), None)

    def begin(self, intake: Intake, deed: Deed) -> int:
        """Keep a new one and give its number; IntakeUnfit when the file is on its way already."""
        with self._database.writing() as database:
            taken = "file = ? and state in (?, ?, ?)"
            other = [intake.file, *(state.value for state in OPEN)]
            if row := next(iter(database.table("intakes").rows_where(taken, other)), None):
                raise IntakeUnfit(
                    f"{intake.file}：已经有一件在办（第 {row['id']} 号，{row['by']}）；"
                    "请先办完或取消那一件。"
                )
            story = {"by": deed.who, "at": self._now(), "version": 1}
            story |= {"changed_by": deed.who, "changed_at": story["at"]}
            number = int(str(database.table("intakes").insert(_values(intake) | story).last_pk))
            self._write_down(database, deed, number, intake.file)
        return number

    def change(self, intake: Intake, deed: Deed) -> None:
        """Keep what was changed of it, unless another changed it since: then IntakeChanged."""
        with self._database.writing() as database:
            self._refuse_changed(database, intake)
            _refuse_settled(intake)
            story = {"changed_by": deed.who, "changed_at": self._now()}
            values = _values(intake) | story | {"version": intake.version + 1}
            database.table("intakes").update(intake.number, values)
            self._write_down(database, deed, intake.number, intake.file)

    def entitle(self, intake: Intake, title: str) -> None:
        """Call it so in lists from now on; that is no change of what it asks for."""
        with self._database.writing() as database:
            database.table("intakes").update(intake.number, {"title": title})

    def move(
        self,
        intakes: Iterable[Intake],
        state: State,
        deed: Deed,
        build: int = 0,
        *,
        is_by_hand: bool = False,
    ) -> None:
        """Bring each to a state, all or none; who made it what it is stays as it was.

        `is_by_hand`: not by a build, so what is being published is refused (IntakeUnfit).
        """
        with self._database.writing() as database:
            for intake in intakes:
                self._refuse_changed(database, intake)
                if is_by_hand:
                    _refuse_settled(intake)
                values = {"state": state.value, "version": intake.version + 1, "build": build}
                database.table("intakes").update(intake.number, values)
                self._write_down(database, deed, intake.number, intake.file)

    def _refuse_changed(self, database: sqlite_utils.Database, intake: Intake) -> None:
        row = next(iter(database.table("intakes").rows_where("id = ?", [intake.number])), None)
        if row is None or row["version"] != intake.version:
            who = row["changed_by"] if row else "别人"
            raise IntakeChanged(
                f"{intake.file}：{who} 刚刚改过，您的改动没有保存，免得盖掉；"
                "请看现在的内容，再改一次。"
            )

    def _where(self, where: str, values: list[Any]) -> tuple[Intake, ...]:
        with self._database.reading() as database:
            rows = database.table("intakes").rows_where(where, values, order_by="id desc")
            return tuple(map(_intake, rows))

    def _write_down(
        self, database: sqlite_utils.Database, deed: Deed, number: int, file: str
    ) -> None:
        detail = "，".join(filter(None, (f"第 {number} 号：{file}", deed.detail)))
        write_down(database, self._now(), Deed(deed.who, deed.action, detail, deed.address))

    def _now(self) -> str:
        return moment(self._clock)


def _refuse_settled(intake: Intake) -> None:
    if intake.state not in EDITABLE:
        raise IntakeUnfit(f"{intake.file}：正在公布或已经办完，不能再改；请看清单。")


def _values(intake: Intake) -> dict[str, Any]:
    marks = [(mark.line, mark.nth, mark.level) for mark in intake.marks]
    return {
        "kind": intake.kind.value,
        "file": intake.file,
        "sha256": intake.sha256,
        "size": intake.size,
        "replaces": intake.replaces,
        "facts": json.dumps(dict(intake.facts), ensure_ascii=False),
        "marks": json.dumps(marks, ensure_ascii=False),
        "is_closed": int(intake.is_closed),
        "state": intake.state.value,
        "note": intake.note,
        "title": intake.title,
        "build": intake.build,
    }


def _intake(row: dict[str, Any]) -> Intake:
    known = {name: row[name] for name in Intake.__dataclass_fields__ if name in row}
    return Intake(
        **known
        | {
            "number": row["id"],
            "kind": Kind(row["kind"]),
            "is_closed": bool(row["is_closed"]),
            "state": State(row["state"]),
            "facts": json.loads(row["facts"]),
            "marks": tuple(HeadingMark(*mark) for mark in json.loads(row["marks"])),
        }
    )
