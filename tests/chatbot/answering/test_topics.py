"""Who only names a topic is shown the sections on it, each opening at its place."""

from pathlib import Path

import pytest

from chatbot.answering.answer import Outcome
from chatbot.answering.parts import Places, Reply
from tests.chatbot.answering.brains import Brain, brain

TEXT = """青河县民政规划
一、总体要求
坚持为民服务，统筹养老、救助、殡葬等工作。
二、主要任务
（一）健全养老服务体系
新建养老床位三百张。每个街道建一处养老服务中心。
（二）深化殡葬改革
推进殡葬公益设施建设，新建公益性公墓两处。殡葬服务收费实行政府定价。
（三）做好最低生活保障
最低生活保障标准每年调整一次。
三、保障措施
加强养老服务人才培养。最低生活保障资金列入预算。"""


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory, built: Path) -> Brain:
    return brain(tmp_path_factory.mktemp("topics"), built, TEXT)


@pytest.mark.parametrize(
    ("asked", "heading"),
    [
        ("养老", "（一）健全养老服务体系"),
        ("养老？", "（一）健全养老服务体系"),
        ("殡葬", "（二）深化殡葬改革"),
    ],
)
def test_the_section_that_is_on_a_topic_comes_first(plan: Brain, asked: str, heading: str) -> None:
    answer = plan.ask(asked)
    assert answer.outcome is Outcome.UNCLEAR
    part = answer.parts[0]
    assert isinstance(part, Places)
    assert part.related == tuple(one.number for one in answer.related)
    assert answer.related[0].path[-1] == heading
    assert not answer.citations


def test_who_asks_of_it_in_general_is_led_to_the_same_section(plan: Brain) -> None:
    for asked in ("殡葬的政策", "青河县殡葬有什么打算", "关于殡葬"):
        answer = plan.ask(asked)
        shown = answer.citations or answer.related
        assert "（二）深化殡葬改革" in shown[0].path, asked


def test_other_words_for_a_topic_are_said_to_be_others(plan: Brain) -> None:
    said, card = plan.ask("低保").parts
    assert isinstance(said, Reply)
    assert "“最低生活保障”" in said.text
    assert isinstance(card, Places)
    assert card.wording == "最低生活保障"


def test_the_words_shown_are_on_the_topic(plan: Brain) -> None:
    first, *others = plan.ask("养老").related
    assert first.quote == "新建养老床位三百张。"
    assert all("养老" in "".join((one.quote, *one.path)) for one in others)


def test_how_many_sections_there_are_is_said(plan: Brain) -> None:
    answer = plan.ask("养老")
    assert answer.text.startswith("文件里写到“养老”的有3处，列在下面。")


@pytest.mark.parametrize("asked", ["养老床位建多少张", "殡葬服务收费由谁定", "公墓 建设标准"])
def test_who_asks_something_of_it_gets_no_card(plan: Brain, asked: str) -> None:
    assert not any(isinstance(part, Places) for part in plan.ask(asked).parts)


def test_a_topic_that_stands_nowhere_is_refused(plan: Brain) -> None:
    assert plan.ask("核聚变").outcome is Outcome.NOT_FOUND


def test_somebody_in_danger_is_told_whom_to_call_above_what_a_plan_says(plan: Brain) -> None:
    answer = plan.ask("有人叫我转账，说是安全账户")
    assert isinstance(answer.parts[0], Reply)
    assert "110" in answer.parts[0].text
    assert not answer.missing


def test_a_message_of_pictures_only_is_met(plan: Brain) -> None:
    assert plan.ask("👍👍👍").outcome is Outcome.SMALL_TALK
    assert plan.ask("？？？").outcome is Outcome.UNCLEAR


@pytest.mark.parametrize(
    "asked", ["低保一个月发多少钱？", "高铁什么时候通车？", "怎么给车上牌照？"]
)
def test_a_refusal_always_offers_something_to_press(plan: Brain, asked: str) -> None:
    answer = plan.ask(asked)
    assert answer.outcome is Outcome.NOT_FOUND
    assert answer.suggestions


def test_a_topic_named_after_a_question_on_the_document_is_a_topic(plan: Brain) -> None:
    (card,) = plan.ask("这个规划还有效吗？", "殡葬").parts
    assert isinstance(card, Places)
    assert card.wording == "殡葬"


LAWS = """昆明市养老机构管理条例
第一章 总则
第一条 为了管理养老机构，制定本条例。
第二章 护理
第二条 护理员应当持证上岗。
第三条 对老年人应当定期评估护理等级。
第四条 护理费用由养老机构公示。
第三章 监督
第五条 最低生活保障家庭的老年人减免费用。
第六条 违反规定，护理不当的，责令改正。"""
OTHER = """玉溪市养老机构管理办法
第一条 养老机构应当配备护理人员。
第二条 养老机构收费实行备案。
第三条 养老机构应当防范煤气中毒，每间居室装报警器。
第四条 发生煤气中毒的，立即送医。"""


@pytest.fixture(scope="module")
def laws(tmp_path_factory: pytest.TempPathFactory, built: Path) -> Brain:
    return brain(tmp_path_factory.mktemp("laws"), built, LAWS, OTHER)


def test_a_chapter_stands_for_its_articles_when_most_are_on_the_topic(laws: Brain) -> None:
    paths = [one.path[-1] for one in laws.ask("护理").related]
    assert "第二章 护理" in paths
    assert "第三条" not in paths


def test_what_opens_an_article_names_it_as_a_heading_does(laws: Brain) -> None:
    answer = laws.ask("费用")
    assert [one.path[-1] for one in answer.citations or answer.related][:1] == ["第四条"]


def test_a_topic_of_a_place_is_looked_for_in_its_own_documents(laws: Brain) -> None:
    shown = laws.ask("玉溪的养老机构").related
    assert {one.document.title for one in shown} == {"玉溪市养老机构管理办法"}


def test_a_heading_is_a_topic_whatever_it_ends_with(plan: Brain) -> None:
    answer = plan.ask("总体要求")
    shown = answer.citations or answer.related
    assert shown[0].path == ("一、总体要求",)


def test_what_is_only_named_leads_to_what_is_nearest(laws: Brain) -> None:
    answer = laws.ask("护理员上岗条件")
    shown = answer.citations or answer.related
    assert shown[0].path[-1] == "第二条"
    assert answer.outcome is not Outcome.NOT_FOUND


def test_a_topic_that_may_be_a_cry_for_help_gets_the_number_to_call_and_its_sections(
    laws: Brain,
) -> None:
    said, card = laws.ask("煤气中毒").parts
    assert isinstance(said, Reply)
    assert "120" in said.text
    assert isinstance(card, Places)
