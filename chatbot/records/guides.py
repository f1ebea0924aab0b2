"""What staff advise to do next: kept beside the trail, serving at once everywhere."""

import json
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import sqlite_utils

from chatbot.answering.guidance.guide import Guide
from chatbot.answering.parts import Guidance
from chatbot.records.database import Clock, Database, Table, moment
from chatbot.records.errors import GuideUnfit
from chatbot.records.serving import Serving, next_revision
from chatbot.records.staff.audit import AUDIT, Deed, write_down
from index.language.tokens import fold

_FIELDS = ("checked", "until", "link", "office", "address", "phone", "hours", "materials")
_TABLES = {
    "audit": AUDIT,
    "guides": Table(
        {"id": int, "serving": int, "revision": int}
        | dict.fromkeys(("topics", *_FIELDS, "by", "at", "changed_by", "changed_at"), str),
        indexed=("revision",),
    ),
}


@dataclass(frozen=True, slots=True)
class KeptGuide:
    """A guide and its story; times are UTC. One that is not serving was changed or withdrawn."""

    guide: Guide
    is_serving: bool
    by: str
    at: str
    changed_by: str
    changed_at: str


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a table that was taken in: lines added, changed, left as they were."""

    added: int
    changed: int
    same: int


class Guides:
    """All guides of one installation; every method but `serving` raises RecordsUnavailable."""

    def __init__(self, file: Path, clock: Clock = time.time) -> None:
        self._database = Database(file, _TABLES, "办事指引")
        self._clock = clock
        self._serving = Serving(self._database, "guides", "serving = 1", _guides)

    def serving(self) -> tuple[Guide, ...]:
        """Those that are shown, until they expire; the same object while none changes."""
        return self._serving.now()

    def everything(self) -> tuple[KeptGuide, ...]:
        """Whatever became of them, the newest first."""
        with self._database.reading() as database:
            return tuple(map(_kept, database.table("guides").rows_where(order_by="id desc")))

    def find(self, number: int) -> KeptGuide | None:
        with self._database.reading() as database:
            row = next(iter(database.table("guides").rows_where("id = ?", [number])), None)
            return _kept(row) if row else None

    def keep(self, guide: Guide, deed: Deed) -> int:
        """Keep a guide and give its number; one that has a number takes the place of that one.

        Raises GuideUnfit when a topic is another guide's, or the one to be replaced is gone.
        """
        with self._database.writing() as database:
            self._make_room(database, guide, deed)
            return self._insert(database, guide, deed)

    def take(self, guides: Sequence[Guide], deed: Deed) -> Taken:
        """Keep many at once, all or none; GuideUnfit names the line (from 2) that cannot be."""
        with self._database.writing() as database:
            held = {one.number: one for one in _guides(_rows(database))}
            new = [one for one in enumerate(guides, 2) if not _unchanged(one[1], held)]
            for step in (self._make_room, self._insert):  # so that two may change their topics
                for line, guide in new:
                    try:
                        step(database, guide, deed)
                    except GuideUnfit as unfit:
                        raise GuideUnfit(f"第 {line} 行：{unfit}") from unfit
        changed = sum(guide.number > 0 for _, guide in new)
        return Taken(len(new) - changed, changed, len(guides) - len(new))

    def withdraw(self, number: int, deed: Deed) -> bool:
        """Show a guide no more; False when it is not shown or never was."""
        with self._database.writing() as database:
            row = self._end(database, number, deed.who)
            if row is not None:
                self._write_down(database, deed, _guide(row))
        return row is not None

    def _make_room(self, database: sqlite_utils.Database, guide: Guide, deed: Deed) -> None:
        """End the guide that this one replaces, if it does."""
        if guide.number and self._end(database, guide.number, deed.who) is None:
            raise GuideUnfit(
                f"第 {guide.number} 号指引已经改过或撤回：请刷新清单，在现在的那一条上改。"
            )

    def _insert(self, database: sqlite_utils.Database, guide: Guide, deed: Deed) -> int:
        _refuse_taken(database, guide)
        story = {"by": deed.who, "at": self._now(), "revision": next_revision(database, "guides")}
        values = _values(guide) | story | {"serving": 1}
        number = int(str(database.table("guides").insert(values).last_pk))
        self._write_down(database, deed, replace(guide, number=number))
        return number

    def _end(self, database: sqlite_utils.Database, number: int, who: str) -> dict[str, Any] | None:
        where = "id = ? and serving = 1", [number]
        row = next(iter(database.table("guides").rows_where(*where)), None)
        if row is not None:
            story = {"changed_by": who, "changed_at": self._now()}
            values = {"serving": 0, "revision": next_revision(database, "guides")}
            database.table("guides").update(number, values | story)
        return row

    def _write_down(self, database: sqlite_utils.Database, deed: Deed, guide: Guide) -> None:
        detail = f"第 {guide.number} 号：{guide.guidance.topic}"
        write_down(database, self._now(), Deed(deed.who, deed.action, detail, deed.address))

    def _now(self) -> str:
        return moment(self._clock)


def _refuse_taken(database: sqlite_utils.Database, guide: Guide) -> None:
    wanted = {fold(topic): topic for topic in guide.topics}
    for other in _guides(_rows(database)):
        for topic in other.topics:
            if fold(topic) in wanted:
                raise GuideUnfit(
                    f"“{wanted[fold(topic)]}”已经有办事指引（第 {other.number} 号）："
                    "请改那一条，或换一个主题。"
                )


def _unchanged(guide: Guide, held: Mapping[int, Guide]) -> bool:
    """Whether a line says what is kept; the day it was checked is no part of a table."""
    kept = held.get(guide.number)
    return kept is not None and kept == replace(
        guide, guidance=replace(guide.guidance, checked=kept.guidance.checked)
    )


def _rows(database: sqlite_utils.Database) -> Iterable[dict[str, Any]]:
    return database.table("guides").rows_where("serving = 1", order_by="id")


def _guides(rows: Iterable[dict[str, Any]]) -> tuple[Guide, ...]:
    return tuple(map(_guide, rows))


def _values(guide: Guide) -> dict[str, str]:
    told = {name: getattr(guide.guidance, name) for name in _FIELDS}
    return {"topics": json.dumps(guide.topics, ensure_ascii=False)} | told


def _guide(row: dict[str, Any]) -> Guide:
    topics = tuple(json.loads(row["topics"]))
    return Guide(row["id"], topics, Guidance(topics[0], **{name: row[name] for name in _FIELDS}))


def _kept(row: dict[str, Any]) -> KeptGuide:
    story = (row["by"], row["at"], row["changed_by"] or "", row["changed_at"] or "")
    return KeptGuide(_guide(row), bool(row["serving"]), *story)
