"""Judged questions put to us and to a plain peer, side by side -> the table of `make evaluate`.

    python -m benchmarks.answers FOLDER=QUESTIONS … --measured FOLDER=QUESTIONS … --blind …

Each FOLDER of plans is indexed as it would be served, each QUESTIONS file put to it. Sets that were
looked at, that are only measured and that nobody had seen stand in columns of their own: they must
not be mixed. Intervals hold 90 % of 1,000 samples of the documents (Efron 1979): questions on one
document are not independent. The peer is what a small project would build: chunks of 200
characters, jieba words, rank_bm25's BM25Okapi, the best chunk shown for whatever is asked.
"""

import argparse
import random
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import jieba
from rank_bm25 import BM25Okapi

from chatbot.answering.answer import Answer, Outcome
from chatbot.answering.citing import Citation
from chatbot.answering.parts import Quote
from chatbot.answering.pipeline import Answerer
from chatbot.answering.understanding.question import Question
from chatbot.evaluation.judged import read_questions
from chatbot.evaluation.measures import Judged, judge_all, measure
from index.build import build_shelf
from index.generation import Generation
from index.intake.documents import Document
from index.intake.shelf import read_shelf
from index.spans import Span

_CHUNK = 200  # characters
_VALUE_KINDS = frozenset({"fact", "who", "when", "amount"})
_SHARES = (
    *("right_answerable", "helped", "shown_right", "refused_though_answerable"),
    *("false_answers", "first_citation_right", "verbatim"),
)
_NUMBERS = ("quoted_chars_median", "ms_median", "ms_p95")
_SAMPLES, _TAIL = 1000, 0.05
_KINDS = {"pairs": "looked at", "measured": "measured only", "blind": "blind"}

Ask = Callable[[tuple[str, ...]], Answer]


@dataclass(frozen=True, slots=True)
class Column:
    """The answers to one set: ours, and those of the peer in the same run."""

    title: str
    ours: list[Judged]
    peer: list[Judged]


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("pairs", nargs="*", metavar="FOLDER=QUESTIONS")
    for kind in ("measured", "blind"):
        parser.add_argument(f"--{kind}", nargs="*", default=[], metavar="FOLDER=QUESTIONS")
    asked = vars(parser.parse_args(arguments))
    columns = [
        _column(f"{told}: {pair.rpartition('=')[2]}", pair)
        for kind, told in _KINDS.items()
        for pair in asked[kind]
    ]
    for column in columns:
        _tell(column)


def _column(title: str, pair: str) -> Column:
    folder, _, file = pair.partition("=")
    questions = read_questions(Path(file))
    generation, faults = build_shelf(read_shelf(Path(folder)))
    for fault in faults:
        _write(fault.told)
    generation.tokenizer.warm_up()
    ours = judge_all(questions, answering(generation))
    return Column(title, ours, judge_all(questions, _peer(generation.documents)))


def _tell(column: Column) -> None:
    """A table of one set: each measure with its interval, beside the peer; then by register."""
    ours, peer = measure(column.ours), measure(column.peer)
    _write(f"{column.title}  ({len(column.ours)} questions)")
    _write(f"{'measure':28}{'ours':>8}{'90 %':>16}{'peer':>10}")
    between = intervals(column.ours, _SHARES)
    for name in _SHARES:
        _write(f"{name:28}{ours[name]!s:>8}{_told(between[name]):>16}{peer[name]!s:>10}")
    for name in _NUMBERS:
        _write(f"{name:28}{ours[name]!s:>8}{'':16}{peer[name]!s:>10}")
    refused = [one for one in column.ours if one.answer.outcome is Outcome.NOT_FOUND]
    dead = sum(not (one.answer.suggestions or one.answer.related) for one in refused)
    _write(f"{'refusals without a way on':28}{dead:>8}{f'of {len(refused)}':>16}")
    values = [one for one in column.ours if one.question.kind in _VALUE_KINDS]
    _write(f"{'quoted_chars_median of values':28}{measure(values)['quoted_chars_median']!s:>7}")
    theirs = _by_register(column.peer)
    for register, judged in _by_register(column.ours).items():
        right = measure(judged)["right"]
        between = intervals(judged, ("right",))
        beside = measure(theirs[register])["right"]
        _write(f"  {register:26}{right!s:>8}{_told(between['right']):>16}{beside!s:>10}")
    _write("")


def intervals(judged: Sequence[Judged], names: Sequence[str]) -> dict[str, tuple[float, float]]:
    """The 90 % interval of each measure by drawing documents with replacement.

    What no document answers is drawn by itself, question by question.
    """
    answered: dict[str, list[Judged]] = defaultdict(list)
    for one in judged:
        if one.question.answerable:
            answered[one.question.document or one.question.id].append(one)
    documents = list(answered.values())
    others = [one for one in judged if not one.question.answerable]
    chance = random.Random(1)  # noqa: S311  no secret
    samples: dict[str, list[float]] = defaultdict(list)
    for _ in range(_SAMPLES):
        drawn = chance.choices(documents, k=len(documents)) if documents else []
        picked = [one for document in drawn for one in document]
        picked += chance.choices(others, k=len(others)) if others else []
        measures = measure(picked)
        for name in names:
            samples[name].append(float(str(measures[name])))
    cut = int(_TAIL * _SAMPLES)
    return {name: (sorted(all_)[cut], sorted(all_)[-cut - 1]) for name, all_ in samples.items()}


def _told(interval: tuple[float, float]) -> str:
    return f"{interval[0]:.2f} – {interval[1]:.2f}"


def _by_register(judged: Sequence[Judged]) -> dict[str, list[Judged]]:
    by: dict[str, list[Judged]] = defaultdict(list)
    for one in judged:
        if one.question.register:
            by[one.question.register].append(one)
    return dict(sorted(by.items()))


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


def _write(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
