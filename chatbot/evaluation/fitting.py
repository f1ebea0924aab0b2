"""Examples -> the weights of the rules, and what they are worth on shelves they have not seen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from chatbot.answering.weights import weights
from chatbot.evaluation.examples import Example, rule_names, without_answers
from index.errors import PlanError

_RIDGE = 10.0  # pulls the weights of little evidence towards zero
_STEPS, _RATE, _MOMENTUM, _SPREAD, _TINY = 300, 0.03, 0.9, 0.999, 1e-8
_SAMPLES = 12  # of the questions, drawn with replacement

Floats = NDArray[np.float64]


class NothingToFit(PlanError):
    """The examples are all answered or all unanswerable: nothing tells them apart."""


@dataclass(frozen=True, slots=True)
class Fit:
    """The strength of “nothing answers” and a weight for each rule of [rules] in weights.toml."""

    constant: float
    weights: Mapping[str, float]

    def likely(self, example: Example) -> Floats:
        """How likely each candidate answers, 0 to 1; what is left to 1 is that none does."""
        weighing = {**weights("fixed"), **self.weights}
        strength = example.measures @ np.array([weighing[name] for name in rule_names()])
        most = max(float(strength.max()), self.constant)
        each = np.exp(strength - most)
        likely: Floats = each / (each.sum() + np.exp(self.constant - most))
        return likely


@dataclass(frozen=True, slots=True)
class Worth:
    """What weights are worth on some examples: shares, 0 to 1, at the threshold *sure*.

    `chosen`: of the answerable, what answers is the likeliest; `right`: and sure; `shown_right`: of
    what is sure; `false_answers`: of the unanswerable, something is sure.
    """

    chosen: float
    right: float
    shown_right: float
    false_answers: float


def fit(examples: Sequence[Example]) -> Fit:
    """The weights that make what answers likeliest, by Adam (Kingma & Ba 2015) on all examples.

    Minimises minus the log-likelihood of the conditional logit with “nothing answers” as one more
    choice, plus a ridge on the standardised weights. Raises NothingToFit unless there are examples
    that are answered and examples that are not.
    """
    made = [*examples, *(one for each in examples for one in without_answers(each))]
    if len({bool(example.answers.any()) for example in made}) < 2:  # noqa: PLR2004  both kinds
        raise NothingToFit("标注问题太少：要既有答得出的，也有答不出的；请补充标注问题。")
    names = [name for name in rule_names() if name in weights("rules")]
    problem = _Problem.of(made, names)
    theta = moment = spread = np.zeros(len(names) + 1)
    for step in range(1, _STEPS + 1):
        slope = problem.slope(theta)
        moment = _MOMENTUM * moment + (1 - _MOMENTUM) * slope
        spread = _SPREAD * spread + (1 - _SPREAD) * slope**2
        pace = np.sqrt(spread / (1 - _SPREAD**step)) + _TINY
        theta = theta - _RATE * moment / (1 - _MOMENTUM**step) / pace
    each = (theta[:-1] / problem.scale).tolist()
    return Fit(float(theta[-1]), dict(zip(names, each, strict=True)))


@dataclass(frozen=True, slots=True)
class _Problem:
    """All candidates of all examples, one below another; `first` is where each example begins."""

    measures: Floats
    fixed: Floats
    answers: NDArray[np.bool_]
    first: NDArray[np.int64]
    lengths: NDArray[np.int64]
    counts: Floats
    scale: Floats

    @classmethod
    def of(cls, examples: Sequence[Example], names: Sequence[str]) -> "_Problem":
        every = np.concatenate([example.measures for example in examples])
        columns = {name: place for place, name in enumerate(rule_names())}
        fitted = every[:, [columns[name] for name in names]]
        fixed = sum(
            (weighs * every[:, columns[name]] for name, weighs in weights("fixed").items()),
            np.zeros(len(every)),
        )
        lengths = np.array([len(example.answers) for example in examples])
        deviation = fitted.std(0)
        scale = np.where(deviation > _TINY, deviation, 1 / _TINY)
        return cls(
            fitted / scale,
            fixed,
            np.concatenate([example.answers for example in examples]),
            np.concatenate([[0], np.cumsum(lengths)[:-1]]),
            lengths,
            np.array([example.counts for example in examples]),
            scale,
        )

    def slope(self, theta: Floats) -> Floats:
        """The gradient; the last of `theta` is the strength that nothing answers."""
        strength, nothing = self.measures @ theta[:-1] + self.fixed, theta[-1]
        most = np.maximum(np.maximum.reduceat(strength, self.first), nothing)
        each = np.exp(strength - np.repeat(most, self.lengths))
        none = np.exp(nothing - most)
        total = np.add.reduceat(each, self.first) + none
        error = each / np.repeat(total, self.lengths) - self._wanted(strength)
        of_none = none / total - ~self._answered
        counted = error * np.repeat(self.counts, self.lengths)
        slopes = (*(self.measures.T @ counted + _RIDGE * theta[:-1]), of_none @ self.counts)
        return np.array(slopes)

    @property
    def _answered(self) -> NDArray[np.bool_]:
        answered: NDArray[np.bool_] = np.logical_or.reduceat(self.answers, self.first)
        return answered

    def _wanted(self, strength: Floats) -> Floats:
        """The share of each candidate in those that answer; of its own kind, however unlikely."""
        right = np.where(self.answers, strength, -np.inf)
        most = np.where(self._answered, np.maximum.reduceat(right, self.first), 0.0)
        each = np.exp(right - np.repeat(most, self.lengths))
        total = np.where(self._answered, np.add.reduceat(each, self.first), 1.0)
        wanted: Floats = each / np.repeat(total, self.lengths)
        return wanted


def spreads(examples: Sequence[Example]) -> dict[str, float]:
    """The standard deviation of each weight over samples of the questions (Efron 1979)."""
    chance = np.random.default_rng(1)
    fits = [
        fit([examples[place] for place in chance.integers(0, len(examples), len(examples))])
        for _ in range(_SAMPLES)
    ]
    return {name: float(np.std([one.weights[name] for one in fits])) for name in fits[0].weights}


def effect(fitted: Fit, examples: Sequence[Example]) -> dict[str, float]:
    """How far each rule moves candidates of one question apart: its weight times its spread."""
    columns = {name: place for place, name in enumerate(rule_names())}
    within = np.mean([example.measures.std(0) for example in examples], axis=0)
    return {
        name: abs(weighs) * float(within[columns[name]]) for name, weighs in fitted.weights.items()
    }


def worth(fitted: Fit, examples: Sequence[Example]) -> Worth:
    """What weights are worth on these examples."""
    sure = weights("grades")["sure"]
    chosen, shown, answerable = list[bool](), list[bool](), list[bool]()
    for example in examples:
        likely = fitted.likely(example)
        best = int(likely.argmax())
        together = float(likely[example.places == example.places[best]].sum())
        chosen.append(bool(example.answers[best]))
        shown.append(together >= sure)
        answerable.append(example.answerable)
    right = [one and is_shown for one, is_shown in zip(chosen, shown, strict=True)]
    false = [is_shown and not can for is_shown, can in zip(shown, answerable, strict=True)]
    can_be = max(1, sum(answerable))
    return Worth(
        sum(chosen) / can_be,
        sum(right) / can_be,
        sum(right) / max(1, sum(shown)),
        sum(false) / max(1, len(answerable) - sum(answerable)),
    )
