"""Candidates -> how likely each answers: logistic(weights x evidence), and no other order."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import exp

from chatbot.answering.candidate import Candidate
from chatbot.answering.evidence.rules import Rule, rules_in
from chatbot.answering.looking.retrieving import Found
from chatbot.answering.understanding.question import Understood
from chatbot.answering.weights import weight

_Weighted = tuple[tuple[Rule, float], ...]


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
    rules = rules_in("choice", understood.kind)
    ahead = _most_ahead(rules)
    best: Contender | None = None
    for candidate in candidates:
        strength, evidence = 0.0, dict[str, float]()
        for (rule, weighs), most in zip(rules, ahead, strict=True):
            if best and strength + most <= best.strength:
                break
            measure = rule.measure(understood, found, candidate)
            evidence[rule.name] = measure
            strength += weighs * measure
        else:
            if best is None or strength > best.strength:
                best = Contender(candidate, evidence, strength)
    return best


def _most_ahead(rules: _Weighted) -> tuple[float, ...]:
    """For each rule, the most that it and those after it can add."""
    most, ahead = 0.0, list[float]()
    for _, weighs in reversed(rules):
        most += max(weighs, 0.0)
        ahead.append(most)
    return tuple(reversed(ahead))


def weighed(understood: Understood, found: Found, best: Contender, candidate: Candidate) -> Weighed:
    """How likely the strongest candidate answers, complete as it would be shown (`candidate`)."""
    evidence, total = dict[str, float](), weight("answer", "constant")
    for table in ("answer", "fixed"):
        for rule, weighs in rules_in(table, understood.kind):
            evidence[rule.name] = rule.measure(understood, found, candidate)
            total += weighs * evidence[rule.name]
    return Weighed(candidate, evidence, logistic(total), best.evidence)


def logistic(log_odds: float) -> float:
    """Log-odds as a likelihood, 0 to 1."""
    return 1 / (1 + exp(-log_odds))
