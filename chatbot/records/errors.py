"""What can go wrong with records."""

from index.errors import PlanError


class RecordsUnavailable(PlanError):
    """The records cannot be written now: a full disk, a folder without permission."""


class AnswerUnknown(PlanError):
    """Feedback names an answer that was never given here."""
