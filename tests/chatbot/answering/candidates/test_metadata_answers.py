"""A question about a document itself is answered with its own line as proof."""

from pathlib import Path

import pytest

from chatbot.answering.answer import Outcome
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


def test_a_fact_that_the_document_does_not_state_is_not_made_up(shelf: Brain) -> None:
    answer = shelf.ask("志愿服务条例的文号是什么？")
    assert answer.outcome is Outcome.NOT_FOUND or "〔" not in answer.text


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
