"""Words of distress, of anger, or for a person -> the fixed reply with the number to call."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from chatbot.answering.weights import limit

TABLE = files(__package__ or "").joinpath("safe_replies.toml")
_NAMED = re.compile("〈(.+?)〉")
_NUMBER = re.compile("[0-9]{3,}")
_POLICY = "政策用词"
_PLACEHOLDER, _NO_CONTACT = "{contact}", "12345"
_FLAGS = ("danger", "searched", "unclear", "left")
_FIELDS = {"name", "always", "mostly", "alone", "reply", "sayings", *_FLAGS}
_NEVER = "(?!)"
_Row = Mapping[str, Any]
_Words = Mapping[str, Sequence[str]]
LONGEST_ALONE = limit("said_alone")


@dataclass(frozen=True, slots=True)
class SafeReply:
    """One row of the table: when it is given, and what it says.

    `always` is looked for in all that was typed, `mostly` too but gives way to a question about
    plans, `alone` is matched by a whole part of it. `sayings` are the examples it is learnt from.
    Somebody may be in danger (`is_danger`); the plans are searched first (`is_searched`); it is no
    small talk, but nothing that plans are asked (`is_unclear`); what was said may be left for staff
    to answer (`is_left`).
    """

    name: str
    always: re.Pattern[str]
    mostly: re.Pattern[str]
    alone: re.Pattern[str]
    words: str
    sayings: str = ""
    is_danger: bool = False
    is_searched: bool = False
    is_unclear: bool = False
    is_left: bool = False

    def __post_init__(self) -> None:
        if not self.words.strip():
            raise ValueError(f"safe_replies.toml, {self.name}: the reply is empty; write one")

    def reply(self, contact: str) -> str:
        """What it says in an installation with this telephone number, or none."""
        return self.words.replace(_PLACEHOLDER, contact or _NO_CONTACT)


@dataclass(frozen=True, slots=True)
class SafeReplies:
    """The whole table, the most urgent first; `policy` are the words of a question about plans."""

    replies: tuple[SafeReply, ...]
    policy: re.Pattern[str]

    def found_in(self, text: str) -> SafeReply | None:
        """The reply to a folded text that holds such words anywhere."""
        squeezed = "".join(text.split())
        about_plans = bool(self.policy.search(squeezed))
        for one in self.replies:
            if one.always.search(squeezed) or (not about_plans and one.mostly.search(squeezed)):
                return one
        return None

    def learnt(self, sayings: str) -> SafeReply:
        """The reply to what is like these examples; KeyError when the table has none."""
        return {one.sayings: one for one in self.replies}[sayings]

    def said_alone(self, part: str) -> SafeReply | None:
        """The reply to a folded part of a text, between punctuation, that is just such words."""
        if len(part) > LONGEST_ALONE:
            return None
        return next((one for one in self.replies if one.alone.fullmatch(part)), None)


@cache
def safe_replies() -> SafeReplies:
    """The table that is shipped; ValueError names the row at fault."""
    return read_table(TABLE.read_text(encoding="utf-8"))


@lru_cache(maxsize=1024)  # a question is read several times on its way to an answer
def found_in(text: str) -> SafeReply | None:
    """The shipped reply to a folded text that holds words of danger or for a person anywhere."""
    return safe_replies().found_in(text)


def read_table(toml: str) -> SafeReplies:
    """The table as written; ValueError when a number has no source or a pattern is none."""
    table = tomllib.loads(toml)
    words = table["words"]
    rows = tuple(_row(row, words, table["numbers"]) for row in table["replies"])
    if len({row.name for row in rows}) < len(rows):
        raise ValueError("safe_replies.toml: two replies share a name; rename one")
    return SafeReplies(rows, _pattern(_POLICY, words[_POLICY], words))


def _row(row: _Row, words: _Words, numbers: Mapping[str, str]) -> SafeReply:
    name, reply = str(row["name"]), str(row["reply"])
    if unknown := set(row) - _FIELDS:
        raise ValueError(f"safe_replies.toml, {name}: {unknown} means nothing; take it out")
    if unsourced := [one for one in _NUMBER.findall(reply) if one not in numbers]:
        raise ValueError(f"safe_replies.toml, {name}: tell in [numbers] where {unsourced} is from")
    return SafeReply(
        name,
        _pattern(name, row.get("always", ()), words),
        _pattern(name, row.get("mostly", ()), words),
        _pattern(name, row.get("alone", ()), words),
        reply,
        str(row.get("sayings", "")),
        *(bool(row.get(flag, False)) for flag in _FLAGS),
    )


def _pattern(name: str, says: Sequence[str], words: _Words) -> re.Pattern[str]:
    """One pattern for any of these, the named groups of words put in."""
    try:
        return re.compile(_spelled_out("|".join(says) or _NEVER, words))
    except (re.error, KeyError) as fault:
        raise ValueError(f"safe_replies.toml, {name}: mend the pattern, {fault}") from fault


def _spelled_out(pattern: str, words: _Words) -> str:
    while _NAMED.search(pattern):
        pattern = _NAMED.sub(lambda named: f"(?:{'|'.join(words[named[1]])})", pattern)
    return pattern
