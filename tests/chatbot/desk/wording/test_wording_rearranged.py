"""A draft that puts a plan's words together anew: cut short, swapped, merged, spread over lines."""

import pytest

from chatbot.desk.text.differing import Kind, Op
from chatbot.desk.wording.finding import Verdict
from chatbot.desk.wording.weight import Weight, weight
from chatbot.told.findings_told import cut_words
from tests.chatbot.desk.shelves import findings, only

LAW = (
    "云山市养老服务条例\n第一条 街道办事处应当每年走访独居老人家庭，如实填写走访记录，"
    "对发现的困难及时给予帮助。\n"
    "（三十）支持东山机场开通至南方各城市的夜间货运航线，在试点基础上逐步扩大范围，明确责任分工。\n"
    "（三十一）支持西山机场开通至南方各城市的夜间货运航线，在试点基础上逐步扩大范围。\n"
    "8.养老床位按照《云山市养老床位统计办法》进行统计。\n"
    "现将《云山市养老服务规划》印发给你们，请认真贯彻执行。"
)
OTHER = (
    "云山市统计通知\n第一条 请认真贯彻执行。\n第二条 殡葬服务机构应当公布收费标准，接受群众监督。"
)


def test_a_sentence_cut_short_is_known_by_what_is_left_and_not_taken_for_its_neighbour() -> None:
    finding = only(
        "（三十）支持东山机场开通至南方各城市的夜间货运航线，在试点基础上逐步扩大范围。", LAW
    )
    assert [one.text for one in finding.matches[0].differences if one.kind] == ["，", "。"]
    assert finding.matches[0].goes_on
    assert cut_words(finding)
    assert "东山" in finding.matches[0].citation.quote


def test_clauses_of_one_sentence_in_another_order_are_no_sentence_of_the_plans() -> None:
    draft = "对发现的困难及时给予帮助，街道办事处应当每年走访独居老人家庭，如实填写走访记录。"
    finding = only(draft, LAW)
    assert finding.verdict is Verdict.DIFFERS
    assert all(match.citation.quote in LAW for match in finding.matches)


def test_a_second_sentence_merged_in_is_shown_whole() -> None:
    draft = (
        "如实填写走访记录，对发现的困难及时给予帮助，殡葬服务机构应当公布收费标准，接受群众监督。"
    )
    (finding,) = findings(draft, LAW, OTHER)
    quotes = {match.citation.quote.rstrip("。") for match in finding.matches}
    assert "殡葬服务机构应当公布收费标准，接受群众监督" in quotes


def test_an_altered_title_before_words_of_the_plans_is_not_overlooked() -> None:
    draft = "现将《云山市养老服务规则》印发给你们，请认真贯彻执行。"
    (finding,) = findings(draft, LAW, OTHER)
    assert finding.verdict is Verdict.DIFFERS
    changes = {p.text for p in finding.matches[0].differences if p.op is not Op.EQUAL}
    assert changes == {"划", "则"}


def test_another_number_of_the_same_form_before_the_words_counts() -> None:
    finding = only("16.养老床位按照《云山市养老床位统计办法》进行统计。", LAW)
    assert finding.verdict is Verdict.DIFFERS
    assert finding.matches[0].differences[0].kind is Kind.NUMBER


@pytest.mark.parametrize("marks", ['""', "「」"])
def test_quotation_marks_of_another_form_are_a_matter_of_form(marks: str) -> None:
    plan = (
        "云山市办法\n第一条 “门诊收入中来自基金的比例”、“住院收入中来自基金的比例”，只作纵向比较。"
    )
    draft = plan.partition(" ")[2].replace("“", marks[0]).replace("”", marks[1])
    assert weight(only(draft, plan)) is Weight.FORM


def test_a_clause_that_ends_with_a_rule_is_no_lead() -> None:
    draft = "经营单位可以不遵守国家有关规定，殡葬服务机构应当公布收费标准，接受群众监督。"
    (finding,) = findings(draft, OTHER)
    assert finding.verdict is not Verdict.VERBATIM


def test_an_empty_line_inside_a_sentence_does_not_count() -> None:
    draft = "殡葬服务机构应当公布收费标准，接受\n\n　　群众监督。"
    assert only(draft, OTHER).verdict is Verdict.VERBATIM
    heading = "第二条\n\n殡葬服务机构应当公布收费标准，接受群众监督。"
    assert findings(heading, OTHER)[-1].verdict is Verdict.VERBATIM
