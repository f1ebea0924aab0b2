"""Pairs of words that staff have accepted: kept beside the trail, serving at once everywhere."""

import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from chatbot.records.database import Clock, Database, Table, moment
from chatbot.records.errors import WordsUnfit
from chatbot.records.serving import Serving, next_revision
from chatbot.records.staff.audit import AUDIT, Deed, write_down
from index.language.synonyms import OwnWords, Pair

_TABLES = {
    "audit": AUDIT,
    "words": Table(
        {"id": int, "serving": int, "revision": int}
        | dict.fromkeys(("said", "written", "grade", "by", "at", "changed_by", "changed_at"), str),
        indexed=("revision",),
    ),
}


@dataclass(frozen=True, slots=True)
class KeptPair:
    """A pair and its story; times are UTC. One that is not serving was withdrawn."""

    number: int
    pair: Pair
    is_serving: bool
    by: str
    at: str
    changed_by: str
    changed_at: str


class Words:
    """All pairs of one installation; every method but `serving` raises RecordsUnavailable."""

    def __init__(self, file: Path, clock: Clock = time.time) -> None:
        self._database = Database(file, _TABLES, "本单位的词表")
        self._clock = clock
        self._serving = Serving(self._database, "words", "serving = 1", _own_words)

    def serving(self) -> OwnWords:
        """The pairs that count now, whichever worker took them in; the same while none changes."""
        return self._serving.now()

    def everything(self) -> tuple[KeptPair, ...]:
        """Whatever became of them, the newest first."""
        with self._database.reading() as database:
            return tuple(map(_kept, database.table("words").rows_where(order_by="id desc")))

    def accept(self, pair: Pair, deed: Deed) -> int:
        """Keep a new pair and give its number; WordsUnfit when it serves already."""
        with self._database.writing() as database:
            alike = "serving = 1 and said = ? and written = ?", [pair.said, pair.written]
            if database.table("words").count_where(*alike):
                raise WordsUnfit(f"“{pair.said}”对“{pair.written}”已经在用，不必再收。")
            values = {"said": pair.said, "written": pair.written, "grade": pair.grade}
            story = {
                "by": deed.who,
                "at": self._now(),
                "revision": next_revision(database, "words"),
            }
            row = database.table("words").insert(values | story | {"serving": 1})
            write_down(database, self._now(), _detailed(deed, pair))
        return int(str(row.last_pk))

    def withdraw(self, number: int, deed: Deed) -> bool:
        """Let a pair count no more; False when it does not or never did."""
        with self._database.writing() as database:
            where = "id = ? and serving = 1", [number]
            row = next(iter(database.table("words").rows_where(*where)), None)
            if row is None:
                return False
            story = {"changed_by": deed.who, "changed_at": self._now()}
            values = {"serving": 0, "revision": next_revision(database, "words")}
            database.table("words").update(number, values | story)
            write_down(database, self._now(), _detailed(deed, _pair(row)))
        return True

    def _now(self) -> str:
        return moment(self._clock)


def _own_words(rows: Iterable[dict[str, Any]]) -> OwnWords:
    return OwnWords(map(_pair, rows))


def _detailed(deed: Deed, pair: Pair) -> Deed:
    return Deed(deed.who, deed.action, f"{pair.said} → {pair.written}", deed.address)


def _pair(row: dict[str, Any]) -> Pair:
    return Pair(row["said"], row["written"], row["grade"])


def _kept(row: dict[str, Any]) -> KeptPair:
    return KeptPair(
        row["id"],
        _pair(row),
        bool(row["serving"]),
        row["by"],
        row["at"],
        row["changed_by"] or "",
        row["changed_at"] or "",
    )
