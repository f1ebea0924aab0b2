"""What tells whether a draft answers its question: a few numbers, each 0 to 1, each explainable."""

from dataclasses import astuple, dataclass, fields

from chatbot.answering.covering import found_in
from chatbot.answering.draft import Draft
from chatbot.answering.question import Understood
from chatbot.answering.retrieving import Found
from chatbot.answering.values import asks_for_value
from index.tokens import fold, without_question_phrases

_LONG = 8  # words of a question, characters in a row: more than these tell no more
_HARDLY = 0.3  # a word found less surely than this is not found


@dataclass(frozen=True, slots=True)
class Features:
    """The evidence for a draft.

    coverage: the question's words in the quote, its headings counted for less.
    anywhere: the same, headings and title counted in full.
    rarest: how surely the most telling word stands there.
    pairs: the share of neighbouring characters of the question that stand there.
    in_a_row: the longest stretch of the question that the quote holds.
    words: how many content words the question has.
    missing: the weight of the words that do not stand there at all.
    value: 1 when the question asks for a date, an amount, a body, and the quote holds one.
    """

    coverage: float
    anywhere: float
    rarest: float
    pairs: float
    in_a_row: float
    words: float
    missing: float
    value: float

    @classmethod
    def names(cls) -> tuple[str, ...]:
        return tuple(field.name for field in fields(cls))

    def vector(self) -> tuple[float, ...]:
        return astuple(self)


def features(understood: Understood, found: Found, draft: Draft) -> Features:
    """The evidence that a draft answers a question."""
    text = draft.document.text
    spans = (draft.intro, *draft.spans) if draft.intro else draft.spans
    quote = fold(" ".join(span.cut(text) for span in spans))
    around = fold(" ".join((quote, *draft.section.path, draft.document.title)))
    subject = "".join(without_question_phrases(understood.text).split())
    weighed = found.own_coverage.weighed
    total = sum(each.weight for each in weighed) or 1.0
    rarest = max(weighed, key=lambda each: each.weight, default=None)
    absent = (each.weight for each in weighed if found_in(each.word, around) < _HARDLY)
    return Features(
        coverage=min(draft.coverage, 1.0),
        anywhere=found.own_coverage.of(around),
        rarest=found_in(rarest.word, around) if rarest else 0.0,
        pairs=_share_of_pairs(subject, around),
        in_a_row=min(_longest_in_common(subject, quote), _LONG) / _LONG,
        words=min(len(weighed), _LONG) / _LONG,
        missing=sum(absent) / total,
        value=float(asks_for_value(understood)),
    )


def _share_of_pairs(subject: str, text: str) -> float:
    pairs = [subject[place : place + 2] for place in range(len(subject) - 1)]
    return sum(pair in text for pair in pairs) / len(pairs) if pairs else 0.0


def _longest_in_common(subject: str, text: str) -> int:
    longest = 0
    for start in range(len(subject)):
        while (end := start + longest + 1) <= len(subject) and subject[start:end] in text:
            longest += 1
    return longest
