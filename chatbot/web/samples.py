"""Headings -> questions to begin with, each known to have an answer."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, zip_longest

from chatbot.answering.answer import Outcome
from chatbot.web.current import services
from index.documents import Document
from index.markers import bare
from index.outline import Section

WANTED = 4
TRIED = 40  # questions put to the plans before fewer are shown
SHORTEST, LONGEST = 4, 12  # characters of a heading that makes a natural question
_DOING = re.compile("构建|建设|加强|完善|推进|健全|提升|强化|优化|打造|促进|深化|加快|做好|实施")
_HOW = "怎样"
_RITUAL = re.compile("指导思想|总体|基本思路|形势|回顾|附则|前言")


def questions() -> tuple[str, ...]:
    """Up to four questions on the plans now served."""
    return _questions(services().shelf.current().id)


# One generation always answers alike, so its questions are tried once.
@lru_cache(maxsize=4)
def _questions(generation: str) -> tuple[str, ...]:
    found: list[str] = []
    for candidate in _candidates():
        if len(found) < WANTED and _is_answered(candidate):
            found.append(candidate)
    return tuple(found)


def _is_answered(question: str) -> bool:
    return services().answer(question, (), ()).outcome is Outcome.ANSWERED


def _candidates() -> list[str]:
    """One question of each document in turn, so that no document fills the list alone."""
    shelf = services().shelf.current()
    columns = [sorted(_asked_of(document), key=_last_if_bare) for document in shelf.documents]
    rows = chain.from_iterable(zip_longest(*columns, fillvalue=""))
    return [question for question in dict.fromkeys(rows) if question][:TRIED]


def _asked_of(document: Document) -> Iterator[str]:
    sections = services().shelf.current().sections(document.id)
    for section, following in zip(sections, (*sections[1:], None), strict=True):
        heading = _heading(section, document.text)
        if not SHORTEST <= len(heading) <= LONGEST or _RITUAL.search(heading):
            continue
        holds_list = following is not None and following.level > section.level
        yield _question(heading, holds_list)


def _heading(section: Section, text: str) -> str:
    if section.level not in {1, 2} or section.heading is None:
        return ""
    return bare(section.heading.cut(text)).strip("。.：:；; ")


def _last_if_bare(question: str) -> bool:
    """怎样… says what it is about by itself; 基本原则有哪些 does only in one plan."""
    return not question.startswith(_HOW)


def _question(heading: str, holds_list: bool) -> str:
    if _DOING.match(heading):
        return f"{_HOW}{heading}？"
    return f"{heading}有哪些？" if holds_list else f"{heading}是什么？"
