"""The answers that staff have pinned: kept beside the trail, so that no change goes unwritten."""

import json
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

import sqlite_utils

from chatbot.answering.pins.pin import Pin
from chatbot.records.database import Clock, Database, Table, moment
from chatbot.records.errors import PinUnfit
from chatbot.records.serving import Serving, next_revision
from chatbot.records.staff.audit import AUDIT, OPERATOR, Action, Deed, write_down
from index.spans import Span

_COLUMNS = ("wordings", "document", "title", "sha256", "quote", "state", "by", "at")
_TABLES = {
    "audit": AUDIT,
    "pins": Table(
        {"id": int, "start": int, "end": int, "revision": int}
        | dict.fromkeys((*_COLUMNS, "changed_by", "changed_at"), str),
        indexed=("revision", "state"),
    ),
}
Same = Callable[[str], object]  # equal for two wordings of one question


class State(Enum):
    """Whether a pin answers. A suspended one waits for a person; a withdrawn one is history."""

    SERVING = "serving"
    SUSPENDED = "suspended"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class KeptPin:
    """A pin and its story; `title` is the document's when it was pinned, times are UTC."""

    pin: Pin
    state: State
    title: str
    by: str
    at: str
    changed_by: str
    changed_at: str


@dataclass(frozen=True, slots=True)
class Rechecked:
    """What became of the pins in service when the plans were read anew."""

    kept: int
    moved: int
    suspended: int


class Pins:
    """All pins of one installation; every method but `serving` raises RecordsUnavailable."""

    def __init__(self, file: Path, clock: Clock = time.time) -> None:
        self._database = Database(file, _TABLES, "指定答复")
        self._clock = clock
        counts = f"state = '{State.SERVING.value}'"
        self._serving = Serving(self._database, "pins", counts, _pins)

    def serving(self) -> tuple[Pin, ...]:
        """The pins that answer now, whichever worker made them; the same while none changes."""
        return self._serving.now()

    def revision(self) -> int:
        """It grows whenever a question may be answered otherwise than before."""
        self.serving()
        return self._serving.revision

    def everything(self) -> tuple[KeptPin, ...]:
        """Whatever their state: what waits for a person first, then the newest."""
        with self._database.reading() as database:
            order = f"state <> '{State.SUSPENDED.value}', id desc"
            return tuple(_kept(row) for row in database.table("pins").rows_where(order_by=order))

    def waiting(self) -> int:
        """How many are suspended."""
        with self._database.reading() as database:
            return database.table("pins").count_where("state = ?", [State.SUSPENDED.value])

    def find(self, number: int) -> KeptPin | None:
        with self._database.reading() as database:
            row = next(iter(database.table("pins").rows_where("id = ?", [number])), None)
            return _kept(row) if row else None

    def pin(self, pin: Pin, title: str, same: Same, deed: Deed) -> int:
        """Keep a new pin and give its number; PinUnfit when a wording is pinned already.

        A pin that has a number takes the place of that one, which is withdrawn.
        """
        with self._database.writing() as database:
            withdrawn = Deed(deed.who, Action.PIN_WITHDRAWN, "", deed.address)
            self._change(database, pin.number, State.WITHDRAWN, withdrawn)
            _refuse_pinned(database, pin, same)
            values = _values(pin) | {"title": title, "state": State.SERVING.value}
            story = {
                "by": deed.who,
                "at": self._now(),
                "revision": next_revision(database, "pins"),
            }
            number = int(str(database.table("pins").insert(values | story).last_pk))
            self._write_down(database, deed, f"第 {number} 号：{pin.wordings[0]}")
        return number

    def withdraw(self, number: int, deed: Deed) -> bool:
        """Let a pin answer no more; False when it does not or never did."""
        with self._database.writing() as database:
            return self._change(database, number, State.WITHDRAWN, deed)

    def restore(self, pin: Pin, deed: Deed) -> bool:
        """Let a suspended pin answer again, where it stands now; False when it is not suspended."""
        with self._database.writing() as database:
            held = database.table("pins").count_where(
                "id = ? and state = ?", [pin.number, State.SUSPENDED.value]
            )
            return bool(held) and self._change(database, pin.number, State.SERVING, deed, pin)

    def recheck(self, relocate: Callable[[Pin], Pin | None]) -> Rechecked:
        """Hold every pin in service against new texts; what is not found there is suspended."""
        with self._database.writing() as database:
            serving = "state = ?", [State.SERVING.value]
            before = [_pin(row) for row in database.table("pins").rows_where(*serving)]
            after = [relocate(pin) for pin in before]
            for old, new in zip(before, after, strict=True):
                if new is None:
                    deed = Deed(OPERATOR, Action.PIN_SUSPENDED)
                    self._change(database, old.number, State.SUSPENDED, deed)
                elif new != old:
                    deed = Deed(OPERATOR, Action.PIN_MOVED)
                    self._change(database, old.number, State.SERVING, deed, new)
        moved = sum(new is not None and new != old for old, new in zip(before, after, strict=True))
        return Rechecked(len(before) - moved - after.count(None), moved, after.count(None))

    def _change(
        self,
        database: sqlite_utils.Database,
        number: int,
        state: State,
        deed: Deed,
        pin: Pin | None = None,
    ) -> bool:
        where = "id = ? and state <> ?", [number, State.WITHDRAWN.value]
        row = next(iter(database.table("pins").rows_where(*where)), None)
        if row is None:
            return False
        story = {"changed_by": deed.who, "changed_at": self._now()}
        values = {"state": state.value, "revision": next_revision(database, "pins")}
        database.table("pins").update(number, story | values | (_values(pin) if pin else {}))
        self._write_down(database, deed, f"第 {number} 号：{_pin(row).wordings[0]}")
        return True

    def _write_down(self, database: sqlite_utils.Database, deed: Deed, detail: str) -> None:
        write_down(database, self._now(), Deed(deed.who, deed.action, detail, deed.address))

    def _now(self) -> str:
        return moment(self._clock)


def _pins(rows: Iterable[dict[str, Any]]) -> tuple[Pin, ...]:
    return tuple(map(_pin, rows))


def _refuse_pinned(database: sqlite_utils.Database, pin: Pin, same: Same) -> None:
    asked = {same(wording): wording for wording in pin.wordings}
    alive = "state <> ?", [State.WITHDRAWN.value]
    for row in database.table("pins").rows_where(*alive):
        for wording in _pin(row).wordings:
            if same(wording) in asked:
                raise PinUnfit(
                    f"“{asked[same(wording)]}”已经有指定答复（第 {row['id']} 号）："
                    "请先撤回那一条，再重新指定。"
                )


def _values(pin: Pin) -> dict[str, str | int]:
    return {
        "wordings": json.dumps(pin.wordings, ensure_ascii=False),
        "document": pin.document,
        "start": pin.span.start,
        "end": pin.span.end,
        "sha256": pin.sha256,
        "quote": pin.quote,
    }


def _pin(row: dict[str, Any]) -> Pin:
    wordings = tuple(json.loads(row["wordings"]))
    span = Span(row["start"], row["end"])
    return Pin(row["id"], wordings, row["document"], span, row["sha256"], row["quote"])


def _kept(row: dict[str, Any]) -> KeptPin:
    story = (row["title"], row["by"], row["at"], row["changed_by"] or "", row["changed_at"] or "")
    return KeptPin(_pin(row), State(row["state"]), *story)
