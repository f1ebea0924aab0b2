"""A question about a document itself is answered with its own line as proof."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from chatbot.answering.answer import Outcome
from chatbot.answering.candidates.facts import FoundFact, find_fact
from chatbot.answering.choosing.attempting import best_attempt
from chatbot.answering.parts import Fact
from chatbot.answering.understanding.question import Question
from index.intake.documents import Document
from tests.chatbot.answering.brains import Brain, brain

NOTICE = """云山市民政局关于印发云山市养老服务“十四五”规划的通知
云民〔2022〕15号
各县（市、区）民政局：
现将规划印发给你们，请认真贯彻落实。
一、总体要求
坚持需求导向，完善居家养老服务。
二、主要任务
建设社区养老服务站五十个。
云山市民政局
二〇二二年三月一日"""
LAW = """青河省志愿服务条例
（2019年5月30日青河省第十三届人民代表大会常务委员会第十次会议通过）
第一章 总则
第一条 为了保障志愿者权益，制定本条例。
第二章 保障
第二条 志愿服务组织应当为志愿者购买保险。
第三条 本条例自2019年9月1日起施行。"""

HOUSING = """青河县人民政府
青河县公共租赁住房管理办法
第一条　公共租赁住房面向本县城镇住房困难家庭。
第二条　本办法自2022年3月1日起施行，有效期至2027年2月28日。"""
NOWHERE = frozenset[str]()
NEW_YEAR = date(2026, 1, 1)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory, built: Path) -> Brain:
    return brain(tmp_path_factory.mktemp("facts"), built, NOTICE, LAW)


@pytest.mark.parametrize(
    ("asked", "value", "proof"),
    [
        ("云山市养老服务规划的文号是什么？", "云民〔2022〕15号", "云民〔2022〕15号"),
        ("养老服务规划的通知什么时候印发的？", "2022-03-01", "二〇二二年三月一日"),
        ("养老服务规划的成文日期是哪天？", "2022-03-01", "二〇二二年三月一日"),
        ("志愿服务那个条例是哪天开始实行的？", "2019-09-01", "第三条 本条例自2019年9月1日起施行。"),
        ("养老服务规划的通知是哪个部门印发的？", "云山市民政局", NOTICE.split("\n", maxsplit=1)[0]),
        ("志愿服务条例什么时候施行？", "2019-09-01", "第三条 本条例自2019年9月1日起施行。"),
        ("志愿服务条例是哪个机关发布的？", "青河省人民代表大会常务委员会", "青河省志愿服务条例"),
        ("志願服務條例什麼時候施行？", "2019-09-01", "第三条 本条例自2019年9月1日起施行。"),
    ],
)
def test_the_fact_is_told_with_the_line_that_says_it(
    asked: str, value: str, proof: str, shelf: Brain
) -> None:
    answer = shelf.ask(asked)
    assert answer.outcome is Outcome.ANSWERED
    assert value in answer.text
    assert [citation.quote for citation in answer.citations] == [proof]


def test_a_fact_that_nothing_says_is_said_to_be_unknown(shelf: Brain) -> None:
    answer = shelf.ask("志愿服务条例的文号是什么？")
    assert answer.outcome is Outcome.NOT_FOUND
    assert answer.text.startswith("《青河省志愿服务条例》没有写明文号。")
    assert answer.suggestions


def test_a_document_that_is_not_there_has_no_facts(shelf: Brain) -> None:
    assert shelf.ask("殡葬管理条例的文号是多少？").outcome is Outcome.NOT_FOUND
    assert shelf.ask("婚姻登记办法什么时候施行？").outcome is Outcome.NOT_FOUND


def test_a_question_that_names_no_document_is_given_no_fact(shelf: Brain) -> None:
    assert "云民〔2022〕15号" not in shelf.ask("文号是什么？").text


def test_a_fact_that_only_the_catalogue_tells_is_proved_by_the_title(
    tmp_path: Path, built: Path
) -> None:
    told = "file,title,published,official\nplan0.txt,青河省志愿服务条例,2019-06-03,true\n"
    (tmp_path / "catalogue.csv").write_text(told, encoding="utf-8")
    answer = brain(tmp_path, built, LAW).ask("志愿服务条例的发布日期是哪天？")
    assert "2019-06-03" in answer.text
    assert [citation.quote for citation in answer.citations] == ["青河省志愿服务条例"]


@pytest.fixture(scope="module")
def housing(tmp_path_factory: pytest.TempPathFactory, built: Path) -> Brain:
    return brain(tmp_path_factory.mktemp("housing"), built, HOUSING)


def in_force(on: Brain, today: date, document: Document | None = None) -> str:
    """What is told of whether it holds, on a day; of the document as it would be."""
    documents = (document,) if document else on.generation.documents
    generation = replace(on.generation, documents=documents)
    attempt = best_attempt(Question("公共租赁住房管理办法还有效吗？"), generation)
    fact = find_fact(attempt.understood, attempt.found, NOWHERE, generation, today)
    assert isinstance(fact, FoundFact)
    return fact.value


def test_whether_it_holds_is_told_for_the_day_it_is_asked(housing: Brain) -> None:
    told = "有效期到2027-02-28，截至{}年1月1日{}"
    assert in_force(housing, NEW_YEAR) == told.format(2026, "还没有过")
    assert in_force(housing, date(2028, 1, 1)) == told.format(2028, "已经过了")


def test_what_is_known_of_its_force_is_said_and_no_more(housing: Brain) -> None:
    (whole,) = housing.generation.documents
    text = whole.text.replace("，有效期至2027年2月28日", "")
    open_ended = replace(whole, expires="", text=text)
    told = {
        "标明是“征求意见稿”": replace(whole, status="征求意见稿"),
        "标明是“已废止”": replace(whole, status="已废止"),
        "规划期是2021-2025年，截至2026年1月1日已经过了": replace(open_ended, period="2021-2025"),
        "没有写有效期": open_ended,
        "文件写的是“有效期至2027年2月28日”": replace(whole, expires=""),
        "还没有施行": replace(open_ended, effective="2026-06-01"),
    }
    for says, document in told.items():
        assert says in in_force(housing, NEW_YEAR, document)


def test_this_document_is_the_only_one(housing: Brain) -> None:
    part = housing.ask("这个办法什么时候施行的？").parts[0]
    assert isinstance(part, Fact)
    assert part.value == "2022-03-01"


def test_this_document_is_the_one_that_answered_before(shelf: Brain) -> None:
    part = shelf.ask("谁应当为志愿者购买保险？", "这个条例什么时候施行的？").parts[0]
    assert isinstance(part, Fact)
    assert part.value == "2019-09-01"


def test_which_document_is_asked_when_nothing_tells(shelf: Brain) -> None:
    answer = shelf.ask("这份文件什么时候施行的？")
    assert answer.outcome is Outcome.UNCLEAR
    assert "《青河省志愿服务条例》什么时候施行的？" in answer.suggestions


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("养老服务规划什么时候印发的？", "施行日期"),
        ("养老服务规划的规划期", "规划期"),
        ("养老服务规划还有效吗", "现在是否有效"),
    ],
)
def test_the_same_is_told_of_another_document(before: str, name: str, shelf: Brain) -> None:
    answer = shelf.ask(before, "那志愿服务条例呢？")
    assert answer.outcome in {Outcome.ANSWERED, Outcome.NOT_FOUND}
    assert name in answer.text or "成文日期" in answer.text
    assert "青河省志愿服务条例" in answer.text


RULES = """白水市居民委员会换届办法
第一条 居民委员会每五年换届一次。
第二条 选举日前应当登记选民。
第三条 本办法自各街道完成登记之日起施行，有效期三年。
白水市民政局
2021年6月7日"""


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory, built: Path) -> Brain:
    return brain(tmp_path_factory.mktemp("several"), built, NOTICE, LAW, HOUSING, RULES)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("青河那个公租房的管理办法，现在还能用吗？", "有效期到2027-02-28"),
        ("青河县管公租房的那个办法，到哪一年为止？", "有效期至：2027-02-28"),
        ("2019年出的那个志愿服务条例，打哪天起生效的？", "施行日期：2019-09-01"),
        ("云山养老服务规划，是哪个局出的？", "发布机关：云山市民政局"),
        ("白水居委会换届的那个办法什么时候算起施行？", "自各街道完成登记之日起施行"),
        ("白水市居委会换届办法过期没有？", "文件写的是“有效期三年”"),
        ("请问云民〔2022〕15号那份文件是哪天印发的？", "成文日期：2022-03-01"),
    ],
)
def test_a_document_is_known_by_how_people_describe_it(
    asked: str, told: str, several: Brain
) -> None:
    answer = several.ask(asked)
    assert answer.outcome is Outcome.ANSWERED
    assert told in answer.text
    assert len(answer.citations) == 1


@pytest.mark.parametrize(
    "asked",
    [
        "志愿服务条例里说的保险，到什么时候失效？",  # of something in it
        "换届办法说选民哪天登记？",
        "摩托车牌照管理办法什么时候施行？",  # of none that is here
        "给云山养老服务规划的征求意见稿提点意见，最晚哪天交？",
    ],
)
def test_what_is_asked_of_the_matter_is_no_fact_of_a_document(asked: str, several: Brain) -> None:
    assert not any(isinstance(part, Fact) for part in several.ask(asked).parts)


def test_an_address_that_nobody_wrote_down_is_not_searched_for_in_the_plans(
    several: Brain,
) -> None:
    answer = several.ask("青河县公租房管理办法在官网上的网址是什么？")
    assert answer.outcome is Outcome.NOT_FOUND
    assert "没有写明官方网址" in answer.text


def test_a_draft_says_so_and_how_long_it_plans(housing: Brain) -> None:
    (whole,) = housing.generation.documents
    draft = replace(whole, status="征求意见稿", period="2021-2025")
    told = in_force(housing, NEW_YEAR, draft)
    assert told == "这份文件标明是“征求意见稿”；规划期是2021-2025年，截至2026年1月1日已经过了"
