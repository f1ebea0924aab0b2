"""Judged questions and a shelf -> candidates that answer, and some that must not be shown.

Each question is put to the shelf, and again to the shelf without the document that answers it:
what is then found is a wrong answer of just the kind that a person might be given.
"""

import re
from collections.abc import Iterable, Iterator

from chatbot.answering.answer import Answer, Outcome
from chatbot.answering.candidate import Candidate
from chatbot.answering.choosing.attempting import best_attempt
from chatbot.answering.citing import Citation
from chatbot.answering.completing import heading_questions
from chatbot.answering.evidence.likelihood import Weighed
from chatbot.answering.parts import Quote, numbers
from chatbot.answering.understanding.kinds import Kind
from chatbot.answering.understanding.question import Question, understand
from chatbot.answering.weights import weights
from chatbot.evaluation.fitting import Example
from chatbot.evaluation.judged import JudgedQuestion
from chatbot.evaluation.judging import is_document, is_right
from index.build import build_generation
from index.generation import Generation

_DEEPEST = 2  # level of a heading that a question is made of
_A_DOCUMENT = 3  # questions on headings, at least so many where there are


def examples(generation: Generation, questions: Iterable[JudgedQuestion]) -> Iterator[Example]:
    """The examples of a shelf, those without the answering document after the others."""
    asked = tuple(questions)
    yield from _examples(generation, asked)
    for document in generation.documents:
        rest = tuple(other for other in generation.documents if other is not document)
        answered_there = tuple(one for one in asked if is_document(one.document, document))
        if rest and answered_there:
            without = build_generation(rest, cache_folder=generation.cache_folder)
            yield from _examples(without, answered_there, answerable=False)


def _examples(
    generation: Generation, questions: tuple[JudgedQuestion, ...], *, answerable: bool = True
) -> Iterator[Example]:
    for judged in questions:
        question = Question(judged.turns[-1], judged.turns[:-1])
        understood = understand(question, generation.tokenizer)
        if understood.kind in {Kind.SMALL_TALK, Kind.METADATA} or not understood.words:
            continue  # the gate is not asked
        best = best_attempt(question, generation)
        if best.best is None or _is_ruled_out(best.best):
            continue
        can = answerable and judged.answerable
        right = can and is_right(judged, _shown(best.best.candidate))
        yield Example(judged.turns[-1], _fitted(best.best), right, can)


def heading_examples(generation: Generation) -> Iterator[Example]:
    """A few short questions of each document, one on a heading: right when its section answers."""
    for document in generation.documents:
        sections = generation.sections(document.id)
        asked = tuple(heading_questions(document, sections, _DEEPEST))
        for text in asked[:: max(1, len(asked) // _A_DOCUMENT)]:
            best = best_attempt(Question(text), generation)
            if best.best is None or _is_ruled_out(best.best):
                continue
            candidate = best.best.candidate
            headings = "".join(candidate.section.path)
            right = candidate.document is document and _subject(text) in headings
            yield Example(text, _fitted(best.best), right, answerable=True)


def _subject(question: str) -> str:
    """The heading that a heading's question was made from."""
    return re.sub("^怎样|(有哪些|是什么|是怎么规定的)?？$", "", question)


def _is_ruled_out(best: Weighed) -> bool:
    """Whether a fixed rule decides alone: no fitted weight has anything to say."""
    constant = weights("answer")["constant"]
    fixed = weights("fixed").items()
    return any(weighs < constant and best.evidence.get(name) for name, weighs in fixed)


def _fitted(best: Weighed) -> dict[str, float]:
    """The evidence whose weights are fitted; what is fixed would only tell of itself."""
    return {name: best.evidence[name] for name in weights("answer") if name in best.evidence}


def _shown(candidate: Candidate) -> Answer:
    """The candidate as the answer it would be."""
    text = candidate.document.text
    citations = tuple(
        Citation(number, candidate.document, candidate.section.path, span, span.cut(text))
        for number, span in enumerate(candidate.quoted, 1)
    )
    return Answer("", Outcome.ANSWERED, (Quote(numbers(citations)),), "", citations)
