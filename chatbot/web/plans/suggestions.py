"""Questions to begin with, each known to have an answer, and those that complete a typed one."""

import logging
from functools import lru_cache
from itertools import chain, islice, zip_longest

from chatbot.answering.answer import Outcome
from chatbot.answering.completing import Suggestion, completions, heading_questions, offered
from chatbot.records.errors import RecordsUnavailable
from chatbot.web.http.served_by import services
from index.intake.documents import Document

WANTED = 4
OFTEN = 6
TRIED = 40  # questions put to the plans before fewer are shown
LONGEST = 16  # characters of a question that is read at a glance
DEEPEST = 2  # level of a heading that a newcomer may ask about
_HOW = "怎样"

_log = logging.getLogger(__name__)


def questions() -> tuple[str, ...]:
    """Up to four questions on the plans now served: the bureau's own, then others'."""
    own = _answered(services().bureau.questions, _moment(), WANTED)
    return tuple(dict.fromkeys((*own, *_questions(_moment()))))[:WANTED]


def often_asked() -> tuple[str, ...]:
    """What many have asked and the plans answer, without those to begin with."""
    begin = questions()
    return tuple(one for one in _answered(_asked_often(), _moment(), OFTEN) if one not in begin)


def completing(typed: str) -> tuple[str, ...]:
    """Questions that go on from what was typed; what many asked stands before the headings."""
    moment = _moment()
    found = _candidates(moment, _asked_often())
    return completions(typed, found, lambda question: _answers(question, moment))


def _moment() -> str:
    """The same while questions are answered alike: from one generation, with the same pins."""
    return f"{services().shelf.current().id} {services().pins.revision()}"


@lru_cache(maxsize=8)
def _answered(candidates: tuple[str, ...], moment: str, most: int) -> tuple[str, ...]:
    """The first of these that the plans answer."""
    found = (one for one in candidates[:TRIED] if _answers(one, moment))
    return tuple(islice(found, most))


# What is answered alike is tried once.
@lru_cache(maxsize=4)
def _questions(moment: str) -> tuple[str, ...]:
    found: list[str] = []
    for candidate in _to_begin_with():
        if len(found) < WANTED and _answers(candidate, moment):
            found.append(candidate)
    return tuple(found)


@lru_cache(maxsize=4096)
def _answers(question: str, moment: str) -> bool:
    return services().answer(question, (), ()).outcome is Outcome.ANSWERED


@lru_cache(maxsize=4)
def _candidates(moment: str, asked_often: tuple[str, ...]) -> tuple[Suggestion, ...]:
    return offered(services().shelf.current(), asked_often)


def _asked_often() -> tuple[str, ...]:
    """What many have asked; without records nobody goes without completion."""
    try:
        return services().records.asked_often()
    except RecordsUnavailable as fault:
        _log.error("%s", fault)
        return ()


def _to_begin_with() -> list[str]:
    """One question of each document in turn, so that no document fills the list alone."""
    columns = [sorted(_asked_of(document), key=_last_if_bare) for document in _documents()]
    rows = chain.from_iterable(zip_longest(*columns, fillvalue=""))
    return [question for question in dict.fromkeys(rows) if question][:TRIED]


def _documents() -> tuple[Document, ...]:
    return services().shelf.current().documents


def _asked_of(document: Document) -> list[str]:
    sections = services().shelf.current().sections(document.id)
    asked = heading_questions(document, sections, DEEPEST)
    return [question for question in asked if len(question) <= LONGEST]


def _last_if_bare(question: str) -> bool:
    """怎样… says what it is about by itself; 基本原则有哪些 does only in one plan."""
    return not question.startswith(_HOW)
