"""Judged questions -> a file of what is answered, to be held against that of another version.

    python -m benchmarks.same_answers FOLDER=QUESTIONS … [--measured FOLDER=QUESTIONS] \
        [--write FILE] [--against FILE]

A change that moves code must answer the same. Each line of FILE tells of one question the
outcome, what is cited (document, start, end), a hash of the text and whether it is right;
`--against` lists what became different. Of a `--measured` set only hashes are kept and only
counts are told: its questions are there to be measured with, not to be read.
"""

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.answers import HeldShelf, answering
from chatbot.answering.answer import Answer
from chatbot.answering.pipeline import Answerer
from chatbot.answering.understanding.question import Question
from chatbot.evaluation.judged import read_questions
from chatbot.evaluation.measures import Judged, judge_all, measure
from chatbot.told.questions_told import OUTCOMES
from chatbot.told.trace_told import trace_told
from index.build import build_shelf
from index.generation import Generation
from index.intake.shelf import read_shelf

_SHOWN = (
    "explained_alike",
    *("questions", "right_answerable", "helped", "shown_right", "refused_though_answerable"),
    *("false_answers", "quoted_chars_median", "ms_median", "ms_p95", "by_register"),
)


@dataclass(frozen=True, slots=True)
class Kept:
    """What one question was answered with: outcome and spans, or a hash of them, and its text."""

    name: str
    cited: str
    text: str
    right: bool
    measured: bool


def main() -> None:
    options = _options()
    kept: dict[str, Kept] = {}
    for pairs, measured in ((options.pairs, False), (options.measured, True)):
        for pair in pairs:
            kept |= {one.name: one for one in _answers(pair, measured=measured)}
    if options.write:
        lines = (json.dumps(asdict(one), ensure_ascii=False) + "\n" for one in kept.values())
        options.write.write_text("".join(lines), encoding="utf-8")
    if options.against:
        lines = options.against.read_text(encoding="utf-8").splitlines()
        _compare({one.name: one for one in (Kept(**json.loads(line)) for line in lines)}, kept)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.same_answers")
    parser.add_argument("pairs", nargs="*", help="FOLDER=QUESTIONS")
    parser.add_argument("--measured", nargs="*", default=[], help="FOLDER=QUESTIONS, not read")
    parser.add_argument("--write", type=Path)
    parser.add_argument("--against", type=Path)
    return parser.parse_args()


def _answers(pair: str, *, measured: bool) -> Iterator[Kept]:
    folder, _, file = pair.partition("=")
    generation, faults = build_shelf(read_shelf(Path(folder)))
    for fault in faults:
        _write(fault.told)
    generation.tokenizer.warm_up()
    judged = judge_all(read_questions(Path(file)), answering(generation))
    measures = measure(judged) | {"explained_alike": _explained(judged, generation)}
    _write(f"{file}\n    " + "\n    ".join(f"{name:28}{measures[name]}" for name in _SHOWN))
    name = "/".join(Path(file).with_suffix("").parts[-2:])  # several files are called questions
    yield from (_kept(name, one, measured=measured) for one in judged)


def _explained(judged: list[Judged], generation: Generation) -> str:
    """How many explanations end as their answers do, asked once more."""
    answerer, alike = Answerer(HeldShelf(generation)), 0
    for one in judged:
        *history, asked = one.question.turns
        trace = answerer.trace(Question(asked, tuple(history)))
        *_, told = trace_told(trace)
        alike += told == f"结果：{OUTCOMES[one.answer.outcome]}" and trace.answer == one.answer
    return f"{alike}/{len(judged)}"


def _kept(questions: str, one: Judged, *, measured: bool) -> Kept:
    cited, text = _cited(one.answer), _hash(one.answer.text)
    return Kept(
        f"{questions}/{one.question.id}",
        _hash(cited) if measured else cited,
        text,
        one.right,
        measured,
    )


def _cited(answer: Answer) -> str:
    spans = (f"{c.document.id}:{c.span.start}-{c.span.end}" for c in answer.citations)
    return " ".join((answer.outcome.value, *spans))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _compare(before: dict[str, Kept], after: dict[str, Kept]) -> None:
    """Counts for each set; of those that may be read, each question that became different."""
    counted: Counter[tuple[str, str]] = Counter()
    for name in before.keys() & after.keys():
        old, new = before[name], after[name]
        group = name.partition("/")[0]
        for what in _differences(old, new):
            counted[group, what] += 1
        if old.cited != new.cited and not new.measured:
            _write(f"{name}: {old.cited} ({old.right}) -> {new.cited} ({new.right})")
    for (group, what), times in sorted(counted.items()):
        _write(f"{group:28}{what:24}{times}")


def _differences(old: Kept, new: Kept) -> Iterable[str]:
    yield "asked"
    if old.cited != new.cited:
        yield "cited otherwise"
    if old.text != new.text:
        yield "told otherwise"
    if old.right:
        yield "right before"
    if new.right:
        yield "right after"
    if old.right and not new.right:
        yield "no longer right"


def _write(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
