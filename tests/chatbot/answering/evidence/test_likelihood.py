"""What says what is asked is likely enough to be shown, and its neighbours are not."""

from dataclasses import replace
from math import exp
from pathlib import Path

import pytest

from chatbot.answering.candidate import Candidate
from chatbot.answering.choosing.choose import candidates, choose
from chatbot.answering.evidence.likelihood import Weighed, evidence_for, ranked
from chatbot.answering.looking.retrieving import Found, retrieve
from chatbot.answering.understanding.kinds import Kind
from chatbot.answering.understanding.question import Question, Understood, understand
from chatbot.answering.weights import weight, weights
from chatbot.evaluation.judged import read_questions
from index.generation import Generation
from tests.chatbot.answering.brains import NOWHERE, Brain, brain

TEXT = """云山市殡葬服务管理办法
第一章 总则
第一条 为了规范殡葬服务，保护群众权益，制定本办法。
第二章 收费
第二条 基本殡葬服务实行政府定价，遗体接运每次收费二百元。
第三条 公益性公墓每格收费不超过三千元，由市发展改革部门核定。
第三章 监督
本办法所称殡葬服务，是指遗体接运、火化和骨灰安葬。
第四条 市民政局每年开展两次检查，结果于十二月三十一日前公布。"""
ASKED = ("遗体接运每次收费多少？", "公墓由谁核定？", "殡葬服务包括哪些？", "骨灰多少钱？")
NEAR, NOTHING = weight("grades", "near"), weight("nothing", "constant")
GOLD = Path(__file__).resolve().parents[3] / "gold" / "questions.jsonl"


@pytest.fixture(scope="module")
def funerals(tmp_path_factory: pytest.TempPathFactory, built: Path) -> Brain:
    return brain(tmp_path_factory.mktemp("gate"), built, TEXT)


def is_sure(asked: str, on: Brain) -> bool:
    best = on.weigh(asked)
    return best is not None and best.likely >= weight("grades", "sure")


def likely(understood: Understood, found: Found, on: Brain) -> float:
    best = choose(understood, found, on.generation)
    return best.likely if best else 0.0


def rivals(asked: str, on: Brain) -> tuple[Understood, Found, list[Candidate]]:
    understood, found = on.understand(asked), on.retrieve(asked)
    return understood, found, list(candidates(understood, found, on.generation))


def strength_of(understood: Understood, found: Found, candidate: Candidate) -> float:
    """All rules read to the end, whatever other candidates there are."""
    weighing = weights("rules") | weights("fixed")
    evidence = evidence_for(understood, found, candidate)
    return sum(weighing[name] * measure for name, measure in evidence.items())


@pytest.mark.parametrize(
    "asked",
    [
        "遗体接运每次收费多少？",
        "公益性公墓每格收费多少钱？",
        "公益性公墓的收费由谁核定？",
        "殡葬服务的检查结果什么时候公布？",
    ],
)
def test_what_the_plan_says_is_sure(asked: str, funerals: Brain) -> None:
    assert is_sure(asked, funerals)


@pytest.mark.parametrize(
    "asked",
    ["婚姻登记要带什么材料？", "低保标准是多少？", "幼儿园什么时候开学？", "养老机构由谁备案？"],
)
def test_what_it_does_not_say_is_not(asked: str, funerals: Brain) -> None:
    assert not is_sure(asked, funerals)


def test_nothing_is_likely_without_passages_or_words(funerals: Brain) -> None:
    asked = "遗体接运每次收费多少？"
    found = funerals.retrieve(asked)
    assert likely(funerals.understand(asked), replace(found, hits=()), funerals) == 0
    assert likely(Understood("多少", Kind.AMOUNT, ()), found, funerals) < NEAR


def test_nothing_is_likely_of_a_place_that_no_plan_covers(funerals: Brain) -> None:
    asked = "遗体接运每次收费多少？"
    elsewhere = replace(funerals.retrieve(asked), regions=("北京",))
    assert likely(funerals.understand(asked), elsewhere, funerals) < NEAR


@pytest.mark.parametrize("asked", ASKED)
def test_the_likelihoods_of_all_candidates_and_of_nothing_add_up_to_one(
    asked: str, funerals: Brain
) -> None:
    weighed = ranked(*rivals(asked, funerals))
    first = weighed[0]
    nothing = first.likely * exp(NOTHING - first.strength)
    assert sum(one.likely for one in weighed) + nothing == pytest.approx(1)
    assert 0 < nothing < 1
    order = [one.likely for one in weighed]
    assert order == sorted(order, reverse=True)


def test_an_added_rival_lowers_all_others_in_the_same_measure(funerals: Brain) -> None:
    understood, found, among = rivals("公益性公墓每格收费多少钱？", funerals)
    before = ranked(understood, found, among)
    rival = replace(before[0].candidate)
    after = ranked(understood, found, [*among, rival])
    others = [one.likely for one in after if one.candidate is not rival]
    shares = [now / then.likely for now, then in zip(others, before, strict=True)]
    assert max(shares) < 1
    assert min(shares) == pytest.approx(max(shares))


@pytest.mark.parametrize("asked", ASKED)
def test_the_strength_of_a_candidate_is_all_evidence_by_its_weight(
    asked: str, funerals: Brain
) -> None:
    understood, found, among = rivals(asked, funerals)
    for one in ranked(understood, found, among):
        assert one.strength == pytest.approx(strength_of(understood, found, one.candidate))


@pytest.mark.parametrize(
    ("named", "rule"), [("its own document", "preferred"), ("another", "not_preferred")]
)
def test_the_weight_of_a_rule_moves_what_it_measures(
    named: str, rule: str, funerals: Brain
) -> None:
    understood, found, among = rivals("遗体接运每次收费多少？", funerals)
    own = among[0].document.id
    moved = replace(found, preferred=frozenset({own if named == "its own document" else "x"}))
    plain, after = ranked(understood, found, among)[0], ranked(understood, moved, among)[0]
    weighs = weight("rules", rule)
    assert after.strength - plain.strength == pytest.approx(weighs)
    assert weighs != 0
    assert (after.likely > plain.likely) is (weighs > 0)


def test_of_two_equal_documents_the_one_that_the_question_means_is_likelier(
    tmp_path: Path, built: Path
) -> None:
    rule = "志愿者管理办法\n第一条 志愿者由团组织登记。"
    both = brain(tmp_path, built, f"云山市{rule}", f"青河县{rule}")
    understood, found, among = rivals("志愿者由谁登记？", both)
    for document in both.generation.documents:
        meant = replace(found, preferred=frozenset({document.id}))
        assert ranked(understood, meant, among)[0].candidate.document is document


def test_what_falls_hopelessly_short_has_no_likelihood_above_a_thousandth(
    served: Generation,
) -> None:
    dropped = 0
    for judged in read_questions(GOLD):
        understood = understand(Question(judged.turns[-1]), served.tokenizer)
        found = retrieve(understood, NOWHERE, served)
        among = list(candidates(understood, found, served))
        strengths = [strength_of(understood, found, one) for one in among]
        total = exp(NOTHING) + sum(map(exp, strengths))
        kept = {id(one.candidate): one for one in ranked(understood, found, among)}
        for candidate, strength in zip(among, strengths, strict=True):
            fully = exp(strength) / total
            if weighed := kept.get(id(candidate)):
                assert weighed.likely == pytest.approx(fully, abs=0.03), judged.turns
            else:
                assert fully < 0.001, (judged.turns, candidate.words)
                dropped += 1
    assert dropped, "something was not read to the end"


def test_every_measure_keeps_within_its_bounds(served: Generation) -> None:
    for judged in read_questions(GOLD):
        understood = understand(Question(judged.turns[-1]), served.tokenizer)
        found = retrieve(understood, NOWHERE, served)
        for candidate in candidates(understood, found, served):
            measures = evidence_for(understood, found, candidate)
            assert all(0 <= measure <= 1 + 1e-9 for measure in measures.values()), measures


def test_a_sentence_that_defines_what_is_asked_has_the_form_of_an_answer(funerals: Brain) -> None:
    best = funerals.weigh("殡葬服务是什么意思？")
    assert best
    assert best.evidence["form"] > 0
    assert is_sure("殡葬服务是什么意思？", funerals)


def test_the_likeliest_is_the_same_however_the_candidates_are_ordered(funerals: Brain) -> None:
    understood, found, among = rivals("公益性公墓每格收费多少钱？", funerals)
    one: Weighed = ranked(understood, found, among)[0]
    other = ranked(understood, found, reversed(among))[0]
    assert one.strength == other.strength
    assert one.candidate.words == other.candidate.words


def test_of_equals_the_one_that_comes_first_stays_first(funerals: Brain) -> None:
    understood, found, among = rivals("公益性公墓每格收费多少钱？", funerals)
    first = ranked(understood, found, among)[0].candidate
    twin = replace(first)
    for one, other in ((first, twin), (twin, first)):
        assert ranked(understood, found, (one, other))[0].candidate is one


def test_what_is_shown_is_as_likely_as_all_that_it_quotes_together(funerals: Brain) -> None:
    best = funerals.weigh("公益性公墓每格收费多少钱？")
    assert best
    quoted = [
        one.likely
        for one in best.ranked
        if all(
            any(shown.holds(part) for shown in best.candidate.quoted)
            for part in one.candidate.quoted
        )
    ]
    assert best.likely == pytest.approx(sum(quoted))
    assert best.ranked[0].likely <= best.likely <= 1
