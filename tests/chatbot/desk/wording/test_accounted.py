"""Every word of a draft belongs to one finding, or says no more than who says it and where."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.desk.text.differing import Kind
from chatbot.desk.wording.finding import Finding
from chatbot.desk.wording.leads import is_aside
from chatbot.desk.wording.weight import Weight, weighed, weight
from chatbot.desk.wording.wording import asides
from index.generation import Generation
from tests.chatbot.desk.conftest import Check
from tests.chatbot.desk.shelves import LAW, PLAN, findings, only
from tests.chatbot.desk.wording.speech import SPEECH

LOUD = {Weight.SUBSTANCE, Weight.ABSENT}
PENALTY = (
    "某办法\n第四条 养老机构应当每年公布账目。\n"
    "第三十条 违反本办法第四条第一款规定，未公布账目的，由民政部门责令限期改正。\n"
    "第三十一条 未公布账目的，由民政部门责令限期改正。"
)


@pytest.mark.parametrize(
    "draft",
    [
        "违反本办法第四条第二款规定，未公布账目的，由民政部门责令限期改正。",
        "违反本办法第五条第一款规定，未公布账目的，由民政部门责令限期改正。",
        "第三十条 违反本办法第四条第二款规定，未公布账目的，由民政部门责令限期改正。",
    ],
)
def test_a_wrong_reference_before_the_words_of_a_rule_is_of_substance(draft: str) -> None:
    (finding,) = findings(draft, PENALTY)
    assert weight(finding) is Weight.SUBSTANCE
    assert {kind for (_, _, kind), _ in weighed(finding.matches[0])} == {Kind.NUMBER}


@pytest.mark.parametrize("source", ["第一部分", "第三部分"])
def test_a_source_that_is_wrong_makes_words_that_are_right_matter(source: str) -> None:
    draft = (
        f"《云山市养老服务规划》{source}提出，由市民政局牵头，每年举办一次培训，财政补助比例为5%。"
    )
    assert weight(only(draft)) is Weight.SUBSTANCE
    assert weight(only(draft.replace(source, "第二部分"))) is Weight.SAME


@pytest.mark.parametrize(
    "lead",
    [
        "会议指出，",
        "会议强调，要",
        "省委十三届五次全会提出，",
        "市委书记在全市大会上指出：",
        "四、会议强调，",
        "根据《云山市养老服务规划》第二部分，",
        "会议指出，《云山市养老服务规划》第二部分提出，",
    ],
)
def test_who_says_it_and_where_is_left_out(lead: str) -> None:
    draft = f"{lead}由市民政局牵头，每年举办一次培训，财政补助比例为5%。"
    (finding,) = findings(draft, PLAN)
    assert weight(finding) is Weight.SAME
    assert [one.text for one in asides(draft, [finding])] == [lead]


@pytest.mark.parametrize(
    "lead",
    [
        "今年新建五十个饭堂，会议指出，",
        "我市将取消津贴，会议指出，",
        "今年新建五十个饭堂，落实《云山市养老服务规划》要求，",
        "违反《云山市养老服务规划》第二部分规定，",
        "不再按照规划要求，",
    ],
)
def test_what_states_something_before_the_words_is_not_left_out(lead: str) -> None:
    draft = f"{lead}由市民政局牵头，每年举办一次培训，财政补助比例为5%。"
    found = findings(draft, PLAN)
    assert any(weight(one) in LOUD for one in found)
    assert not asides(draft, found)


def test_own_words_that_state_something_around_a_quotation_are_no_aside() -> None:
    quoted = "“由市民政局牵头，每年举办一次培训”"
    (around, quote) = findings(f"今年新建五十个长者饭堂，落实{quoted}。", PLAN)
    assert (weight(around), weight(quote)) == (Weight.ABSENT, Weight.SAME)
    (quote,) = findings(f"我们要落实{quoted}。", PLAN)
    assert weight(quote) is Weight.SAME


PIECES = st.sampled_from(
    [
        *'，。；：、\n “”《》（）一二5％."',
        "坚持以人民为中心，到2025年养老床位达到3万张。",
        "坚持以人民为中心,到2026年养老床位达到3万张",
        "财政补助比例为５％",
        "“志愿者应当接受必要的培训，服从志愿服务组织的安排”",
        "《云山市志愿服务条例》第二条规定，",
        "会议指出，",
        "我们要坚持",
        "没有这样的话",
        "今年新建五十个饭堂",
        "四、",
        "各位代表：",
    ]
)


@given(st.lists(PIECES, max_size=14).map("".join))
def test_every_character_belongs_to_one_finding_or_needs_no_proof(draft: str) -> None:
    accounted(draft, findings(draft, PLAN, LAW))


def test_every_character_of_a_speech_and_of_the_plans_is_accounted_for(
    check: Check, served: Generation
) -> None:
    for draft in (SPEECH, *(document.text[:2000] for document in served.documents)):
        accounted(draft, check(draft))


def accounted(draft: str, found: tuple[Finding, ...]) -> None:
    owners = [0] * len(draft)
    left = asides(draft, found)
    for span in (*(one.span for one in found), *(one.span for one in left)):
        for place in range(span.start, span.end):
            owners[place] += 1
    assert all(count <= 1 for count in owners)
    assert not any(sign.isalnum() for sign, count in zip(draft, owners, strict=True) if not count)
    assert all(is_aside(one.text) for one in left)
