"""What staff advise stands below the answer on its topic, until it expires, and changes nothing."""

from datetime import date

import pytest

from chatbot.answering.answer import Outcome
from chatbot.answering.guidance.guide import Guide
from chatbot.answering.guidance.guiding import asked_for, guided
from chatbot.answering.parts import Guidance, Reply
from chatbot.answering.pipeline import Answerer
from chatbot.answering.understanding.question import Question
from index.generation import Generation

TODAY = date(2026, 11, 27)


def guide(number: int, *topics: str, until: str = "2027-05-31") -> Guide:
    advice = Guidance(topics[0], "2026-11-01", until, phone="0753-2180000", office="街道办事大厅")
    return Guide(number, topics, advice)


LOW_INCOME, CARE, HOMES = guide(1, "低保"), guide(2, "养老"), guide(3, "养老机构补贴")


@pytest.mark.parametrize(
    ("question", "advised"),
    [
        ("怎么申请低保？", [1]),
        ("最低生活保障多少钱", [1]),  # the same in the plans' words
        ("养老有什么打算", [2]),
        ("养老机构的补贴怎么领", [3]),  # not 养老 beside it
        ("低保户养老怎么办", [1, 2]),
        ("临时救助怎么申请", []),  # near to it, and another thing
        ("殡葬改革怎么推进", []),
    ],
)
def test_a_guide_is_asked_for_by_its_topic(
    served: Generation, question: str, advised: list[int]
) -> None:
    found = asked_for(Question(question), (LOW_INCOME, CARE, HOMES), served.tokenizer, TODAY)
    assert sorted(one.number for one in found) == advised


def test_a_question_that_goes_on_asks_for_what_was_named_before(served: Generation) -> None:
    goes_on = Question("那要带什么？", ("怎么申请低保？",))
    tokenizer = served.tokenizer
    assert asked_for(goes_on, (LOW_INCOME,), tokenizer, TODAY) == (LOW_INCOME,)


def test_on_the_day_after_its_last_a_guide_is_not_shown(served: Generation) -> None:
    old = guide(4, "低保", until="2026-11-26")
    last = guide(5, "低保", until="2026-11-27")
    tokenizer = served.tokenizer
    assert asked_for(Question("怎么申请低保？"), (old, last), tokenizer, TODAY) == (last,)


def test_an_answer_keeps_its_outcome_and_quotes_and_gets_an_id_of_its_own(
    answerer: Answerer, served: Generation
) -> None:
    question = Question("养老体系怎么建？")
    plain = answerer.answer(question)
    tokenizer = served.tokenizer
    advised = guided(plain, question, (CARE,), tokenizer, TODAY)
    assert (advised.outcome, advised.citations) == (plain.outcome, plain.citations)
    assert advised.parts == (*plain.parts, CARE.guidance)
    assert advised.text.endswith(
        "办事指引：养老（工作人员提供，不是规划原文）\n到哪里办：街道办事大厅\n"
        "电话：0753-2180000\n工作人员 2026-11-01 核对"
    )
    changed = guided(plain, question, (guide(9, "养老"),), tokenizer, TODAY)
    assert len({plain.id, advised.id, changed.id}) == 3
    assert guided(plain, question, (LOW_INCOME,), tokenizer, TODAY) is plain


def test_before_a_refusal_stands_what_to_do_next(answerer: Answerer, served: Generation) -> None:
    question = Question("低保每月领多少钱？")
    answer = answerer.answer(question)
    assert answer.outcome is Outcome.NOT_FOUND
    advised = guided(answer, question, (LOW_INCOME,), served.tokenizer, TODAY)
    first, said = advised.parts
    assert first == LOW_INCOME.guidance
    assert isinstance(said, Reply)
    assert said.text == "规划文件里没有找到能直接回答的原文。"
    assert not advised.missing


def test_beside_a_complaint_stands_what_to_do_next(answerer: Answerer, served: Generation) -> None:
    question = Question("你们民政局办事太差了，低保办了五趟没办成，我要投诉")
    answer = answerer.answer(question)
    assert answer.outcome is Outcome.SMALL_TALK
    advised = guided(answer, question, (LOW_INCOME,), served.tokenizer, TODAY)
    assert advised.parts == (LOW_INCOME.guidance, *answer.parts)


def test_who_is_in_danger_gets_no_advice(answerer: Answerer, served: Generation) -> None:
    question = Question("低保停了，我不想活了")
    answer = answerer.answer(question)
    tokenizer = served.tokenizer
    assert guided(answer, question, (LOW_INCOME,), tokenizer, TODAY) is answer


def test_a_guide_bears_the_name_of_its_first_topic() -> None:
    with pytest.raises(ValueError, match="first of its topics"):
        Guide(1, ("低保",), CARE.guidance)
