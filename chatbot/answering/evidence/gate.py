"""Whether a draft answers the question well enough to be shown as its answer."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp

from chatbot.answering.candidate import Draft
from chatbot.answering.evidence.ranking import Features, features
from chatbot.answering.looking.retrieving import Found
from chatbot.answering.understanding.question import Understood

COEFFICIENTS = files(__package__ or "").joinpath("weights.toml")


@dataclass(frozen=True, slots=True)
class Gate:
    """A logistic function of the features; it opens at `threshold`."""

    threshold: float
    constant: float
    weights: Mapping[str, float]

    def probability(self, evidence: Features) -> float:
        """How likely a draft with this evidence answers its question, 0 to 1."""
        score = self.constant + sum(
            self.weights.get(name, 0.0) * value
            for name, value in zip(Features.names(), evidence.vector(), strict=True)
        )
        return 1 / (1 + exp(-score))


@cache
def fitted_gate() -> Gate:
    """The gate as last fitted by `flask calibrate`."""
    values = tomllib.loads(COEFFICIENTS.read_text(encoding="utf-8"))
    return Gate(values["threshold"], values["constant"], values["weights"])


def likely(understood: Understood, found: Found, draft: Draft | None) -> float:
    """How likely a draft answers, 0 to 1; 0 when no plan covers the place that is asked of."""
    goes_on = understood.follows and not understood.ordinal
    if draft is None or found.regions or not (understood.words or goes_on):
        return 0.0
    return fitted_gate().probability(features(understood, found, draft))
