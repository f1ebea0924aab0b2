"""Candidates -> how likely each answers, against all others and against that nothing does.

A conditional logit (McFadden 1974) whose last choice is “nothing answers”: the weights of the rules
add up to a candidate's strength in log-odds, the likelihoods of all candidates and of nothing to 1.
So one set of weights chooses and refuses, and can be fitted on questions of both kinds.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from math import exp

from chatbot.answering.candidate import Candidate
from chatbot.answering.evidence.rules import Measure, weighed_rules
from chatbot.answering.looking.retrieving import Found
from chatbot.answering.understanding.question import Understood
from chatbot.answering.weights import weight

_Step = tuple[Measure, float, float]  # of a rule: its weight, the most that is still to come
_HOPELESS = weight("limits", "hopeless")


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate, its strength in log-odds, and how likely it answers, 0 to 1."""

    candidate: Candidate
    strength: float
    likely: float


def ranked(
    understood: Understood, found: Found, candidates: Iterable[Candidate]
) -> tuple[Weighed, ...]:
    """The candidates, the likeliest first; of equals the one that comes first.

    What falls hopelessly short of the best so far is not read on: its rules are dearer from one to
    the next, and its likelihood is nothing.
    """
    strong: list[tuple[Candidate, float]] = []
    most = weight("nothing", "constant")
    for candidate in candidates:
        strength = 0.0
        for measure, weighs, ahead in _steps():
            if strength + ahead <= most - _HOPELESS:
                break
            strength += weighs * measure(understood, found, candidate)
        else:
            strong.append((candidate, strength))
            most = max(most, strength)
    total = exp(weight("nothing", "constant") - most) + sum(
        exp(strength - most) for _, strength in strong
    )
    strong.sort(key=lambda one: -one[1])
    return tuple(
        Weighed(candidate, strength, exp(strength - most) / total) for candidate, strength in strong
    )


def evidence_for(understood: Understood, found: Found, candidate: Candidate) -> Mapping[str, float]:
    """What each rule measures of a candidate, by the rule's name."""
    return {rule.name: rule.measure(understood, found, candidate) for rule, _ in weighed_rules()}


@cache
def _steps() -> tuple[_Step, ...]:
    """The rules, each with its weight and the most that it and the rest can add."""
    ahead, steps = 0.0, list[_Step]()
    for rule, weighs in reversed(weighed_rules()):
        ahead += max(weighs, 0.0)
        steps.append((rule.measure, weighs, ahead))
    return tuple(reversed(steps))
