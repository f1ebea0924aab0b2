"""Judged questions put to us and to a plain peer, side by side -> the table of `make evaluate`.

    python -m benchmarks.answers FOLDER=QUESTIONS …

Each FOLDER of plans is indexed as it would be served, each QUESTIONS file put to it. The peer is
what a small project would build: chunks of 200 characters, jieba words, rank_bm25's BM25Okapi,
the best chunk shown for whatever is asked.
"""

import sys
from collections.abc import Callable
from pathlib import Path

import jieba
from rank_bm25 import BM25Okapi

from chatbot.answering.answer import Answer, Outcome
from chatbot.answering.citing import Citation
from chatbot.answering.parts import Quote
from chatbot.answering.pipeline import Answerer
from chatbot.answering.understanding.question import Question
from chatbot.evaluation.judged import JudgedQuestion, read_questions
from chatbot.evaluation.measures import judge_all, measure
from index.build import build_shelf
from index.generation import Generation
from index.intake.documents import Document
from index.intake.shelf import read_shelf
from index.spans import Span

_CHUNK = 200  # characters
_VALUE_KINDS = frozenset({"fact", "who", "when", "amount"})
_SHOWN = (
    *("right", "right_answerable", "first_citation_right", "refused_though_answerable"),
    *("false_answers", "verbatim", "quoted_chars_median", "ms_median", "ms_p95"),
)

Ask = Callable[[tuple[str, ...]], Answer]


def main() -> None:
    for pair in sys.argv[1:]:
        folder, _, file = pair.partition("=")
        questions = read_questions(Path(file))
        generation, faults = build_shelf(read_shelf(Path(folder)))
        for fault in faults:
            _write(fault.told)
        generation.tokenizer.warm_up()
        ours = _measures(questions, answering(generation))
        peer = _measures(questions, _peer(generation.documents))
        _write(f"{len(questions)} questions, {len(generation.documents)} documents: {file}")
        _write(f"{'measure':28}{'ours':>10}{'peer':>10}")
        for name in ours:
            _write(f"{name:28}{ours[name]!s:>10}{peer[name]!s:>10}")
        _write("")


class HeldShelf:
    """A shelf that holds one generation in memory, for the Answerer."""

    def __init__(self, generation: Generation) -> None:
        self._generation = generation

    def current(self) -> Generation:
        return self._generation

    def text_now(self, generation: Generation, document_id: str) -> str:
        document = generation.document(document_id)
        assert document is not None  # noqa: S101  it was cited from this generation
        return document.text


def answering(generation: Generation) -> Ask:
    """Our answers from a generation held in memory, to the turns of a conversation."""
    answerer = Answerer(HeldShelf(generation))
    return lambda turns: answerer.answer(Question(turns[-1], turns[:-1]))


def _peer(documents: tuple[Document, ...]) -> Ask:
    chunks = [
        (document, Span(start, min(start + _CHUNK, len(document.text))))
        for document in documents
        for start in range(0, len(document.text), _CHUNK)
    ]
    index = BM25Okapi([jieba.lcut(span.cut(document.text)) for document, span in chunks])

    def ask(turns: tuple[str, ...]) -> Answer:
        scores = index.get_scores(jieba.lcut(turns[-1]))
        document, span = chunks[int(scores.argmax())]
        quote = span.cut(document.text)
        citation = Citation(1, document, (), span, quote)
        return Answer("", Outcome.ANSWERED, (Quote((1,)),), "", (citation,))

    return ask


def _measures(questions: tuple[JudgedQuestion, ...], ask: Ask) -> dict[str, object]:
    judged = judge_all(questions, ask)
    measures = measure(judged)
    values = [one for one in judged if one.question.kind in _VALUE_KINDS]
    shown = {name: measures[name] for name in _SHOWN}
    return shown | {"quoted_chars_median of values": measure(values)["quoted_chars_median"]}


def _write(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
