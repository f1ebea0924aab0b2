"""Tries to sign in: after some wrong passwords each next one must wait longer, none for ever."""

from dataclasses import dataclass
from hashlib import sha256
from math import ceil

import sqlite_utils

from chatbot.records.database import Table
from chatbot.records.errors import TooManyAttempts

ATTEMPTS = Table({"key": str, "failures": int, "last": float, "until": float}, key="key")
_FORGOTTEN = 24 * 3600.0  # seconds without a try


@dataclass(frozen=True, slots=True)
class _Rule:
    """The first `free` tries cost nothing, then 1 s, 2 s, 4 s … up to `most` seconds."""

    free: int
    most: int

    def delay(self, failures: int) -> float:
        over = failures - self.free
        return float(min(2 ** min(over, 30), self.most)) if over >= 0 else 0.0


# A stranger who guesses at one name from everywhere may slow its owner by half a minute, no more;
# an office shares one address.
_PAIR, _NAME, _ADDRESS = _Rule(3, 900), _Rule(10, 30), _Rule(20, 900)


def begin(database: sqlite_utils.Database, name: str, address: str, now: float) -> None:
    """Count a try before its password is looked at, so that none slips by beside another.

    `now` in seconds. Raises TooManyAttempts while an earlier failure still makes it wait.
    """
    table = database.table("attempts")
    keys = _keys(name, address)
    rows = {row["key"]: row for row in table.rows_where("key in (?, ?, ?)", list(keys))}
    wait = max((row["until"] - now for row in rows.values()), default=0.0)
    if wait > 0:
        raise TooManyAttempts(ceil(wait))
    for key, rule in keys.items():
        row = rows.get(key)
        before = row["failures"] if row and now - row["last"] < _FORGOTTEN else 0
        until = now + rule.delay(before + 1)
        table.upsert({"key": key, "failures": before + 1, "last": now, "until": until}, pk="key")


def succeeded(database: sqlite_utils.Database, name: str, address: str) -> None:
    """Forget the failures of this name; of the address only this try, others may sit there."""
    pair, of_name, of_address = _keys(name, address)
    table = database.table("attempts")
    table.delete_where("key in (?, ?)", [pair, of_name])
    for row in list(table.rows_where("key = ?", [of_address])):
        table.update(of_address, {"failures": max(row["failures"] - 1, 0), "until": 0.0})


def forget_old(database: sqlite_utils.Database, now: float) -> None:
    database.table("attempts").delete_where("last < ?", [now - _FORGOTTEN])


def _keys(name: str, address: str) -> dict[str, _Rule]:
    """Hashed: what is typed as a name may be somebody's password."""
    kinds = {f"pair\0{name}\0{address}": _PAIR, f"name\0{name}": _NAME}
    kinds[f"address\0{address}"] = _ADDRESS
    return {
        sha256(kind.encode("utf-8", "surrogatepass")).hexdigest(): rule
        for kind, rule in kinds.items()
    }
