"""What people ask, and the words of the plans they are shown."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from chatbot.answering.answer import Outcome
from chatbot.answering.choosing.attempting import best_attempt
from chatbot.answering.parts import List, Quote
from chatbot.answering.pipeline import Answerer
from chatbot.answering.understanding.question import Question
from index.errors import GenerationDamaged, IndexNotBuilt
from index.generation import Generation
from index.served import ServedShelf
from tests.chatbot.answering.brains import brain
from tests.chatbot.conftest import Ask


def test_the_section_that_is_asked_for_is_quoted_with_its_path(ask: Ask) -> None:
    answer = ask("大养老体系怎么建？")
    assert answer.outcome is Outcome.ANSWERED
    assert "构建居家社区机构相协调" in answer.citations[0].quote
    assert answer.citations[0].path == ("四、主要任务", "(二)构建大养老体系")


def test_a_list_is_complete_and_counted(ask: Ask) -> None:
    answer = ask("规划有哪些保障措施？")
    headings = "加强组织领导 加强资金投入 加强智慧应用 加强人才培养 加强文化建设".split()
    assert len(answer.citations) == len(headings)
    for heading, citation in zip(headings, answer.citations, strict=True):
        assert heading in citation.quote
    assert "5项" in answer.text.replace(" ", "")


def test_a_question_of_when_is_answered_with_a_date(ask: Ask) -> None:
    answer = ask("前期摸底研究阶段要在什么时候前完成？")
    assert any("2019年9月30日前" in citation.quote for citation in answer.citations)


def test_a_fact_of_the_catalogue_is_told_with_the_title_as_proof(ask: Ask) -> None:
    answer = ask("梅州民政规划征求意见稿是什么时候发布的？")
    assert answer.outcome is Outcome.ANSWERED
    assert "2021" in answer.text
    assert answer.citations[0].document.published == "2021-09-18"


def test_traditional_characters_are_answered_like_simplified_ones(ask: Ask) -> None:
    one, other = ask("大養老體系怎麼建？"), ask("大养老体系怎么建？")
    assert one.citations == other.citations


def test_a_follow_up_is_read_with_the_question_before_it(ask: Ask) -> None:
    answer = ask("大养老体系怎么建？", "那儿童保障呢？")
    assert answer.context == "大养老体系怎么建？"
    assert any("推进儿童保障由补缺型" in citation.quote for citation in answer.citations)


def test_a_question_that_stands_alone_forgets_what_was_asked_before(ask: Ask) -> None:
    alone = ask("规划编制工作分哪几个阶段？")
    later = ask("大养老体系怎么建？", "规划编制工作分哪几个阶段？")
    assert later.context == ""
    assert (later.text, later.citations) == (alone.text, alone.citations)


@pytest.mark.parametrize(
    ("ordinal", "heading"),
    [
        ("第一条具体讲什么？", "(一)加强组织领导"),
        ("第二条具体讲什么？", "(二)加强资金投入"),
        ("第三点说什么", "(三)加强智慧应用"),
        ("第5项呢？", "(五)加强文化建设"),
    ],
)
def test_an_ordinal_opens_that_item_of_the_list_before(
    ask: Ask, ordinal: str, heading: str
) -> None:
    answer = ask("规划有哪些保障措施？", ordinal)
    assert answer.outcome is Outcome.ANSWERED
    assert {citation.path[-1] for citation in answer.citations} == {heading}


def test_an_ordinal_that_the_list_does_not_have_is_not_made_up(ask: Ask) -> None:
    assert ask("规划有哪些保障措施？", "第九条具体讲什么？").outcome is not Outcome.ANSWERED


def test_an_ordinal_with_nothing_before_it_is_not_answered(ask: Ask) -> None:
    assert ask("第二条具体讲什么？").outcome in {Outcome.UNCLEAR, Outcome.NOT_FOUND}


@pytest.mark.parametrize("asked", ["深圳市的养老规划目标是什么？", "北京有哪些保障措施？"])
def test_a_place_that_no_plan_covers_is_named_and_refused(ask: Ask, asked: str) -> None:
    answer = ask(asked)
    assert answer.outcome is Outcome.NOT_FOUND
    assert asked[:2] in answer.text
    assert answer.related == ()


def test_a_refusal_names_the_words_that_no_plan_uses_and_where_to_ask(ask: Ask) -> None:
    answer = ask("今天梅州天气怎么样？")
    assert answer.outcome is Outcome.NOT_FOUND
    assert "天气" in answer.missing
    assert "12345" in answer.text
    assert all(word in answer.text for word in answer.missing)


def test_a_missing_word_is_a_word(ask: Ask) -> None:
    missing = ask("离婚冷静期是多少天？").missing
    assert "离婚冷静期" in missing
    assert not [word for word in missing if "是" in word or "多少" in word]


def test_without_a_telephone_number_none_is_named(answerer: Answerer) -> None:
    answer = Answerer(answerer.shelf).answer(Question("离婚冷静期是多少天？"))
    assert answer.outcome is Outcome.NOT_FOUND
    assert "拨打" not in answer.text


@pytest.mark.parametrize("said", ["你好", "您好！", "谢谢", "你是谁？能做什么？", "再见", "HELLO"])
def test_small_talk_gets_a_friendly_word_and_no_citation(ask: Ask, said: str) -> None:
    answer = ask(said)
    assert answer.outcome is Outcome.SMALL_TALK
    assert answer.text
    assert answer.citations == answer.related == ()


@pytest.mark.parametrize("said", ["？", "的", "怎么办", "。。。", "是什么", "哪些？"])
def test_a_question_about_nothing_is_unclear(ask: Ask, said: str) -> None:
    answer = ask(said)
    assert answer.outcome is Outcome.UNCLEAR
    assert answer.citations == answer.related == ()


def test_without_an_index_the_command_to_run_is_named(tmp_path: Path) -> None:
    with pytest.raises(IndexNotBuilt, match="flask build-index"):
        Answerer(ServedShelf(tmp_path)).answer(Question("大养老体系怎么建？"))


def test_a_text_tampered_with_on_disk_is_never_shown(built: Path, tmp_path: Path) -> None:
    data = Path(shutil.copytree(built, tmp_path / "data"))
    answerer = Answerer(ServedShelf(data))
    asked = Question("大养老体系怎么建？")
    (citation,) = answerer.answer(asked).citations
    (database,) = data.glob("generations/*/generation.db")
    with sqlite3.connect(database) as connection:
        changed = connection.execute(
            "update documents set text = replace(text, '普惠养老', '豪华养老') where id = ?",
            [citation.document.id],
        )
    connection.close()
    assert changed.rowcount == 1
    with pytest.raises(GenerationDamaged, match="flask build-index --force"):
        answerer.answer(asked)
    with pytest.raises(GenerationDamaged):
        Answerer(ServedShelf(data)).answer(asked)


def test_a_place_without_a_plan_of_its_own_is_answered_from_the_nation_and_told_so(
    tmp_path: Path, built: Path
) -> None:
    nation = (
        "中华人民共和国国务院令\n志愿服务条例\n（2017年8月22日国务院令第685号公布）\n"
        "第一条 志愿者可以通过志愿服务信息系统自行注册。"
    )
    there = brain(tmp_path, built, nation)
    answer = there.ask("杭州的志愿者怎么通过志愿服务信息系统自行注册？")
    assert answer.outcome is Outcome.ANSWERED
    assert answer.text.startswith("已收录的文件没有专门写杭州的")


@pytest.mark.parametrize("asked", ["孤儿怎么保障？", "志愿者怎么培养？"])
def test_the_nearest_sentence_stands_first_beside_a_refusal(
    ask: Ask, served: Generation, asked: str
) -> None:
    chosen = best_attempt(Question(asked), served).candidate
    nearest, *_ = ask(asked).related
    assert chosen
    assert nearest.document.id == chosen.document.id
    assert nearest.span.meets(chosen.spans[0])


@pytest.mark.parametrize("asked", ["孤儿怎么保障？", "志愿者怎么培养？"])
def test_what_is_perhaps_meant_is_shown_beside_a_refusal(ask: Ask, asked: str) -> None:
    answer = ask(asked)
    assert answer.outcome is Outcome.NOT_FOUND
    assert answer.related
    assert answer.suggestions


@pytest.mark.parametrize("asked", ["你爱吃什么水果？", "学校几点放学？", "公务员工资什么时候涨？"])
def test_a_question_on_other_things_is_refused_with_nothing_beside(ask: Ask, asked: str) -> None:
    answer = ask(asked)
    assert answer.outcome is Outcome.NOT_FOUND
    assert answer.related == ()


def test_asked_for_five_the_five_are_named_before_their_sentence(ask: Ask) -> None:
    answer = ask("五大体系是哪五个？")
    listed, sentence = answer.parts
    assert isinstance(listed, List)
    assert isinstance(sentence, Quote)
    named = [one.quote for one in answer.citations if one.number in listed.citations]
    assert named == ["大救助", "大养老", "大儿童保障", "大慈善", "大社会治理"]
    assert answer.citations[0].quote.startswith("“十四五”时期")


def test_asked_for_another_number_nothing_is_named(ask: Ask) -> None:
    assert not any(isinstance(part, List) for part in ask("六大体系是哪六个？").parts)


def test_who_asks_for_help_after_telling_of_danger_is_told_whom_to_call_again(ask: Ask) -> None:
    told = ask("我老公打我")
    again = ask("我老公打我", "去哪求助")
    assert again.outcome is Outcome.SMALL_TALK
    assert again.text == told.text
    assert ask("养老体系怎么建？", "去哪求助").text != told.text


def test_where_somebody_is_from_is_not_where_they_ask_of(ask: Ask) -> None:
    assert "不涉及" not in ask("我从湖南来，梅州的养老体系怎么建？").text
    assert "不涉及" in ask("湖南的养老体系怎么建？").text


def test_only_things_are_named_as_missing(ask: Ask) -> None:
    assert ask("我老公没工作，摩托车牌照怎么办？").missing == ("摩托车", "牌照")


def test_what_staff_should_hear_may_be_left_to_them(ask: Ask) -> None:
    for typed in ("转人工", "我要投诉", "你们这破系统", "摩托车牌照怎么补？"):
        assert ask(typed).may_be_left, typed
    for typed in ("你好", "不想活了", "养老体系怎么建？"):
        assert not ask(typed).may_be_left, typed


def test_a_fact_is_asked_on_of_the_same_document(ask: Ask) -> None:
    before = "梅州民政规划还有效吗"
    assert ask(before, "是谁发的").text.startswith("发布机关：梅州市民政局。")
    assert ask(before, "哪天发的").text.startswith("发布日期：2021-09-18。")
    assert ask("梅州十四五规划还有效吗", "是谁发的").text.startswith("发布机关：梅州市民政局。")
