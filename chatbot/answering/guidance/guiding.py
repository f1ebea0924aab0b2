"""An answer -> the same, with what staff advise on its topic beside it; no outcome changes."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from chatbot.answering import replies
from chatbot.answering.answer import Answer, Outcome
from chatbot.answering.guidance.guide import Guide
from chatbot.answering.parts import Part, Reply
from chatbot.answering.understanding.question import (
    Question,
    content_words,
    understand,
)
from chatbot.answering.weights import limit
from index.language.synonyms import WEIGHTS, synonyms
from index.language.tokens import Tokenizer, fold

_MOST = limit("guided")
_ALIKE = WEIGHTS["same"]


def guided(
    answer: Answer, question: Question, guides: Iterable[Guide], tokenizer: Tokenizer, today: date
) -> Answer:
    """Nothing is put beside a fixed reply, except one to a complaint.

    Who is in danger is told whom to call, and no more.
    """
    if answer.outcome is Outcome.SMALL_TALK and not _is_complaint(answer):
        return answer
    found = asked_for(question, guides, tokenizer, today)
    if not found:
        return answer
    advised = ",".join(str(guide.number) for guide in found)
    name = hashlib.sha256(f"{answer.id} {advised}".encode()).hexdigest()[: len(answer.id)]
    advice = tuple(one.guidance for one in found)
    if answer.outcome is Outcome.ANSWERED:
        return replace(answer, id=name, parts=(*answer.parts, *advice))
    return replace(answer, id=name, parts=(*advice, *_shortened(answer)), missing=())


def _shortened(answer: Answer) -> tuple[Part, ...]:
    """What else is said beside the way on: of a refusal only that the plans do not tell it."""
    if answer.outcome is not Outcome.NOT_FOUND:
        return answer.parts
    said = (replies.NOT_IN_PLANS, *("",) * len(answer.parts))
    return tuple(
        replace(part, text=words) if isinstance(part, Reply) and words else part
        for part, words in zip(answer.parts, said, strict=False)
    )


def _is_complaint(answer: Answer) -> bool:
    return any(isinstance(part, Reply) and part.may_be_left for part in answer.parts)


def asked_for(
    question: Question, guides: Iterable[Guide], tokenizer: Tokenizer, today: date
) -> tuple[Guide, ...]:
    """The guides whose topic a question names, the longest topic first, a few.

    A question that goes on names what was named before. One whose topic is part of another's
    (养老 beside 养老机构补贴) is not meant.
    """
    valid = [guide for guide in guides if guide.holds_on(today)]
    if not valid:
        return ()
    follows = understand(question, tokenizer).follows if question.history else ()
    text = fold(" ".join((question.text, *follows)))
    named = {guide: _longest_named(text, guide, tokenizer) for guide in valid}
    asked = {guide: topic for guide, topic in named.items() if topic}
    meant = [
        guide
        for guide, topic in asked.items()
        if not any(topic != other and topic in other for other in asked.values())
    ]
    return tuple(sorted(meant, key=lambda guide: -len(asked[guide]))[:_MOST])


def _longest_named(text: str, guide: Guide, tokenizer: Tokenizer) -> str:
    """The longest of a guide's topics that a folded text names, "" when it names none."""
    return max((one for one in guide.topics if _names(text, one, tokenizer)), key=len, default="")


def _names(text: str, topic: str, tokenizer: Tokenizer) -> bool:
    """Whether a folded text holds the topic, or each of its words, or what means the same."""
    topic = fold(topic)
    words = [word.text for word in content_words(topic, "", tokenizer)]
    return topic in text or (bool(words) and all(_stands(text, word) for word in words))


def _stands(text: str, word: str) -> bool:
    alike = (one.word for one in synonyms(word) if one.weight >= _ALIKE)
    return word in text or any(one in text for one in alike)
