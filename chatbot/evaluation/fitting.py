"""Examples of candidates -> the weights that tell those that answer from those that do not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from chatbot.answering.evidence.likelihood import logistic
from index.errors import PlanError

_RIDGE = 1.0  # pulls the weights of little evidence towards zero
_STEPS = 50
_CLOSE = 1e-8


class NothingToFit(PlanError):
    """The examples are all right or all wrong: nothing tells them apart."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A constant and a weight for each rule of [answer] in weights.toml."""

    constant: float
    weights: Mapping[str, float]

    def likely(self, evidence: Mapping[str, float]) -> float:
        """How likely a candidate with this evidence answers, 0 to 1."""
        said = (weight * evidence[name] for name, weight in self.weights.items())
        return logistic(self.constant + sum(said))


@dataclass(frozen=True, slots=True)
class Example:
    """A candidate's evidence, and whether it answers; `asked` names the question."""

    asked: str
    evidence: Mapping[str, float]
    answers: bool
    answerable: bool


def fit(examples: Sequence[Example]) -> Fit:
    """The ridge-regularised logistic regression, by Newton's method (Bishop 2006, 4.3.3).

    Raises NothingToFit unless there are examples that answer and examples that do not.
    """
    if len({example.answers for example in examples}) < 2:  # noqa: PLR2004  right and wrong
        raise NothingToFit("标注问题太少：要既有答得对的，也有答不对的；请补充标注问题。")
    names = sorted(examples[0].evidence)
    inputs = np.array([(1.0, *(one.evidence[name] for name in names)) for one in examples])
    wanted = np.array([float(example.answers) for example in examples])
    ridge = np.diag([0.0] + [_RIDGE] * (inputs.shape[1] - 1))
    weights = np.zeros(inputs.shape[1])
    for _ in range(_STEPS):
        likely = _logistic(inputs @ weights)
        gradient = inputs.T @ (likely - wanted) + ridge @ weights
        curvature = (inputs * (likely * (1 - likely))[:, None]).T @ inputs + ridge
        step = np.linalg.solve(curvature, gradient)
        weights = weights - step
        if float(np.abs(step).max()) < _CLOSE:
            break
    constant, *each = (float(weight) for weight in weights)
    return Fit(constant, dict(zip(names, each, strict=True)))


@dataclass(frozen=True, slots=True)
class TradeOff:
    """What a threshold costs: right answers kept, wrong answers shown, false answers given.

    `false_answers` is the share of questions without an answer that would get one.
    """

    threshold: float
    kept: float
    wrong_shown: float
    false_answers: float


def trade_off(fitted: Fit, examples: Sequence[Example]) -> list[TradeOff]:
    """The curve over thresholds from 0.1 to 0.9."""
    likely = [fitted.likely(example.evidence) for example in examples]
    return [_at(threshold / 20, likely, examples) for threshold in range(2, 19)]


def _at(threshold: float, likely: list[float], examples: Sequence[Example]) -> TradeOff:
    def share(of: list[bool]) -> float:
        shown = [p >= threshold for p, chosen in zip(likely, of, strict=True) if chosen]
        return sum(shown) / max(1, len(shown))

    return TradeOff(
        threshold,
        share([example.answers for example in examples]),
        share([example.answerable and not example.answers for example in examples]),
        share([not example.answerable for example in examples]),
    )


def _logistic(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    likely: NDArray[np.float64] = 1 / (1 + np.exp(-scores))
    return likely
