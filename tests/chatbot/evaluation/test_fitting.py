"""What is fitted to examples is the logistic regression that theory says it is."""

from collections.abc import Iterable, Sequence
from itertools import pairwise, product
from math import exp, log1p

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.evaluation.fitting import Example, Fit, NothingToFit, fit, trade_off

NOTHING = dict.fromkeys(("coverage", "margin", "form"), 0.0)
SIDES = [(0.05, False), (0.2, False), (0.3, True), (0.4, False), (0.6, True), (0.75, False)]
OVERLAPPING = [*SIDES, (0.9, True), (0.95, True)]


def example(coverage: float, answers: bool, *, answerable: bool = True) -> Example:
    return Example("问", NOTHING | {"coverage": coverage}, answers, answerable)


def examples(pairs: Iterable[tuple[float, bool]]) -> list[Example]:
    return [example(coverage, answers) for coverage, answers in pairs]


def loss(constant: float, weight: float, pairs: Sequence[tuple[float, bool]]) -> float:
    """Minus the log likelihood, and half the square of the weight but not of the constant."""
    scores = ((1 if answers else -1) * (constant + weight * x) for x, answers in pairs)
    return sum(log1p(exp(-score)) for score in scores) + weight**2 / 2


def by_brute_force(pairs: Sequence[tuple[float, bool]]) -> tuple[float, float]:
    """The constant and the weight of least loss, on ever finer grids around the best so far."""
    best, width = (0.0, 0.0), 8.0
    while width > 1e-5:
        steps = [width * step / 10 for step in range(-10, 11)]
        around = [(best[0] + one, best[1] + other) for one, other in product(steps, steps)]
        best = min(around, key=lambda point: loss(point[0], point[1], pairs))
        width *= 0.4
    return best


@pytest.mark.parametrize("pairs", [OVERLAPPING, SIDES, OVERLAPPING * 5])
def test_the_fit_is_the_solution_found_by_brute_force(pairs: list[tuple[float, bool]]) -> None:
    fitted = fit(examples(pairs))
    constant, weight = by_brute_force(pairs)
    assert fitted.constant == pytest.approx(constant, abs=1e-3)
    assert fitted.weights["coverage"] == pytest.approx(weight, abs=1e-3)


def test_rules_that_never_vary_get_no_weight() -> None:
    weights = dict(fit(examples(OVERLAPPING)).weights)
    assert set(weights) == set(NOTHING)
    del weights["coverage"]
    assert weights == pytest.approx(dict.fromkeys(weights, 0.0))


def test_examples_that_can_be_told_apart_are() -> None:
    apart = examples([(0.1, False), (0.2, False), (0.8, True), (0.9, True)] * 20)
    fitted = fit(apart)
    assert all((fitted.likely(one.evidence) > 0.5) is one.answers for one in apart)


def test_the_order_of_the_examples_does_not_matter() -> None:
    one, other = fit(examples(OVERLAPPING)), fit(examples(OVERLAPPING[::-1]))
    assert one.constant == pytest.approx(other.constant)
    assert one.weights == pytest.approx(dict(other.weights))


@pytest.mark.parametrize("answers", [(), (True, True, True), (False, False)])
def test_without_both_right_and_wrong_examples_nothing_is_fitted(answers: tuple[bool, ...]) -> None:
    with pytest.raises(NothingToFit, match="标注问题"):
        fit([example(0.5, answer) for answer in answers])


chances = st.floats(0, 1, allow_nan=False)
several = st.lists(
    st.builds(example, chances, st.booleans(), answerable=st.booleans()), max_size=20
)


@given(several, st.floats(-6, 6), st.floats(-6, 6))
def test_a_higher_threshold_never_shows_more(
    of: list[Example], constant: float, weight: float
) -> None:
    weights = NOTHING | {"coverage": weight}
    points = trade_off(Fit(constant, weights), of)
    assert [round(point.threshold, 2) for point in points] == [n / 20 for n in range(2, 19)]
    for lower, higher in pairwise(points):
        assert lower.kept >= higher.kept
        assert lower.wrong_shown >= higher.wrong_shown
        assert lower.false_answers >= higher.false_answers
    shares = [(one.kept, one.wrong_shown, one.false_answers) for one in points]
    assert all(0 <= share <= 1 for each in shares for share in each)


def test_the_curve_counts_what_is_kept_and_what_slips_through() -> None:
    fitted = Fit(0.0, NOTHING | {"coverage": 1.0})
    of = [
        example(1.0, True),
        example(0.0, True),
        example(1.0, False),
        example(1.0, False, answerable=False),
        example(0.0, False, answerable=False),
    ]
    (point,) = (one for one in trade_off(fitted, of) if one.threshold == 0.6)
    assert (point.kept, point.wrong_shown, point.false_answers) == (0.5, 1.0, 0.5)
