"""Accounts of staff: a name, a role, a password's hash; changed by the operator's commands."""

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum
from typing import Any

import sqlite_utils

from chatbot.records.database import Table
from chatbot.records.errors import AccountUnfit, AccountUnknown
from chatbot.records.staff.passwords import refuse_unfit

ACCOUNTS = Table(
    {
        "name": str,
        "role": str,
        "password": str,
        "disabled": int,
        "created": str,
        "given": int,  # whether somebody else has set the password
    },
    key="name",
)
_NAME = re.compile(r"[\w.-]{2,32}")


class Right(Enum):
    """What the desk lets somebody do."""

    CHECK = "check"
    PIN = "pin"  # to choose what a question is answered with, and to withdraw it
    WORDS = "words"  # to take in what a citizen's word means in the plans, and to withdraw it
    GUIDE = "guide"  # to tell citizens what to do next on a topic, and to take it back
    INTAKE = "intake"  # to send plan files in and correct how they are read
    PUBLISH = "publish"  # to let them answer, and to withdraw them
    AUDIT = "audit"


class Role(Enum):
    """What somebody is there for: each may do what those below may; the auditor only watches."""

    PUBLISHER = "publisher"
    EDITOR = "editor"
    REVIEWER = "reviewer"
    AUDITOR = "auditor"

    @property
    def rights(self) -> frozenset[Right]:
        return _RIGHTS[self]


# Who is watched does not keep the watch: only the auditor reads the trail, and only reads it.
_EDITS = frozenset({Right.CHECK, Right.PIN, Right.WORDS, Right.GUIDE, Right.INTAKE})
_RIGHTS = {
    Role.PUBLISHER: _EDITS | {Right.PUBLISH},
    Role.EDITOR: _EDITS,
    Role.REVIEWER: frozenset({Right.CHECK}),
    Role.AUDITOR: frozenset({Right.AUDIT}),
}


@dataclass(frozen=True, slots=True)
class Account:
    """A member of staff; `created` is UTC in ISO form.

    `knows_password_alone`: they chose it themselves, and nobody else has set it since.
    """

    name: str
    role: Role
    is_disabled: bool
    created: str
    knows_password_alone: bool = False

    def may(self, right: Right) -> bool:
        return not self.is_disabled and right in self.role.rights


def same_name(name: str) -> str:
    """A name as it is kept: full width and capitals make no second person."""
    return unicodedata.normalize("NFKC", name).strip().lower()


def fit_name(name: str) -> str:
    """The name as it is kept; AccountUnfit when it is none."""
    kept = same_name(name)
    if not _NAME.fullmatch(kept):
        raise AccountUnfit(f"账号名“{name}”不合适：要 2 到 32 个字，只用汉字、字母、数字和 . _ -。")
    return kept


def add(database: sqlite_utils.Database, account: Account, password_hash: str) -> None:
    """AccountUnfit when the name is taken."""
    if _row(database, account.name):
        raise AccountUnfit(f"账号 {account.name} 已经有了：请换一个名字，或改它的密码和角色。")
    database.table("accounts").insert(
        {
            "name": account.name,
            "role": account.role.value,
            "password": password_hash,
            "disabled": int(account.is_disabled),
            "created": account.created,
            "given": int(not account.knows_password_alone),
        }
    )


def change(database: sqlite_utils.Database, name: str, **values: str | int) -> None:
    """Set columns of an account; AccountUnknown when there is none of this name."""
    if not _row(database, name):
        raise AccountUnknown(f"没有账号 {name}：请用 flask staff list 查看现有账号。")
    database.table("accounts").update(name, values)


def everyone(database: sqlite_utils.Database) -> tuple[Account, ...]:
    return tuple(map(_account, database.table("accounts").rows_where(order_by="name")))


def find(database: sqlite_utils.Database, name: str) -> Account | None:
    row = _row(database, name)
    return _account(row) if row else None


def password_hash(database: sqlite_utils.Database, name: str) -> str | None:
    """None where there is no such account."""
    row = _row(database, name)
    return str(row["password"]) if row else None


def checked(name: str, password: str) -> tuple[str, str]:
    """Name and password fit for an account; AccountUnfit or PasswordUnfit."""
    kept = fit_name(name)
    refuse_unfit(password, kept)
    return kept, password


def _row(database: sqlite_utils.Database, name: str) -> dict[str, Any] | None:
    return next(iter(database.table("accounts").rows_where("name = ?", [name])), None)


def _account(row: dict[str, Any]) -> Account:
    return Account(
        row["name"],
        Role(row["role"]),
        bool(row["disabled"]),
        row["created"],
        knows_password_alone=not row["given"],
    )
