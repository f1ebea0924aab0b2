"""What can go wrong with records."""

from index.errors import PlanError


class AnswerUnknown(PlanError):
    """Feedback names an answer that was never given here."""
