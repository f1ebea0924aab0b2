"""Judged questions -> for how many of them what would answer is among the candidates.

`python -m benchmarks.candidates FOLDER=QUESTIONS…` counts by register: the answerable questions,
those whose evidence stands in one sentence or row that was found (of a row, with the row that names
its columns) or in what was answered, and those answered right. Only counts are told.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.answers import answering
from chatbot.answering.candidates.sentences import sentences_found
from chatbot.answering.looking.retrieving import retrieve
from chatbot.answering.understanding.question import Question, understand
from chatbot.evaluation.judged import JudgedQuestion, read_questions
from chatbot.evaluation.judging import fold, is_document, is_right
from index.build import build_shelf
from index.generation import Generation
from index.intake.shelf import read_shelf


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("pairs", nargs="+", metavar="FOLDER=QUESTIONS")
    for pair in parser.parse_args(arguments).pairs:
        folder, _, questions = pair.partition("=")
        for line in report(Path(folder), Path(questions)):
            sys.stdout.write(line + "\n")


def report(folder: Path, questions: Path) -> Iterator[str]:
    generation, _ = build_shelf(read_shelf(folder))
    ask = answering(generation)
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for judged in read_questions(questions):
        if not judged.answerable or not judged.evidence:
            continue
        right = is_right(judged, ask(judged.turns))
        counted = (1, right or is_found(judged, generation), right)
        for register in (judged.register or "-", "all"):
            counts[register] = [
                total + one for total, one in zip(counts[register], counted, strict=True)
            ]
    yield f"{'questions':>9}{'found':>8}{'right':>8}  register of {questions.name}"
    for register, (every, found, answered) in sorted(counts.items()):
        yield f"{every:9}{found / every:8.3f}{answered / every:8.3f}  {register}"


def is_found(judged: JudgedQuestion, generation: Generation) -> bool:
    """Whether one sentence or row holds all pieces of some evidence, in the right document."""
    question = Question(judged.turns[-1], judged.turns[:-1])
    understood = understand(question, generation.tokenizer)
    found = retrieve(understood, frozenset(), generation)
    candidates = [
        candidate
        for candidate in sentences_found(understood, found, generation)
        if is_document(judged.document, candidate.document)
    ]
    words = [
        fold("".join(span.cut(candidate.document.text) for span in candidate.quoted))
        for candidate in candidates
    ]
    return any(
        all(fold(piece) in said or said in fold(piece) for piece in evidence)
        for evidence in judged.alternatives
        for said in words
        if said
    )


if __name__ == "__main__":
    main()
