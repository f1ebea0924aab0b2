"""Judged questions and a shelf -> examples: all candidates of a question, and which of them answer.

Each question is also put as if the document that answers were not on the shelf, and as if only the
words that answer did not stand there: what is then left is just the kind of wrong answer that a
person might be given.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from chatbot.answering.answer import Answer, Outcome
from chatbot.answering.candidate import Candidate
from chatbot.answering.choosing.attempting import best_attempt
from chatbot.answering.choosing.choose import candidates, completed
from chatbot.answering.citing import Citation
from chatbot.answering.evidence.likelihood import evidence_for
from chatbot.answering.evidence.rules import RULES
from chatbot.answering.parts import Quote, numbers
from chatbot.answering.understanding.kinds import Kind
from chatbot.answering.understanding.question import Question
from chatbot.evaluation.judged import JudgedQuestion
from chatbot.evaluation.judging import is_right
from index.generation import Generation

_WITHOUT_DOCUMENT, _WITHOUT_ANSWER = 0.6, 0.1  # how much an example made so counts
_FEWEST = 3  # candidates


@dataclass(frozen=True, slots=True)
class Example:
    """One question: a row of measures for each candidate, in the order of RULES.

    `answers` tells which candidates answer, `documents` in which document each stands (by number),
    `places` which quote the same words when shown. `counts` is its weight in a fit.
    """

    shelf: str
    asked: str
    measures: NDArray[np.float64]
    answers: NDArray[np.bool_]
    documents: NDArray[np.int64]
    places: NDArray[np.int64]
    answerable: bool
    counts: float = 1.0


def examples(
    shelf: str, generation: Generation, questions: Iterable[JudgedQuestion]
) -> Iterator[Example]:
    """An example of each question that candidates are weighed for."""
    for judged in questions:
        attempt = best_attempt(Question(judged.turns[-1], judged.turns[:-1]), generation)
        understood, found = attempt.understood, attempt.found
        if understood.kind in {Kind.SMALL_TALK, Kind.METADATA} or found.regions:
            continue
        each = list(candidates(understood, found, generation))
        shown = [completed(understood, found, candidate, generation) for candidate in each]
        if not each:
            continue
        yield Example(
            shelf,
            judged.turns[-1],
            np.array(
                [list(evidence_for(understood, found, candidate).values()) for candidate in each]
            ),
            np.array([judged.answerable and is_right(judged, _answer(one)) for one in shown]),
            _numbered(candidate.document.id for candidate in each),
            _numbered((one.document.id, one.spans[0].start) for one in shown),
            judged.answerable,
        )


def without_answers(example: Example) -> Iterator[Example]:
    """The example without the document that answers, and without the words that do."""
    if not example.answers.any():
        return
    there = np.isin(example.documents, example.documents[example.answers])
    for left, counts in ((~there, _WITHOUT_DOCUMENT), (~example.answers, _WITHOUT_ANSWER)):
        if left.sum() >= _FEWEST:
            yield replace(
                example,
                measures=example.measures[left],
                answers=example.answers[left],
                documents=example.documents[left],
                places=example.places[left],
                answerable=False,
                counts=counts,
            )


def rule_names() -> list[str]:
    """The names of the measures of an example, in their order."""
    return [rule.name for rule in RULES]


def _numbered(keys: Iterable[object]) -> NDArray[np.int64]:
    known: dict[object, int] = {}
    return np.array([known.setdefault(key, len(known)) for key in keys])


def _answer(candidate: Candidate) -> Answer:
    """The candidate as the answer it would be."""
    text = candidate.document.text
    citations = tuple(
        Citation(number, candidate.document, candidate.section.path, span, span.cut(text))
        for number, span in enumerate(candidate.quoted, 1)
    )
    return Answer("", Outcome.ANSWERED, (Quote(numbers(citations)),), "", citations)
