"""Whether a draft answers the question well enough to be shown as its answer."""

from chatbot.answering.draft import Draft
from chatbot.answering.question import Understood
from chatbot.answering.retrieving import Found

_ENOUGH = 0.5  # of the question must stand in the words quoted or the headings above them
_ENOUGH_WITH_MISSING = 0.62  # the same, when the question uses words that no plan uses


def opens(understood: Understood, found: Found, draft: Draft | None) -> bool:
    """True when the draft covers enough of the question, and a plan covers the place asked of."""
    if draft is None or found.regions or not understood.words:
        return False
    return draft.coverage >= (_ENOUGH_WITH_MISSING if found.missing else _ENOUGH)
