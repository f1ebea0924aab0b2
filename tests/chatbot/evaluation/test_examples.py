"""Each question gives an example to learn from, and two more as if nothing answered it."""

from pathlib import Path

import numpy as np
import pytest

from chatbot.evaluation.examples import Example, examples, rule_names, without_answers
from chatbot.evaluation.judged import JudgedQuestion
from index.build import build_generation
from index.generation import Generation
from tests.index.written import plan

BURIAL = """云山市公墓管理办法
一、收费
公益性公墓每格收费不超过三千元。公墓收费应当公示。
二、监督
市民政局每年检查公墓两次。
三、公墓服务
公墓的骨灰存放每年收费一百元。"""
HOMES = """云山市养老机构管理办法
一、收费
养老机构每月收费不超过两千元。养老机构收费应当公示。
二、检查
养老机构每年开展两次消防演练，不得收费。"""
ASKED, EVIDENCE = "公益性公墓每格收费多少元？", "公益性公墓每格收费不超过三千元。"


@pytest.fixture(scope="module")
def shelf(built: Path) -> Generation:
    documents = (
        plan(BURIAL, "云山市公墓管理办法", "burial"),
        plan(HOMES, "云山市养老机构管理办法", "homes"),
    )
    return build_generation(documents, cache_folder=built / "cache")


def judged(text: str, *evidence: str) -> JudgedQuestion:
    document = "burial" if evidence else ""
    return JudgedQuestion(text, "amount", (text,), bool(evidence), document, evidence)


def of(shelf: Generation, question: JudgedQuestion) -> list[Example]:
    return list(examples("shelf", shelf, (question,)))


@pytest.fixture
def answered(shelf: Generation) -> Example:
    (found,) = of(shelf, judged(ASKED, EVIDENCE))
    return found


def test_a_question_gives_all_its_candidates_with_all_measures(answered: Example) -> None:
    several = len(answered.answers)
    assert several > 3
    assert answered.measures.shape == (several, len(rule_names()))
    assert answered.documents.shape == answered.places.shape == (several,)
    assert (answered.shelf, answered.asked, answered.counts) == ("shelf", ASKED, 1)


def test_what_answers_is_told_from_its_neighbours_and_has_more_of_the_question(
    answered: Example,
) -> None:
    assert answered.answerable
    assert answered.answers.any() and not answered.answers.all()
    assert len(set(answered.documents[answered.answers].tolist())) == 1
    assert len(set(answered.documents.tolist())) == 2
    own = answered.measures[:, rule_names().index("several")]
    assert own[answered.answers].max() > own[~answered.answers].max()


def test_what_is_shown_as_the_same_words_is_one_place(answered: Example) -> None:
    """The sentence that answers is shown with its paragraph, as is the one beside it."""
    one = answered.places[answered.answers]
    assert len(set(one.tolist())) == 1
    assert 1 < len(set(answered.places.tolist())) <= len(answered.places)


def test_without_the_evidence_nothing_answers_though_the_question_can_be(
    shelf: Generation,
) -> None:
    (found,) = of(shelf, judged(ASKED, "另有规定的除外。"))
    assert found.answerable
    assert not found.answers.any()


def test_a_question_that_nothing_answers_has_candidates_that_do_not(shelf: Generation) -> None:
    (found,) = of(shelf, judged("养老机构每年组织几次旅游？"))
    assert not found.answerable
    assert len(found.answers) and not found.answers.any()


@pytest.mark.parametrize(
    "text", ["你好", "公墓管理办法什么时候施行？", "北京的公墓收费多少？", "骆驼？"]
)
def test_what_no_candidate_is_weighed_for_gives_no_example(shelf: Generation, text: str) -> None:
    assert of(shelf, judged(text, EVIDENCE)) == []


def test_an_answered_question_is_put_without_the_document_and_without_the_words(
    answered: Example,
) -> None:
    no_document, no_words = without_answers(answered)
    (there,) = set(answered.documents[answered.answers].tolist())
    assert (no_document.measures == answered.measures[answered.documents != there]).all()
    assert (no_words.measures == answered.measures[~answered.answers]).all()
    assert there not in no_document.documents
    assert there in no_words.documents
    for made in (no_document, no_words):
        assert not made.answerable
        assert not made.answers.any()
        assert len(made.answers) == len(made.documents) == len(made.places) == len(made.measures)
    assert 1 > no_document.counts > no_words.counts > 0


def test_what_nothing_answered_is_put_no_other_way(shelf: Generation) -> None:
    (found,) = of(shelf, judged("养老机构每年组织几次旅游？"))
    assert list(without_answers(found)) == []


@pytest.mark.parametrize(("others", "made"), [(2, 0), (3, 2)])
def test_too_few_candidates_left_are_no_example(others: int, made: int) -> None:
    several = 1 + others
    example = Example(
        "shelf",
        ASKED,
        np.zeros((several, len(rule_names()))),
        np.arange(several) == 0,
        np.arange(several),
        np.arange(several),
        answerable=True,
    )
    assert len(list(without_answers(example))) == made
