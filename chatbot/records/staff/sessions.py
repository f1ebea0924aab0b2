"""Sessions of staff: a random token in their browser, only its hash here, ended at will."""

import secrets
from dataclasses import dataclass
from hashlib import sha256

import sqlite_utils

from chatbot.records.database import Table
from chatbot.records.staff import accounts
from chatbot.records.staff.accounts import Account

SESSIONS = Table(
    {"token": str, "name": str, "begun": float, "seen": float}, key="token", indexed=("name",)
)
IDLE = 30 * 60.0  # seconds without a request
LONGEST = 12 * 3600.0  # seconds from sign-in
_EXACT = 30.0  # seconds: `seen` is written no more often than this


@dataclass(frozen=True, slots=True)
class Session:
    """One browser in which somebody is signed in; times in seconds since 1970."""

    begun: float
    seen: float
    is_this: bool


def begin(database: sqlite_utils.Database, name: str, now: float) -> str:
    """A new session's token; `now` in seconds. Sessions long over are swept out."""
    token = secrets.token_urlsafe(32)
    table = database.table("sessions")
    table.delete_where("begun < ?", [now - LONGEST])
    table.insert({"token": _hashed(token), "name": name, "begun": now, "seen": now})
    return token


def holder(database: sqlite_utils.Database, token: str, now: float) -> tuple[Account | None, bool]:
    """Whose session this is, None when it is over, and whether `touch` should be called."""
    row = next(iter(database.table("sessions").rows_where("token = ?", [_hashed(token)])), None)
    if row is None or now - row["begun"] >= LONGEST or now - row["seen"] >= IDLE:
        return None, False
    account = accounts.find(database, row["name"])
    if account is None or account.is_disabled:
        return None, False
    return account, now - row["seen"] >= _EXACT


def touch(database: sqlite_utils.Database, token: str, now: float) -> None:
    """Say that the session was just used; nothing happens when it has been ended meanwhile."""
    database.conn.execute("update sessions set seen = ? where token = ?", [now, _hashed(token)])


def end(database: sqlite_utils.Database, token: str) -> None:
    database.table("sessions").delete_where("token = ?", [_hashed(token)])


def end_all(database: sqlite_utils.Database, name: str) -> None:
    """End every session of an account."""
    database.table("sessions").delete_where("name = ?", [name])


def end_others(database: sqlite_utils.Database, name: str, token: str) -> int:
    """End every session of an account but this; how many there were."""
    others = "name = ? and token != ?", [name, _hashed(token)]
    count = int(database.table("sessions").count_where(*others))
    database.table("sessions").delete_where(*others)
    return count


def of(database: sqlite_utils.Database, name: str, token: str, now: float) -> tuple[Session, ...]:
    """The sessions of an account that are not over, this one first, then the latest used."""
    living = "name = ? and begun > ? and seen > ?", [name, now - LONGEST, now - IDLE]
    found = [
        Session(row["begun"], row["seen"], row["token"] == _hashed(token))
        for row in database.table("sessions").rows_where(*living, order_by="seen desc")
    ]
    return tuple(sorted(found, key=lambda session: not session.is_this))


def form_token(token: str) -> str:
    """What the forms of a session carry, so that no other site can send them (CSRF)."""
    return sha256(b"form\0" + token.encode("utf-8", "replace")).hexdigest()


def _hashed(token: str) -> str:
    return sha256(token.encode("utf-8", "replace")).hexdigest()
