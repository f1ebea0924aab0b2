"""What a person begins to type -> whole questions that begin so, from the plans' own headings."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from chatbot.answering.candidates.outlines import is_ritual
from chatbot.answering.understanding.question import Question, understand
from chatbot.answering.weights import limit
from index.generation import Generation
from index.intake.documents import Document
from index.language.pinyin import sounds
from index.language.synonyms import synonyms
from index.language.tokens import fold, is_han
from index.outlining.markers import Kind, bare
from index.outlining.outline import Section

MOST, _TRIED = limit("suggested"), limit("suggested_tried")
_SHORTEST, _LONGEST = limit("word_asked"), limit("heading_suggested")
_DEEPEST = limit("heading_level")
_DOING = re.compile(
    "构建|建设|建立|加强|完善|推进|推动|健全|提升|提高|强化|优化|打造|促进|深化|加快|加大|做好|实施|开展|启动|实现"
    "|扩大|拓展|拓宽|打通|放宽|支持|鼓励|动员|引导|激发|统筹|夯实|大力|全面|积极|及时|深入|着力|严格|切实|规范|突出"
    "|落实|统一|提供|组织|发挥|创新|改进|培育|壮大|稳定|保持|坚持|确保|巩固|营造|开发|发展|确定|制定|明确|简化|推广|倡导|探索|培养"
)
_THING = re.compile(
    "(步骤|目标|方案|范围|措施|任务|原则|思路|方向|重点|情况|基础|环境|条件|要求|格局|内容|保障)$"
)
_LONGEST_THING = limit("thing")
_NAMED = re.compile("(目标|原则|范围|任务|思路|方向|重点|对象|条件|标准|职责|期限|时间|定义|意义)$")
_BARE_SIGN = re.compile("第[^条章节编]{1,8}[条章节编]")
_LETTERS = re.compile("[a-z]{2,}")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A whole question, found by its folded words or the first letters of their sounds."""

    question: str
    words: str
    initials: str


def offered(generation: Generation, asked_often: Iterable[str] = ()) -> tuple[Suggestion, ...]:
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
    return tuple(_suggestion(question) for question in dict.fromkeys((*shared, *headings)))


def _is_of_the_plans(question: str, generation: Generation) -> bool:
    words = understand(Question(question), generation.tokenizer).words
    return all(synonyms(word.text) or generation.writes(word.text) for word in words)


def heading_questions(
    document: Document, sections: tuple[Section, ...], deepest: int = _DEEPEST
) -> Iterator[str]:
    """A natural question on each heading that is fit for one: 怎样…？ …有哪些？ …是怎么规定的？."""
    for section, following in zip(sections, (*sections[1:], None), strict=True):
        if not 0 < section.level <= deepest or section.heading is None:
            continue
        heading = "".join(bare(section.heading.cut(document.text)).strip("。.：:；; ").split())
        if not _SHORTEST <= len(heading) <= _LONGEST or is_ritual(heading):
            continue
        if _BARE_SIGN.fullmatch(heading):
            continue
        yield _question(heading, holds_list=_opens_list(section, following))


def _opens_list(section: Section, following: Section | None) -> bool:
    """Whether items stand below a heading; the articles of a chapter are no list."""
    if following is None or following.level <= section.level:
        return False
    return following.kind is not Kind.ARTICLE


def completions(
    typed: str, among: Iterable[Suggestion], is_answered: Callable[[str], bool]
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


def _rank(sought: str, one: Suggestion) -> int:
    """1 for the best way of matching, 0 for none."""
    letters = sought.replace("l", "n")  # as they are mixed up in sounds
    ways = (
        bool(sought) and one.words.startswith(sought),
        bool(sought) and sought in one.words,
        len(sought) > 1 and _in_order(sought, one.words),
        bool(_LETTERS.fullmatch(sought)) and letters in one.initials,
    )
    return next((rank for rank, matches in enumerate(ways, 1) if matches), 0)


def _in_order(sought: str, words: str) -> bool:
    rest = iter(words)
    return all(character in rest for character in sought)


def _suggestion(question: str) -> Suggestion:
    words = fold(question.removeprefix("怎样"))
    initials = "".join(sounds(character)[0][0] for character in words if is_han(character))
    return Suggestion(question, words, initials)


def _question(heading: str, *, holds_list: bool) -> str:
    is_thing = len(heading) <= _LONGEST_THING and _THING.search(heading)
    if _DOING.match(heading) and not is_thing:
        return f"怎样{heading}？"
    if holds_list:
        return f"{heading}有哪些？"
    return f"{heading}是什么？" if _NAMED.search(heading) else f"{heading}是怎么规定的？"
