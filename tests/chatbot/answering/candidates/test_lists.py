"""A question for a list is answered with all its items, from the sentence that announces them."""

from pathlib import Path

import pytest

from chatbot.answering.answer import Outcome
from chatbot.answering.candidate import Candidate, Shape
from chatbot.answering.candidates.lists import announced, listed
from index.spans import Span
from tests.chatbot.answering.brains import Brain, brain

TEXT = """青河县困境儿童保障工作方案
一、总体要求
坚持儿童优先，完善分类保障。
二、保障对象
困境儿童包括以下几类：
（一）生活困难的儿童。家庭经济困难，基本生活难以维持。
（二）监护缺失的儿童。父母不能履行监护职责。
（三）身患残疾的儿童。需要长期康复训练。
三、主要任务
（一）健全摸排机制。村（居）委会每月走访一次，建立台账。
（二）加强教育帮扶。优先安排资助，落实“两免一补”。
（三）推进医疗救助。对重病患儿给予补助。
（四）完善关爱服务。招募志愿者结对帮扶。
四、申请流程
申请需要经过三个环节：本人申请、街道审核、县级确认。
五、组织保障
1.加强领导。县政府统一部署。2.落实经费。列入年度预算。3.强化督导。每半年通报。"""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory, built: Path) -> Brain:
    return brain(tmp_path_factory.mktemp("lists"), built, TEXT)


def test_the_list_under_a_heading_is_complete_and_in_order(county: Brain) -> None:
    assert county.quotes("困境儿童保障的主要任务有哪些？") == [
        "（一）健全摸排机制。",
        "（二）加强教育帮扶。",
        "（三）推进医疗救助。",
        "（四）完善关爱服务。",
    ]


def test_the_sentence_that_announces_a_list_is_shown_above_its_items(county: Brain) -> None:
    answer = county.ask("困境儿童包括哪几类？")
    quotes = [citation.quote for citation in answer.citations]
    assert [quote for quote in quotes if quote.startswith("（")] == [
        "（一）生活困难的儿童。",
        "（二）监护缺失的儿童。",
        "（三）身患残疾的儿童。",
    ]
    assert "共3项" in answer.text
    assert answer.text.index("困境儿童包括以下几类：") < answer.text.index("（一）生活困难的儿童。")


def test_a_list_that_runs_on_in_one_line_is_a_list(county: Brain) -> None:
    quotes = county.quotes("组织保障包括哪些？")
    assert quotes == ["1.加强领导。", "2.落实经费。", "3.强化督导。"]


def test_a_sentence_that_enumerates_is_itself_the_list(county: Brain) -> None:
    assert county.quotes("申请需要经过哪些环节？") == [
        "申请需要经过三个环节：本人申请、街道审核、县级确认。"
    ]


@pytest.mark.parametrize(
    ("ordinal", "heading"),
    [("第二项呢？", "（二）加强教育帮扶"), ("第4条讲什么？", "（四）完善关爱服务")],
)
def test_an_item_of_the_list_just_shown_is_told_whole(
    county: Brain, ordinal: str, heading: str
) -> None:
    answer = county.ask("困境儿童保障的主要任务有哪些？", ordinal)
    assert answer.outcome is Outcome.ANSWERED
    assert answer.citations[0].path[-1] == heading


def test_every_item_is_cited_under_the_list_and_counted_in_the_reply(county: Brain) -> None:
    answer = county.ask("困境儿童保障的主要任务有哪些？")
    assert {citation.path[:1] for citation in answer.citations} == {("三、主要任务",)}
    assert "共4项" in answer.text


def test_a_question_that_asks_for_no_list_gets_no_list(county: Brain) -> None:
    quotes = county.quotes("村委会多久走访一次？")
    assert quotes == ["（一）健全摸排机制。村（居）委会每月走访一次，建立台账。"]


SECOND_LIST = """青河县未成年人保护办法
第一章　特别保护
第一条　有下列情形之一的，由县民政局临时监护：
（一）父母下落不明；
（二）父母不能履行监护职责。
本办法所称的监护不当，包括下列情形：
（一）放任未成年人流浪的；
（二）胁迫未成年人乞讨的。
第二条　旅馆接待未成年人入住时，应当询问同住人员的身份。发现下列可疑情形的，应当立即报警：
未成年人单独入住，没有合理解释的；
同住人员不能说明身份关系的；
其他可疑情形。
第三条　本办法自2022年1月1日起施行。"""


@pytest.fixture(scope="module")
def law(tmp_path_factory: pytest.TempPathFactory, built: Path) -> Brain:
    return brain(tmp_path_factory.mktemp("second-list"), built, SECOND_LIST)


def test_a_second_list_in_one_article_is_not_taken_for_the_first(law: Brain) -> None:
    answer = law.ask("监护不当包括哪些情形？")
    assert [citation.quote for citation in answer.citations] == [
        "（一）放任未成年人流浪的；",
        "（二）胁迫未成年人乞讨的。",
        "本办法所称的监护不当，包括下列情形：",
    ]


def test_a_list_without_signs_is_given_whole(law: Brain) -> None:
    quotes = law.quotes("旅馆接待未成年人，发现哪些可疑情形要报警？")
    assert quotes[:3] == [
        "未成年人单独入住，没有合理解释的；",
        "同住人员不能说明身份关系的；",
        "其他可疑情形。",
    ]
    assert quotes[3].endswith("发现下列可疑情形的，应当立即报警：")


def test_a_sentence_in_a_list_that_divides_what_is_asked_is_given_alone(county: Brain) -> None:
    assert county.quotes("申请流程包括哪几个环节？") == [
        "申请需要经过三个环节：本人申请、街道审核、县级确认。"
    ]


LONG = "把养老服务设施纳入国土空间规划，与新建住宅同步规划、同步建设、同步验收、同步交付，" * 6
OPENINGS = f"""青河县助餐办法
第一条　助餐点应当符合下列条件：
面积不少于二十平方米。
第二条　申请开办助餐点，应当提交下列材料：
申请书；
营业执照；
第三条　街道办事处应当公布助餐点的名单。
第四条　街道办事处应当做到：
（一）{LONG}保证用地。
（二）{LONG}保证资金。
第五条　有下列情形之一的，应当关停：
（一）卫生不合格；
（二）价格过高。"""


@pytest.fixture(scope="module")
def openings(tmp_path_factory: pytest.TempPathFactory, built: Path) -> Brain:
    return brain(tmp_path_factory.mktemp("openings"), built, OPENINGS)


def sentence(of: Brain, words: str) -> Candidate:
    """A sentence as the search finds it, in the innermost section that holds it."""
    (document,) = of.generation.documents
    span = Span(start := document.text.index(words), start + len(words))
    holding = [one for one in of.generation.sections(document.id) if one.span.holds(span)]
    return Candidate(document, holding[-1], (span,), Shape.SENTENCE)


def quoted(candidate: Candidate) -> list[str]:
    return [span.cut(candidate.document.text) for span in candidate.quoted]


def test_a_colon_with_one_sentence_below_it_announces_no_list(openings: Brain) -> None:
    opening = sentence(openings, "第一条　助餐点应当符合下列条件：")
    assert announced(opening, openings.generation) is opening


def test_of_an_item_behind_a_bare_sign_the_first_sentence_is_shown(openings: Brain) -> None:
    opening = sentence(openings, "第四条　街道办事处应当做到：")
    intro, *items = quoted(announced(opening, openings.generation))
    assert intro == "第四条　街道办事处应当做到："
    assert items == [f"（一）{LONG}保证用地。", f"（二）{LONG}保证资金。"]


def test_the_list_at_the_very_end_is_complete(openings: Brain) -> None:
    opening = sentence(openings, "第五条　有下列情形之一的，应当关停：")
    items = quoted(announced(opening, openings.generation))[1:]
    assert items == ["（一）卫生不合格；", "（二）价格过高。"]


def test_one_item_found_leads_to_its_list_and_to_what_announces_it(openings: Brain) -> None:
    found = listed(sentence(openings, "（二）价格过高。"), openings.generation)
    assert quoted(found) == [
        "有下列情形之一的，应当关停：",
        "（一）卫生不合格；",
        "（二）价格过高。",
    ]


def test_a_list_that_its_section_ends_without_a_stop_takes_nothing_from_the_next(
    openings: Brain,
) -> None:
    opening = sentence(openings, "第二条　申请开办助餐点，应当提交下列材料：")
    assert quoted(announced(opening, openings.generation))[1:] == ["申请书；", "营业执照；"]


def test_more_lines_than_one_reads_are_no_list(tmp_path: Path, built: Path) -> None:
    many = "".join(f"材料{number}；\n" for number in range(30))
    long = brain(tmp_path, built, f"青河县办法\n第一条　应当提交下列材料：\n{many}身份证。")
    opening = sentence(long, "第一条　应当提交下列材料：")
    assert announced(opening, long.generation) is opening


def test_an_item_alone_under_its_heading_is_no_list(tmp_path: Path, built: Path) -> None:
    alone = brain(
        tmp_path, built, "青河县办法\n一、任务\n（一）办好助餐点\n二、附则\n自印发起施行。"
    )
    item = sentence(alone, "（一）办好助餐点")
    assert listed(item, alone.generation) is item
