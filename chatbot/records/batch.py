"""Batch: drafts that were sent together; a file, its turn, and what was found of it."""

from dataclasses import dataclass

from chatbot.records.checks import Counts, SavedCheck


@dataclass(frozen=True, slots=True)
class Batch:
    """The files of one batch in the order they were sent; times are UTC.

    `document` is the one they are held against, "" for all.
    """

    id: str
    name: str
    owner: str
    at: str
    until: str
    document: str
    is_stopped: bool
    checks: tuple[SavedCheck, ...]

    @property
    def left(self) -> int:
        """How many are still to be checked."""
        return sum(not check.generation and not check.fault for check in self.checks)


@dataclass(frozen=True, slots=True)
class Sent:
    """A file for a batch: its name and bytes, or why it is not even begun."""

    name: str
    content: bytes
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Begun:
    """A draft whose turn it is: the file as it was sent, or the text that was read before."""

    id: str
    name: str
    document: str
    file: bytes
    draft: str


@dataclass(frozen=True, slots=True)
class Noted:
    """A finding in words for a table: a name of Counts (or label), the words on both sides."""

    kind: str
    verdict: str
    words: str
    plan: str
    source: str


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a draft."""

    draft: str
    counts: Counts
    generation: str
    found: tuple[Noted, ...]
