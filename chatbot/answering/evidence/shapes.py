"""What the shape and the place of a candidate say for it, or against."""

import re
from math import log1p

from chatbot.answering.candidate import Candidate, Shape
from chatbot.answering.evidence.form import says_something
from chatbot.answering.looking.retrieving import Found
from chatbot.answering.looking.routing import holds_in
from chatbot.answering.understanding.kinds import Kind
from chatbot.answering.understanding.question import Understood
from chatbot.answering.weights import limit
from index.language.tokens import fold
from index.tagging import Tag

_A_CHAPTER = re.compile("第[一二三四五六七八九十百]+[编章]")
_SECTIONS = (Shape.SECTION, Shape.LIST)
_A_FEW, _A_PAGE = limit("short"), limit("page")
_NO_ANSWER = (Tag.ADDRESSEES, Tag.SIGNATURE)


def list_asked(understood: Understood, _: Found, candidate: Candidate) -> float:
    """A list, where several things are asked for: its heading may tell the subject less."""
    return float(candidate.is_list and understood.wants_several)


def chapters(_: Understood, __: Found, candidate: Candidate) -> float:
    """A list of a document's chapters: it names what is in it and tells nothing of it."""
    if not candidate.is_list:
        return 0.0
    text = candidate.document.text
    return float(all(_A_CHAPTER.match(span.cut(text)) for span in candidate.spans))


def scrap(understood: Understood, _: Found, candidate: Candidate) -> float:
    """A date, a few characters, an addressee, a signature, what only opens a letter."""
    if understood.kind is Kind.WORDING:
        return 0.0
    is_letter = candidate.hit is not None and candidate.hit.passage.tag in _NO_ANSWER
    return float(is_letter or not says_something(understood, candidate.telling))


def heading(_: Understood, __: Found, candidate: Candidate) -> float:
    """It is a heading, or a row of one cell: it names a thing and seldom tells it."""
    if candidate.shape is Shape.ROW:
        return float("\t" not in candidate.spans[0].cut(candidate.document.text))
    return float(candidate.shape is Shape.HEADING)


def short(_: Understood, __: Found, candidate: Candidate) -> float:
    """So few characters that they hardly tell anything by themselves."""
    return float(len(candidate.words) < _A_FEW)


def length(_: Understood, __: Found, candidate: Candidate) -> float:
    """How long it is, on a logarithmic scale: 1 for what fills a page."""
    return min(log1p(len(candidate.words)) / log1p(_A_PAGE), 1.0)


def same_document(_: Understood, found: Found, candidate: Candidate) -> float:
    """The question goes on, and this is the document that answered the one before."""
    return float(found.before is not None and found.before.document is candidate.document)


def same_section(understood: Understood, found: Found, candidate: Candidate) -> float:
    """The same for the section that answered, or one beside it."""
    if found.before is None or not same_document(understood, found, candidate):
        return 0.0
    return float(found.before.section.path[:-1] == candidate.section.path[:-1])


def elsewhere(_: Understood, found: Found, candidate: Candidate) -> float:
    """The question names only a place that is merely spoken of; this is for another, not on it."""
    document = candidate.document
    if not found.mentioned or found.preferred or not document.region:
        return 0.0
    told = fold("\n".join((candidate.announced_words, *candidate.section.path, document.title)))
    return float(not any(place in told or holds_in(document, place) for place in found.mentioned))


def place_unknown(_: Understood, found: Found, __: Candidate) -> float:
    """The question names a place that no document is about, speaks of or holds in."""
    return float(bool(found.regions))


def nothing_asked(understood: Understood, _: Found, __: Candidate) -> float:
    """The question has no word of its own, and goes on with none before it."""
    goes_on = understood.follows and not understood.ordinal
    return float(not (understood.words or goes_on))
