"""Judged questions and a shelf -> drafts that answer, and drafts that must not be shown.

Each question is put to the shelf, and again to the shelf without the document that answers it:
what is then found is a wrong answer of just the kind that a person might be given.
"""

import re
from collections.abc import Iterable, Iterator

from chatbot.answering.answer import Answer, Outcome
from chatbot.answering.candidate import Draft
from chatbot.answering.choosing.attempting import best_attempt
from chatbot.answering.citation import Citation
from chatbot.answering.completing import heading_questions
from chatbot.answering.evidence.ranking import features
from chatbot.answering.parts import Quote
from chatbot.answering.understanding.question import Kind, Question, understand
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
        if best.draft is None or best.found.regions:
            continue
        can = answerable and judged.answerable
        right = can and is_right(judged, _shown(best.draft))
        evidence = features(best.understood, best.found, best.draft)
        yield Example(judged.turns[-1], evidence, right, can)


def heading_examples(generation: Generation) -> Iterator[Example]:
    """A few short questions of each document, one on a heading: right when its section answers."""
    for document in generation.documents:
        sections = generation.sections(document.id)
        asked = tuple(heading_questions(document, sections, _DEEPEST))
        for text in asked[:: max(1, len(asked) // _A_DOCUMENT)]:
            best = best_attempt(Question(text), generation)
            if best.draft is None or best.found.regions:
                continue
            headings = "".join(best.draft.section.path)
            right = best.draft.document is document and _subject(text) in headings
            evidence = features(best.understood, best.found, best.draft)
            yield Example(text, evidence, right, answerable=True)


def _subject(question: str) -> str:
    """The heading that a heading's question was made from."""
    return re.sub("^怎样|(有哪些|是什么|是怎么规定的)?？$", "", question)


def _shown(draft: Draft) -> Answer:
    """The draft as the answer it would be."""
    spans = (draft.intro, *draft.spans) if draft.intro else draft.spans
    text = draft.document.text
    citations = tuple(
        Citation(number, draft.document, draft.section.path, span, span.cut(text))
        for number, span in enumerate(spans, 1)
    )
    numbers = tuple(citation.number for citation in citations)
    return Answer("", Outcome.ANSWERED, (Quote(numbers),), "", citations)
