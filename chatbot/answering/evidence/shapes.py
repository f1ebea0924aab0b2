"""What the shape of a candidate says for it, or against: a list, a section, a scrap, a ritual."""

from chatbot.answering.candidate import Candidate, Shape
from chatbot.answering.evidence.form import is_formal, says_something
from chatbot.answering.evidence.values import holds_value
from chatbot.answering.looking.retrieving import Found
from chatbot.answering.understanding.kinds import Kind
from chatbot.answering.understanding.question import Understood
from index.tagging import Tag, is_ritual

_SECTIONS = (Shape.SECTION, Shape.LIST)
_NO_ANSWER = (Tag.ADDRESSEES, Tag.SIGNATURE)


def list_asked(understood: Understood, _: Found, candidate: Candidate) -> float:
    """A list, where several things are asked for: its heading may tell the subject less."""
    return float(candidate.is_list and understood.wants_several)


def section_asked(understood: Understood, found: Found, candidate: Candidate) -> float:
    """A section whose heading names the subject, where a subject is asked about."""
    asked = understood.asks_about_a_subject and candidate.shape in _SECTIONS
    return float(asked and not list_asked(understood, found, candidate))


def section_unasked(understood: Understood, found: Found, candidate: Candidate) -> float:
    """A section or list known by its heading, where one sentence is wanted: a date, a yes or no."""
    asked = section_asked(understood, found, candidate) or list_asked(understood, found, candidate)
    return 1.0 - asked


def scrap(understood: Understood, _: Found, candidate: Candidate) -> float:
    """A date, a few characters, an addressee, a signature, what only opens a letter."""
    if understood.kind is Kind.WORDING:
        return 0.0
    is_letter = candidate.hit is not None and candidate.hit.passage.tag in _NO_ANSWER
    return float(is_letter or not says_something(understood, candidate.telling))


def value_missing(understood: Understood, _: Found, candidate: Candidate) -> float:
    """No time, amount, body or number stands there, though that is what is asked for."""
    return float(not holds_value(understood, candidate.words))


def ritual(understood: Understood, _: Found, candidate: Candidate) -> float:
    """Words that match everything, or only say from when a rule is in force."""
    if understood.kind is Kind.WORDING:
        return 0.0
    return float(is_ritual(candidate.words) or is_formal(candidate.words))


def wider_route(_: Understood, found: Found, __: Candidate) -> float:
    """The document is not the one named, nor about the place asked of."""
    return float(found.is_wider or bool(found.foreign))


def place_unknown(_: Understood, found: Found, __: Candidate) -> float:
    """The question names a place that no document is about, speaks of or holds in."""
    return float(bool(found.regions))


def nothing_asked(understood: Understood, _: Found, __: Candidate) -> float:
    """The question has no word of its own, and goes on with none before it."""
    goes_on = understood.follows and not understood.ordinal
    return float(not (understood.words or goes_on))
