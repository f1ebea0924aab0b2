"""What a person begins to type -> whole questions that begin so, from the plans' own headings."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from chatbot.answering.question import Question, understand
from index.build import Generation
from index.documents import Document
from index.markers import bare
from index.outline import Section
from index.pinyin import sounds
from index.synonyms import synonyms
from index.tokens import fold, is_han

MOST = 8  # questions offered
_TRIED = 24  # of those that match, how many are put to the plans before fewer are offered
_SHORTEST, _LONGEST = 2, 20  # characters of a heading that makes a question
_DEEPEST = 3  # level of a heading
_DOING = re.compile("构建|建设|加强|完善|推进|健全|提升|强化|优化|打造|促进|深化|加快|做好|实施")
_RITUAL = re.compile("指导思想|总体|基本思路|形势|回顾|附则|前言|附件|总则")
_LETTERS = re.compile("[a-z]{2,}")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A whole question, found by its folded words or the first letters of their sounds."""

    question: str
    words: str
    initials: str


def candidates(generation: Generation, asked_often: Iterable[str] = ()) -> tuple[Candidate, ...]:
    """What may be offered: what many have asked, then a question on each heading, each once.

    A question is offered to others only when the plans use each of its words, or what stands for
    it: so nobody's name or address is shown, though it was asked again and again.
    """
    shared = (question for question in asked_often if _is_of_the_plans(question, generation))
    headings = (
        question
        for document in generation.documents
        for question in heading_questions(document, generation.sections(document.id))
    )
    return tuple(_candidate(question) for question in dict.fromkeys((*shared, *headings)))


def _is_of_the_plans(question: str, generation: Generation) -> bool:
    words = understand(Question(question), generation.tokenizer).words
    return all(
        synonyms(word.text) or any(word.text in text for text in generation.folded)
        for word in words
    )


def heading_questions(
    document: Document, sections: tuple[Section, ...], deepest: int = _DEEPEST
) -> Iterator[str]:
    """A natural question on each heading that is fit for one: 怎样…？ …有哪些？ …是什么？."""
    for section, following in zip(sections, (*sections[1:], None), strict=True):
        if not 0 < section.level <= deepest or section.heading is None:
            continue
        heading = bare(section.heading.cut(document.text)).strip("。.：:；; ")
        if not _SHORTEST <= len(heading) <= _LONGEST or _RITUAL.search(heading):
            continue
        holds_list = following is not None and following.level > section.level
        yield _question(heading, holds_list=holds_list)


def completions(
    typed: str, among: Iterable[Candidate], is_answered: Callable[[str], bool]
) -> tuple[str, ...]:
    """At most eight questions that go on from what was typed and that the plans do answer.

    What begins so comes first, then what holds it, then what holds all its characters in order;
    Latin letters are taken for the first letters of pinyin (dyl for 大养老).
    """
    sought = "".join(fold(typed).split())
    ranked = ((rank, place, one) for place, one in enumerate(among) if (rank := _rank(sought, one)))
    best = [one.question for _, _, one in sorted(ranked, key=lambda each: each[:2])][:_TRIED]
    found: list[str] = []
    for question in best:
        if len(found) < MOST and is_answered(question):
            found.append(question)
    return tuple(found)


def _rank(sought: str, candidate: Candidate) -> int:
    """1 for the best way of matching, 0 for none."""
    if _LETTERS.fullmatch(sought) and sought not in candidate.words:
        letters = sought.replace("l", "n")  # as they are mixed up in sounds
        return 4 * (letters in candidate.initials)
    ways = (
        bool(sought) and candidate.words.startswith(sought),
        bool(sought) and sought in candidate.words,
        len(sought) > 1 and _in_order(sought, candidate.words),
    )
    return next((rank for rank, matches in enumerate(ways, 1) if matches), 0)


def _in_order(sought: str, words: str) -> bool:
    rest = iter(words)
    return all(character in rest for character in sought)


def _candidate(question: str) -> Candidate:
    words = fold(question.removeprefix("怎样"))
    initials = "".join(sounds(character)[0][0] for character in words if is_han(character))
    return Candidate(question, words, initials)


def _question(heading: str, *, holds_list: bool) -> str:
    if _DOING.match(heading):
        return f"怎样{heading}？"
    return f"{heading}有哪些？" if holds_list else f"{heading}是什么？"
