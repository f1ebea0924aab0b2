"""What is fitted to examples is the conditional logit that theory says it is."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.answering.weights import weight, weights
from chatbot.evaluation.examples import Example, rule_names, without_answers
from chatbot.evaluation.fitting import (
    _RIDGE,
    Fit,
    Floats,
    NothingToFit,
    _Problem,
    effect,
    fit,
    spreads,
    worth,
)

NAMES = [name for name in rule_names() if name in weights("rules")]
NO_WEIGHTS = dict.fromkeys(NAMES, 0.0)
SURE = weight("grades", "sure")


def example(
    *rows: dict[str, float], answers: int | None = None, answerable: bool = True, counts: float = 1
) -> Example:
    """An example of these measures, each candidate of a document and a place of its own."""
    measures = np.array([[row.get(name, 0.0) for name in rule_names()] for row in rows])
    places = np.arange(len(rows))
    can = answerable and answers is not None
    told = places == answers if can else np.zeros(len(rows), bool)
    return Example("shelf", "问", measures, told, places, places, answerable, counts)


def own(*measures: float, answers: int | None = None, counts: float = 1) -> Example:
    rows = [{"several": measure} for measure in measures]
    return example(*rows, answers=answers, answerable=answers is not None, counts=counts)


ANSWERED = [own(0.9, 0.3, answers=0), own(0.5, 0.4, 0.8, answers=2), own(0.2, 0.6, answers=0)]
REFUSED = [own(0.3, 0.2), own(0.5, 0.1, 0.4), own(0.7)]
BOTH = [*ANSWERED, *REFUSED]
MANY = 20 * [own(0.9, 0.3, 0.2, answers=0), own(0.4, 0.8, 0.3, answers=1), own(0.4, 0.3, 0.2)]


def loss(theta: Floats, scale: Floats, of: Sequence[Example]) -> float:
    """Minus the log-likelihood of what answers, or that nothing does, and the ridge."""
    weighing = weights("fixed") | dict(zip(NAMES, (theta[:-1] / scale).tolist(), strict=True))
    each = np.array([weighing[name] for name in rule_names()])
    total = _RIDGE / 2 * float((theta[:-1] ** 2).sum())
    for one in of:
        strengths = one.measures @ each
        right = strengths[one.answers] if one.answers.any() else theta[-1:]
        every = np.append(strengths, theta[-1])
        total += one.counts * float(np.logaddexp.reduce(every) - np.logaddexp.reduce(right))
    return total


def by_differences(theta: Floats, scale: Floats, of: Sequence[Example]) -> Floats:
    """The slope of the loss in each direction, by a small step to either side."""
    small = 1e-5
    steps = small * np.eye(len(theta))
    rises = [loss(theta + step, scale, of) - loss(theta - step, scale, of) for step in steps]
    return np.array(rises) / (2 * small)


measure = st.sampled_from([0.0, 0.25, 0.5, 1.0])
rows = st.lists(
    st.fixed_dictionaries({"several": measure, "form": measure}), min_size=1, max_size=4
)
some = st.lists(
    st.tuples(rows, st.booleans(), st.floats(0.1, 1)).map(
        lambda drawn: example(*drawn[0], answers=0 if drawn[1] else None, counts=drawn[2])
    ),
    min_size=1,
    max_size=5,
)


@given(some, st.integers(0, 1000))
def test_the_slope_is_that_of_the_loss(of: list[Example], chance: int) -> None:
    problem = _Problem.of(of, NAMES)
    theta = np.random.default_rng(chance).normal(scale=0.3, size=len(NAMES) + 1)
    expected = by_differences(theta, problem.scale, of)
    assert problem.slope(theta) == pytest.approx(expected, rel=1e-3, abs=1e-4)


def test_the_slope_holds_where_what_answers_is_all_but_ruled_out() -> None:
    """An answer taken for a scrap has a likelihood of almost nothing, and still pulls in full."""
    of = [example({"several": 0.2, "scrap": 1.0}, {"several": 0.9}, answers=0), own(0.3, 0.2)]
    problem, theta = _Problem.of(of, NAMES), np.zeros(len(NAMES) + 1)
    expected = by_differences(theta, problem.scale, of)
    assert problem.slope(theta) == pytest.approx(expected, rel=1e-3, abs=1e-4)


def test_no_step_away_from_the_fit_makes_the_loss_less() -> None:
    fitted, scale = fit(MANY), _Problem.of(made(MANY), NAMES).scale
    theta = np.array([fitted.weights[name] for name in NAMES] + [fitted.constant])
    theta[:-1] *= scale
    least = loss(theta, scale, made(MANY))
    for place in (NAMES.index("several"), len(NAMES)):
        for step in (-0.1, 0.1):
            elsewhere = theta + step * np.eye(len(theta))[place]
            assert loss(elsewhere, scale, made(MANY)) > least


def made(of: Sequence[Example]) -> list[Example]:
    """All that a fit learns from."""
    return [*of, *(one for each in of for one in without_answers(each))]


def test_the_likelihoods_of_candidates_leave_to_nothing_what_its_strength_says() -> None:
    fitted = Fit(1.5, NO_WEIGHTS | {"several": 2.0})
    likely = fitted.likely(own(1.0, 0.5))
    each = np.exp([2.0, 1.0, 1.5])
    assert likely == pytest.approx(each[:2] / each.sum())


def test_a_larger_weight_makes_what_has_more_of_it_likelier() -> None:
    of = own(0.9, 0.3)
    less, more = (Fit(1.0, NO_WEIGHTS | {"several": weighs}).likely(of) for weighs in (1.0, 3.0))
    assert more[0] > less[0]
    assert more[0] / more[1] > less[0] / less[1]


def test_what_is_known_without_fitting_weighs_in_every_fit() -> None:
    likely = Fit(0.0, NO_WEIGHTS).likely(example({"several": 1.0}, {"several": 1.0, "scrap": 1.0}))
    assert likely[1] < 0.001 < likely[0]


def test_a_fit_ranks_what_answers_first_and_refuses_what_cannot_be_answered() -> None:
    fitted = fit(MANY)
    assert fitted.weights["several"] > 0
    for one in MANY:
        likely = fitted.likely(one)
        if one.answers.any():
            assert one.answers[likely.argmax()]
            assert likely.max() >= SURE
        else:
            assert likely.max() < SURE


def test_a_rule_that_speaks_against_what_answers_gets_a_weight_below_zero() -> None:
    of = [example({"short": 0.0}, {"short": 1.0}, answers=0), example({"short": 1.0})] * 20
    assert fit(of).weights["short"] < 0


def test_rules_that_never_vary_get_no_weight() -> None:
    each = dict(fit(MANY).weights)
    assert each.keys() == set(NAMES)
    del each["several"]
    assert each == pytest.approx(dict.fromkeys(each, 0.0), abs=1e-6)


def test_the_order_of_the_examples_does_not_matter() -> None:
    one, other = fit(BOTH), fit(BOTH[::-1])
    assert one.constant == pytest.approx(other.constant)
    assert one.weights == pytest.approx(dict(other.weights))


def test_an_example_that_counts_half_is_as_good_as_half_as_many() -> None:
    halves = [replace(one, counts=0.5) for one in BOTH]
    one, other, twice = fit([*halves, *halves]), fit(BOTH), fit([*BOTH, *BOTH])
    assert one.weights["several"] == pytest.approx(other.weights["several"], rel=1e-3)
    assert twice.weights["several"] > 1.2 * other.weights["several"], "the ridge pulls less"


@pytest.mark.parametrize("of", [[], ANSWERED, REFUSED])
def test_without_both_answered_and_refused_examples_nothing_is_fitted(of: list[Example]) -> None:
    with pytest.raises(NothingToFit, match="标注问题"):
        fit(of)


def test_answered_questions_alone_are_enough_where_their_answers_can_be_left_out() -> None:
    answered = [own(0.9, 0.3, 0.2, 0.1, answers=0)] * 9
    assert fit(answered).weights["several"] > 0


def test_a_weight_spreads_as_the_samples_of_the_questions_do() -> None:
    spread = spreads([*BOTH, *MANY])
    assert spread.keys() == set(NAMES)
    assert spread["several"] > 0
    assert spread["form"] == pytest.approx(0, abs=1e-6)
    assert spreads([*BOTH, *MANY]) == spread, "the samples are drawn alike each time"


def test_a_rule_is_worth_its_weight_where_candidates_of_a_question_differ_in_it() -> None:
    fitted = Fit(0.0, NO_WEIGHTS | {"several": -2.0, "form": 5.0})
    of = [example({"several": 1.0, "form": 0.5}, {"several": 0.0, "form": 0.5})]
    effects = effect(fitted, of)
    assert effects["several"] == pytest.approx(1.0)
    assert effects["form"] == 0, "all have the same of it"


def test_worth_counts_what_is_chosen_what_is_sure_and_what_slips_through() -> None:
    fitted = Fit(0.0, NO_WEIGHTS | {"several": 20.0})
    right, unsure = own(1.0, 0.0, answers=0), own(*[0.0] * 9, answers=0)
    wrong, missed = own(1.0, 0.0, answers=1), example({"several": 1.0}, {"several": 0.0})
    false, refused = own(1.0, 0.0), own(*[0.0] * 9)
    told = worth(fitted, [right, unsure, wrong, missed, false, false, refused, refused])
    assert (told.chosen, told.right) == (2 / 4, 1 / 4)
    assert told.shown_right == 1 / 5
    assert told.false_answers == 2 / 4


def test_candidates_shown_as_the_same_words_are_sure_together() -> None:
    fitted = Fit(0.0, NO_WEIGHTS | {"several": 20.0})
    apart = own(1.0, 1.0, 1.0, 1.0, answers=0)
    rows = [{"several": 1.0}] * 4
    alike = Example(
        "shelf",
        "问",
        example(*rows).measures,
        apart.answers,
        apart.documents,
        np.zeros(4, np.int64),
        answerable=True,
    )
    assert (worth(fitted, [apart]).right, worth(fitted, [alike]).right) == (0, 1)
