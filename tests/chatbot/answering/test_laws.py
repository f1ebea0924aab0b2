"""The laws of answers, on all judged questions and on anything a person may type."""

import json
import random
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chatbot.answering.answer import Outcome
from chatbot.answering.pipeline import Answerer
from chatbot.answering.understanding.question import Question
from index.generation import Generation
from index.served import ServedShelf
from tests.chatbot.answering.laws import assert_lawful
from tests.chatbot.conftest import Ask

GOLD = Path(__file__).resolve().parents[2] / "gold" / "questions.jsonl"
ROWS = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines() if line]
TURNS = [tuple(row["turns"]) for row in ROWS]
PLAN_IDS = [
    "meizhou-civil-affairs-14fyp-draft-summary",
    "civil-affairs-14fyp-drafting-workplan",
]
_words = st.sampled_from(
    "大养老体系 保障措施 第二条 那 呢 哪些 怎么 多少 什么时候 谁 第九项 深圳市 低保 规划 责任科室"
    " ？ 《 」 [1] 2025年 二O三五年 原文 电话 吗 发布"
    " 梅州市 它 的 是什么意思 共产党 养老 ＡＩ 高齡津貼".split()
)
_typed = st.one_of(
    st.lists(_words, min_size=1, max_size=8).map("".join),
    st.text(max_size=40),
    st.text(alphabet=st.characters(), max_size=10),
)


@pytest.mark.parametrize("turns", TURNS, ids=[row["id"] for row in ROWS])
def test_every_judged_question_is_answered_lawfully(
    ask: Ask, served: Generation, turns: tuple[str, ...]
) -> None:
    assert_lawful(ask(*turns), " ".join(turns), served)


@settings(max_examples=60)
@given(_typed, st.lists(_typed, max_size=5), st.sets(st.sampled_from([*PLAN_IDS, "unknown"])))
def test_whatever_is_typed_is_answered_lawfully(
    answerer: Answerer, typed: str, before: list[str], documents: set[str]
) -> None:
    asked = Question(typed, tuple(before), frozenset(documents))
    answer = answerer.answer(asked)
    assert_lawful(answer, " ".join([*before, typed]), answerer.shelf.current())
    assert answerer.answer(asked) == answer
    assert answer.context in {"", *before}


@settings(max_examples=12)
@given(st.data())
def test_any_words_of_a_plan_are_answered_lawfully(answerer: Answerer, data: st.DataObject) -> None:
    served = answerer.shelf.current()
    document = served.documents[data.draw(st.integers(0, len(served.documents) - 1))]
    start = data.draw(st.integers(0, len(document.text) - 2))
    asked = document.text[start : start + data.draw(st.integers(1, 500))]
    assert_lawful(answerer.answer(Question(asked)), asked, served)


def test_the_same_question_is_answered_the_same_by_another_worker(built: Path, ask: Ask) -> None:
    other = Answerer(ServedShelf(built), "12345")
    for turns in random.Random(5).sample(TURNS, 6):  # noqa: S311
        answer = other.answer(Question(turns[-1], turns[:-1]))
        assert answer == ask(*turns)
        assert answer.id == ask(*turns).id


def test_an_answers_id_tells_questions_histories_and_filters_apart(ask: Ask) -> None:
    asked = [
        ask("保障措施有哪些？"),
        ask("保障措施有哪些"),
        ask("大养老体系怎么建？", "保障措施有哪些？"),
        ask("保障措施有哪些？", documents=frozenset(PLAN_IDS[:1])),
    ]
    assert len({answer.id for answer in asked}) == len(asked)


@pytest.mark.parametrize("document_id", PLAN_IDS)
def test_only_the_wanted_document_is_quoted(ask: Ask, document_id: str) -> None:
    wanted = frozenset({document_id})
    quoted = {
        citation.document.id
        for turns in TURNS
        for answer in [ask(*turns, documents=wanted)]
        for citation in (*answer.citations, *answer.related)
    }
    assert quoted == wanted


@pytest.mark.parametrize(
    "asked",
    ["大养老体系怎么建？", "规划有哪些保障措施？", "规划是什么时候发布的？", "文号是多少？"],
)
def test_a_document_that_is_not_here_answers_nothing(ask: Ask, asked: str) -> None:
    answer = ask(asked, documents=frozenset({"unknown"}))
    assert answer.outcome is Outcome.NOT_FOUND
    assert answer.related == ()


@pytest.mark.parametrize("sign", ["养", "？", "一", "第", "1", " ", "“", "𠮷"])
def test_five_hundred_times_one_sign_is_answered_at_once(
    ask: Ask, served: Generation, sign: str
) -> None:
    begun = time.perf_counter()
    assert_lawful(ask(sign * 500), sign, served)
    assert time.perf_counter() - begun < 2
