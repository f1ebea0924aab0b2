"""Passwords: what may be one, its hash by scrypt, and the comparison that takes equal time."""

import secrets
import threading

from werkzeug.security import check_password_hash, generate_password_hash

from chatbot.records.errors import PasswordUnfit

SHORTEST, LONGEST = 12, 200  # characters
_METHOD = "scrypt:32768:8:1"  # 32 MB and about 0.1 s a try
_NOBODY = f"{_METHOD}$nobody${'0' * 128}"  # no password has it
_at_once = threading.Semaphore(2)  # so that guessing costs memory for two tries, not for fifty
_SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"  # without those that are mistaken for one another


def refuse_unfit(password: str, name: str) -> None:
    """PasswordUnfit for one that is short, endless, of two signs only, or holds the name."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise PasswordUnfit(f"密码长度不合适：要有 {SHORTEST} 到 {LONGEST} 个字符，请换一个。")
    if len(set(password)) < 5 or name.lower() in password.lower():  # noqa: PLR2004  five signs
        raise PasswordUnfit("密码太容易猜：不要含有账号名，也不要反复用几个字符，请换一个。")


def new_password() -> str:
    """Four groups of five signs, fit to be read out: some 99 bits."""
    return "-".join("".join(secrets.choice(_SIGNS) for _ in range(5)) for _ in range(4))


def hashed(password: str) -> str:
    with _at_once:
        return generate_password_hash(password, method=_METHOD)


def matches(known: str | None, password: str) -> bool:
    """Whether `known` is the hash of this password; for None it takes the same time to say no."""
    with _at_once:
        return check_password_hash(known or _NOBODY, password[:LONGEST]) and known is not None
