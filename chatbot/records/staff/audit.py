"""The audit trail: who of the staff did what, when and from where; only ever added to."""

from dataclasses import dataclass
from enum import Enum

import sqlite_utils

from chatbot.records.database import Table
from chatbot.records.masking import mask

AUDIT = Table({"id": int, "at": str, "who": str, "action": str, "detail": str, "address": str})
FILE = "staff.db"  # where the trail is kept, and what it tells of: accounts, pins
OPERATOR = "命令行"  # who acts by a command on the server
_LONGEST = 200  # characters of detail


class Action(Enum):
    """What a member of staff, or the operator, did."""

    SIGNED_IN = "signed_in"
    SIGN_IN_FAILED = "sign_in_failed"
    SIGNED_OUT = "signed_out"
    ACCOUNT_ADDED = "account_added"
    ACCOUNT_DISABLED = "account_disabled"
    ACCOUNT_ENABLED = "account_enabled"
    PASSWORD_SET = "password_set"  # noqa: S105  the name of an action
    PASSWORD_CHANGED = "password_changed"  # noqa: S105
    PASSWORD_CHANGE_FAILED = "password_change_failed"  # noqa: S105
    SESSIONS_ENDED = "sessions_ended"
    ROLE_SET = "role_set"
    WORDING_CHECKED = "wording_checked"
    WORDING_EXPORTED = "wording_exported"
    CHECK_SAVED = "check_saved"
    CHECK_OPENED = "check_opened"
    CHECK_RENAMED = "check_renamed"
    CHECK_PROLONGED = "check_prolonged"
    CHECK_DELETED = "check_deleted"
    DRAFTS_SENT = "drafts_sent"
    DRAFTS_STOPPED = "drafts_stopped"
    DRAFTS_RESUMED = "drafts_resumed"
    DRAFTS_EXPORTED = "drafts_exported"
    WORDING_COMMENTED = "wording_commented"
    CONCORDANCE_READ = "concordance_read"
    CONCORDANCE_EXPORTED = "concordance_exported"
    PHRASES_EXPORTED = "phrases_exported"
    VERSIONS_COMPARED = "versions_compared"
    COMPARISON_EXPORTED = "comparison_exported"
    ANSWER_EXPLAINED = "answer_explained"
    EXPLANATION_EXPORTED = "explanation_exported"
    QUESTIONS_READ = "questions_read"
    QUESTIONS_EXPORTED = "questions_exported"
    QUESTION_HANDLED = "question_handled"
    QUESTION_REOPENED = "question_reopened"
    ANSWER_PINNED = "answer_pinned"
    PIN_WITHDRAWN = "pin_withdrawn"
    PIN_RESTORED = "pin_restored"
    PIN_MOVED = "pin_moved"
    PIN_SUSPENDED = "pin_suspended"
    WORDS_ACCEPTED = "words_accepted"
    WORDS_WITHDRAWN = "words_withdrawn"
    GUIDE_KEPT = "guide_kept"
    GUIDE_WITHDRAWN = "guide_withdrawn"
    GUIDES_TAKEN = "guides_taken"
    GUIDES_EXPORTED = "guides_exported"
    PLAN_UPLOADED = "plan_uploaded"
    PLAN_CORRECTED = "plan_corrected"
    PLAN_OFFERED = "plan_offered"
    PLAN_RETURNED = "plan_returned"
    PLAN_DISCARDED = "plan_discarded"
    PLAN_PUBLISHED = "plan_published"
    PLAN_NOT_PUBLISHED = "plan_not_published"
    WITHDRAWAL_ASKED = "withdrawal_asked"
    BUILD_STARTED = "build_started"
    BUILD_CANCELLED = "build_cancelled"
    DESK_SEARCHED = "desk_searched"
    AUDIT_READ = "audit_read"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the trail; `at` is UTC in ISO form, `number` counts up."""

    number: int
    at: str
    who: str
    action: Action
    detail: str
    address: str


@dataclass(frozen=True, slots=True)
class Deed:
    """What is to be written down, but for the time."""

    who: str
    action: Action
    detail: str = ""
    address: str = ""


def write_down(database: sqlite_utils.Database, at: str, deed: Deed) -> None:
    """Add a line within the caller's transaction; personal numbers in the detail are masked."""
    database.table("audit").insert(
        {
            "at": at,
            "who": deed.who,
            "action": deed.action.value,
            "detail": mask(deed.detail)[:_LONGEST],
            "address": deed.address,
        }
    )


def newest(database: sqlite_utils.Database, most: int, before: int | None) -> tuple[Entry, ...]:
    """At most so many lines, newest first; `before` names the line they are older than."""
    older, values = ("id < ?", [before]) if before else (None, None)
    rows = database.table("audit").rows_where(older, values, order_by="id desc", limit=most)
    return tuple(
        Entry(
            row["id"], row["at"], row["who"], Action(row["action"]), row["detail"], row["address"]
        )
        for row in rows
    )
