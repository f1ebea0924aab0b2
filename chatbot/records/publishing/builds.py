"""Builds that the desk started: how far each is, in per cent, and how it ended."""

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path
from typing import Any

from chatbot.records.database import Clock, Database, Table, moment

_SILENT = 60  # seconds without a sign of life: it was killed, or the machine was switched off

_TABLES = {
    "builds": Table(
        {"id": int, "done": int, "cancel": int}
        | dict.fromkeys(("by", "at", "state", "step", "told", "seen_at"), str)
    )
}


class BuildState(Enum):
    """How a build stands, or ended."""

    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    LOST = "lost"  # it gives no sign of life


@dataclass(frozen=True, slots=True)
class Build:
    """`done` is in per cent, `step` what is being done, `told` how it ended; times are UTC."""

    number: int
    by: str
    at: str
    state: BuildState
    done: int
    step: str
    told: str
    is_to_end: bool


class Builds:
    """Those of one installation; every method raises RecordsUnavailable."""

    def __init__(self, file: Path, clock: Clock = time.time) -> None:
        self._database = Database(file, _TABLES, "建立索引的记录")
        self._clock = clock

    def begin(self, who: str) -> int:
        """The number of a new build."""
        now = moment(self._clock)
        row = {"by": who, "at": now, "state": BuildState.RUNNING.value, "done": 0, "cancel": 0}
        with self._database.writing() as database:
            table = database.table("builds")
            return int(str(table.insert(row | {"step": "", "told": "", "seen_at": now}).last_pk))

    def find(self, number: int) -> Build | None:
        with self._database.reading() as database:
            row = next(iter(database.table("builds").rows_where("id = ?", [number])), None)
            return self._build(row) if row else None

    def running(self) -> Build | None:
        """The newest that is under way."""
        with self._database.reading() as database:
            rows = database.table("builds").rows_where(order_by="id desc", limit=1)
            newest = next((self._build(row) for row in rows), None)
        return newest if newest and newest.state is BuildState.RUNNING else None

    def tell(self, number: int, done: int, step: str) -> bool:
        """Say how far it is, and that it lives; whether it is to go on."""
        with self._database.writing() as database:
            values = {"done": done, "step": step, "seen_at": moment(self._clock)}
            database.table("builds").update(number, values)
            return not database.table("builds").get(number)["cancel"]

    def cancel(self, number: int) -> None:
        """Ask it to end; it does when it next tells how far it is."""
        with self._database.writing() as database:
            database.table("builds").update(number, {"cancel": 1})

    def end(self, number: int, state: BuildState, told: str) -> None:
        with self._database.writing() as database:
            database.table("builds").update(number, {"state": state.value, "told": told})

    def _build(self, row: dict[str, Any]) -> Build:
        state = BuildState(row["state"])
        seen = datetime.fromisoformat(row["seen_at"])
        silent = datetime.fromtimestamp(self._clock(), UTC) - seen
        if state is BuildState.RUNNING and silent.total_seconds() > _SILENT:
            state = BuildState.LOST
        return Build(
            number=row["id"],
            by=row["by"],
            at=row["at"],
            state=state,
            done=row["done"],
            step=row["step"],
            told=row["told"],
            is_to_end=bool(row["cancel"]),
        )
