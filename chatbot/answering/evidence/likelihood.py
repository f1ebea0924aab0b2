"""Candidates -> how likely each answers: logistic(weights x evidence), and no other order."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from math import exp, inf

from chatbot.answering.candidate import Candidate
from chatbot.answering.evidence.rules import Measure, rules_in
from chatbot.answering.looking.retrieving import Found
from chatbot.answering.understanding.kinds import Kind
from chatbot.answering.understanding.question import Understood
from chatbot.answering.weights import weight

_Step = tuple[Measure, float, float]  # of a rule: its weight, the most that is still to come


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate with its evidence (rule -> measure) and how likely it answers, 0 to 1.

    `choice` is the evidence by which it was chosen, of the words alone that won.
    """

    candidate: Candidate
    evidence: Mapping[str, float]
    likely: float
    choice: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Contender:
    """A candidate, its evidence for the choice, and the weight of that together (in log-odds)."""

    candidate: Candidate
    evidence: Mapping[str, float]
    strength: float


def strongest(
    understood: Understood, found: Found, candidates: Iterable[Candidate]
) -> Contender | None:
    """The candidate that no other beats in the evidence of the choice; of equals the first.

    A candidate that can no longer win is not read on: its rules are dearer from one to the next.
    """
    of_words, of_named = (_steps(understood.kind, is_named=named) for named in (False, True))
    best, most = None, -inf
    for candidate in candidates:
        strength = 0.0
        for measure, weighs, ahead in of_named if candidate.named else of_words:
            if strength + ahead <= most:
                break
            strength += weighs * measure(understood, found, candidate)
        else:
            if strength > most:
                best, most = candidate, strength
    if best is None:
        return None
    rules = rules_in("choice", understood.kind, is_named=bool(best.named))
    evidence = {rule.name: rule.measure(understood, found, best) for rule, _ in rules}
    return Contender(best, evidence, most)


@cache
def _steps(kind: Kind, *, is_named: bool) -> tuple[_Step, ...]:
    """The rules of the choice, each with its weight and the most that it and the rest can add."""
    ahead, steps = 0.0, list[_Step]()
    for rule, weighs in reversed(rules_in("choice", kind, is_named=is_named)):
        ahead += max(weighs, 0.0)
        steps.append((rule.measure, weighs, ahead))
    return tuple(reversed(steps))


def weighed(understood: Understood, found: Found, best: Contender, candidate: Candidate) -> Weighed:
    """How likely the strongest candidate answers, complete as it would be shown (`candidate`)."""
    evidence, total = dict[str, float](), weight("answer", "constant")
    for table in ("answer", "fixed"):
        for rule, weighs in rules_in(table, understood.kind, is_named=bool(candidate.named)):
            evidence[rule.name] = rule.measure(understood, found, candidate)
            total += weighs * evidence[rule.name]
    return Weighed(candidate, evidence, logistic(total), best.evidence)


def logistic(log_odds: float) -> float:
    """Log-odds as a likelihood, 0 to 1."""
    return 1 / (1 + exp(-log_odds))
