"""The staff of one installation: their accounts, sign-in, sessions and what they did."""

import time
from pathlib import Path

import sqlite_utils

from chatbot.records.database import Clock, Database, moment
from chatbot.records.errors import PasswordUnfit, SignInRefused
from chatbot.records.staff import accounts, attempts, audit, passwords, sessions
from chatbot.records.staff.accounts import Account, Role
from chatbot.records.staff.audit import OPERATOR, Action, Deed, Entry
from chatbot.records.staff.sessions import Session

_TABLES = {
    "accounts": accounts.ACCOUNTS,
    "sessions": sessions.SESSIONS,
    "attempts": attempts.ATTEMPTS,
    "audit": audit.AUDIT,
}


class Staff:
    """All in one file; `clock` tells the seconds since 1970. There is no account at first.

    Every method raises RecordsUnavailable when the file cannot be used.
    """

    def __init__(self, file: Path, clock: Clock = time.time) -> None:
        self._database = Database(file, _TABLES, "工作人员账号")
        self._clock = clock

    def add(self, name: str, role: Role, password: str) -> Account:
        """AccountUnfit or PasswordUnfit when it cannot be made."""
        name, password = accounts.checked(name, password)
        account = Account(name, role, is_disabled=False, created=self._now())
        known = passwords.hashed(password)
        with self._database.writing() as database:
            accounts.add(database, account, known)
            self._by_operator(database, Action.ACCOUNT_ADDED, f"{name} {role.value}")
        return account

    def everyone(self) -> tuple[Account, ...]:
        """By name."""
        with self._database.reading() as database:
            return accounts.everyone(database)

    def disable(self, name: str) -> None:
        """No more sign-in, and every session of theirs ends now; AccountUnknown."""
        self._change(name, Action.ACCOUNT_DISABLED, ends_sessions=True, disabled=1)

    def enable(self, name: str) -> None:
        """AccountUnknown."""
        self._change(name, Action.ACCOUNT_ENABLED, disabled=0)

    def set_role(self, name: str, role: Role) -> None:
        """It holds from their next request on; AccountUnknown."""
        self._change(name, Action.ROLE_SET, role=role.value)

    def set_password(self, name: str, password: str) -> None:
        """Every session of theirs ends; AccountUnknown or PasswordUnfit."""
        name, password = accounts.checked(name, password)
        known = passwords.hashed(password)
        self._change(name, Action.PASSWORD_SET, ends_sessions=True, password=known, given=1)

    def change_password(self, token: str, old: str, new: str, address: str) -> str:
        """Set the password of whoever holds this session, and end all their sessions.

        The token of a new session. Wrong old passwords count as tries to sign in. Raises
        PasswordUnfit, SignInRefused, or TooManyAttempts while one must wait.
        """
        account = self.signed_in(token)
        if account is None:
            raise SignInRefused("登录已经过期：请重新登录再改。")
        passwords.refuse_unfit(new, account.name)
        if new == old:
            raise PasswordUnfit("新密码和原来的一样：请换一个。")
        with self._database.writing() as database:
            attempts.begin(database, account.name, address, self._clock())
            known = accounts.password_hash(database, account.name)
        matches, made = passwords.matches(known, old), passwords.hashed(new)
        with self._database.writing() as database:
            unchanged = accounts.password_hash(database, account.name) == known
            if matches and unchanged and sessions.holder(database, token, self._clock())[0]:
                attempts.succeeded(database, account.name, address)
                accounts.change(database, account.name, password=made, given=0)
                sessions.end_all(database, account.name)
                deed = Deed(account.name, Action.PASSWORD_CHANGED, "", address)
                self._write_down(database, deed)
                return sessions.begin(database, account.name, self._clock())
            deed = Deed(account.name, Action.PASSWORD_CHANGE_FAILED, "", address)
            self._write_down(database, deed)
        raise SignInRefused("原密码不对，没有改：请检查后再输；忘了密码请找管理员重设。")

    def sessions_of(self, account: Account, token: str) -> tuple[Session, ...]:
        """Where somebody is signed in, the session of this token first."""
        with self._database.reading() as database:
            return sessions.of(database, account.name, token, self._clock())

    def end_other_sessions(self, account: Account, token: str, address: str) -> int:
        """Sign somebody out everywhere but here; in how many places that was."""
        with self._database.writing() as database:
            count = sessions.end_others(database, account.name, token)
            deed = Deed(account.name, Action.SESSIONS_ENDED, f"{count} 处", address)
            self._write_down(database, deed)
        return count

    def sign_in(self, name: str, password: str, address: str) -> str:
        """The token of a new session; SignInRefused, or TooManyAttempts while one must wait."""
        name = accounts.same_name(name)
        with self._database.writing() as database:
            attempts.begin(database, name, address, self._clock())
            known = accounts.password_hash(database, name)
        matches = passwords.matches(known, password)
        with self._database.writing() as database:
            account = accounts.find(database, name)
            unchanged = accounts.password_hash(database, name) == known
            if matches and unchanged and account and not account.is_disabled:
                attempts.succeeded(database, name, address)
                attempts.forget_old(database, self._clock())
                self._write_down(database, Deed(name, Action.SIGNED_IN, "", address))
                return sessions.begin(database, name, self._clock())
            # An unknown name is not kept: it may be a password in the wrong box.
            who = name if account else "未知账号"
            self._write_down(database, Deed(who, Action.SIGN_IN_FAILED, "", address))
        raise SignInRefused("账号或密码不对：请检查后再输；忘了密码请找管理员重设。")

    def signed_in(self, token: str) -> Account | None:
        """Whose session this is; None once it is over."""
        with self._database.reading() as database:
            account, is_stale = sessions.holder(database, token, self._clock())
        if is_stale:
            with self._database.writing() as database:
                sessions.touch(database, token, self._clock())
        return account

    def sign_out(self, token: str, address: str) -> None:
        with self._database.writing() as database:
            account, _ = sessions.holder(database, token, self._clock())
            sessions.end(database, token)
            if account:
                self._write_down(database, Deed(account.name, Action.SIGNED_OUT, "", address))

    def write_down(self, deed: Deed) -> None:
        """Add to the audit trail."""
        with self._database.writing() as database:
            self._write_down(database, deed)

    def trail(self, most: int, before: int | None = None) -> tuple[Entry, ...]:
        """At most so many lines of the audit, newest first; older than the line `before`."""
        with self._database.reading() as database:
            return audit.newest(database, most, before)

    def _change(
        self, name: str, action: Action, *, ends_sessions: bool = False, **values: str | int
    ) -> None:
        name = accounts.same_name(name)
        with self._database.writing() as database:
            accounts.change(database, name, **values)
            if ends_sessions:
                sessions.end_all(database, name)
            detail = f"{name} {values['role']}" if "role" in values else name
            self._by_operator(database, action, detail)

    def _by_operator(self, database: sqlite_utils.Database, action: Action, detail: str) -> None:
        self._write_down(database, Deed(OPERATOR, action, detail))

    def _write_down(self, database: sqlite_utils.Database, deed: Deed) -> None:
        audit.write_down(database, self._now(), deed)

    def _now(self) -> str:
        return moment(self._clock)
