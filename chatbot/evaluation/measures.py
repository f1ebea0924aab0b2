"""Judged answers -> the measures of a run."""

import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from chatbot.answering.answer import Answer, Outcome
from chatbot.evaluation.judged import JudgedQuestion
from chatbot.evaluation.judging import first_citation_is_right, is_near, is_right

Ask = Callable[[tuple[str, ...]], Answer]


@dataclass(frozen=True, slots=True)
class Judged:
    """One question, how it was answered, whether that is right, and the seconds it took."""

    question: JudgedQuestion
    answer: Answer
    right: bool
    seconds: float


def judge_all(questions: Iterable[JudgedQuestion], ask: Ask) -> list[Judged]:
    """Ask every question and judge its answer."""
    judged: list[Judged] = []
    for question in questions:
        begun = time.perf_counter()
        answer = ask(question.turns)
        seconds = time.perf_counter() - begun
        judged.append(Judged(question, answer, is_right(question, answer), seconds))
    return judged


def measure(judged: list[Judged]) -> dict[str, object]:
    """The measures by name, in the order they are printed; shares are from 0 to 1."""
    evidenced = [j for j in judged if j.question.answerable and j.question.evidence]
    about_plans = [j for j in judged if j.question.kind != "smalltalk"]
    answerable = [j for j in about_plans if j.question.answerable]
    unanswerable = [j for j in about_plans if not j.question.answerable]
    citations = [citation for j in judged for citation in j.answer.citations]
    milliseconds = sorted(1000 * j.seconds for j in judged)
    return {
        "questions": len(judged),
        "right": _share([j.right for j in judged]),
        "right_answerable": _share([j.right for j in answerable]),
        "helped": _share([j.right or _is_helped(j) for j in answerable]),
        "shown_right": _share([j.right for j in judged if _answered(j)]),
        "first_citation_right": _share(
            [first_citation_is_right(j.question, j.answer) for j in evidenced]
        ),
        "refused_though_answerable": _share([not _answered(j) for j in evidenced]),
        "false_answers": _share([_answered(j) for j in unanswerable]),
        "verbatim": _share([c.span.cut(c.document.text) == c.quote for c in citations]),
        "quotes": len(citations),
        "quoted_chars_median": _median(
            [sum(len(c.quote) for c in j.answer.citations) for j in evidenced if _answered(j)]
        ),
        "ms_median": round(_median(milliseconds), 1),
        "ms_p95": round(milliseconds[int(0.95 * (len(milliseconds) - 1))], 1) if judged else 0,
        "by_kind": _by(judged, lambda question: question.kind),
        "by_register": _by(judged, lambda question: question.register),
    }


def _is_helped(judged: Judged) -> bool:
    """Whether the words that answer can be read below a refusal."""
    return not _answered(judged) and is_near(judged.question, judged.answer)


def _answered(judged: Judged) -> bool:
    return judged.answer.outcome is Outcome.ANSWERED


def _share(claims: list[bool]) -> float:
    return round(sum(claims) / max(1, len(claims)), 3)


def _median(numbers: list[float] | list[int]) -> float:
    return statistics.median(numbers) if numbers else 0


def _by(judged: list[Judged], name: Callable[[JudgedQuestion], str]) -> dict[str, str]:
    """How many are right of how many, by some name of the questions; those without one left out."""
    named: dict[str, list[bool]] = defaultdict(list)
    for one in judged:
        named[name(one.question)].append(one.right)
    return {each: f"{sum(right)}/{len(right)}" for each, right in sorted(named.items()) if each}
