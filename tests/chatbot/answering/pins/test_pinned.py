"""A pinned passage answers its own question and no other, and only while it stands in the plans."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.answering.answer import Answer, Outcome
from chatbot.answering.pins.pin import Pin, is_whole, relocated
from chatbot.answering.pins.pinned import PinnedAnswers
from chatbot.answering.pipeline import Answerer
from chatbot.answering.understanding.question import Question
from chatbot.answering.understanding.sameness import content
from index.generation import Generation
from index.language.sentences import sentences
from index.outlining.outline import outline
from index.spans import Span
from tests.index.stored import tiny
from tests.index.written import plan, plan_texts

MEIZHOU = "meizhou-civil-affairs-14fyp-draft-summary"
WORDING = "高龄老人每月领多少津贴？"
QUOTE = "持续开展民政系统职业道德教育。"
Pinned = Callable[..., Answer | None]


@pytest.fixture(scope="module")
def pin(served: Generation) -> Pin:
    document = served.document(MEIZHOU)
    assert document is not None
    start = document.text.index(QUOTE)
    span = Span(start, start + len(QUOTE))
    return Pin(3, (WORDING, "津贴怎么发？"), MEIZHOU, span, document.sha256, QUOTE)


@pytest.fixture(scope="module")
def pinned(answerer: Answerer, pin: Pin) -> Pinned:
    answers = PinnedAnswers(answerer.shelf, lambda: pins)
    pins = (pin,)

    def asked(*turns: str, documents: frozenset[str] = frozenset()) -> Answer | None:
        return answers.answer(Question(turns[-1], turns[:-1], documents))

    return asked


@pytest.mark.parametrize(
    "question",
    [
        WORDING,
        "请问高龄老人每月领多少津贴",
        "  高齡老人，每月領多少津貼？？",
        "每月领多少津贴，高龄老人？",
        "您好，我想问一下高龄老人每月领多少津贴呢？谢谢！",
        "津贴如何发？",
        "津贴咋发",
    ],
)
def test_the_same_question_in_another_form_gets_the_pinned_quote(
    pinned: Pinned, pin: Pin, question: str
) -> None:
    answer = pinned(question)
    assert answer is not None
    assert (answer.outcome, answer.pin) == (Outcome.ANSWERED, 3)
    (citation,) = answer.citations
    assert (citation.quote, citation.span, citation.number) == (QUOTE, pin.span, 1)
    assert citation.path == ("五、保障措施", "(四)加强人才培养")
    assert f"「{QUOTE}」[1]" in answer.text
    assert pinned(question) == answer


@pytest.mark.parametrize(
    "question",
    [
        "高龄老人每月领多少补贴？",
        "高龄老人每年领多少津贴？",
        "高龄老人每月不领多少津贴？",
        "高龄老人每月最多领多少津贴？",
        "高龄老人津贴？",
        "津贴什么时候发？",
        "津贴怎么不发？",
        "大养老体系怎么建？",
        "？",
        "",
    ],
)
def test_another_question_is_not_answered_by_the_pin(pinned: Pinned, question: str) -> None:
    assert pinned(question) is None


def test_the_pin_answers_in_a_conversation_unless_the_question_leans_on_it(
    answerer: Answerer, pin: Pin
) -> None:
    pins = (pin, replace(pin, number=4, wordings=("那津贴呢？",)))
    answers = PinnedAnswers(answerer.shelf, lambda: pins)
    assert answers.answer(Question(WORDING, ("大养老体系怎么建？",))) is not None
    assert answers.answer(Question("那津贴呢？", ())) is not None
    assert answers.answer(Question("那津贴呢？", ("大养老体系怎么建？",))) is None


def test_the_pin_keeps_to_the_documents_asked_of(pinned: Pinned) -> None:
    assert pinned(WORDING, documents=frozenset({MEIZHOU}))
    assert pinned(WORDING, documents=frozenset({"civil-affairs-14fyp-drafting-workplan"})) is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"sha256": "0" * 64},
        {"quote": "持续开展民政系统职业道德教学。"},
        {"span": Span(10**7, 10**7 + len(QUOTE))},
        {"document": "gone"},
    ],
)
def test_a_pin_whose_words_do_not_stand_there_is_never_served(
    answerer: Answerer, pin: Pin, wrong: dict[str, object]
) -> None:
    spoiled = (replace(pin, **wrong),)  # type: ignore[arg-type]
    assert PinnedAnswers(answerer.shelf, lambda: spoiled).answer(Question(WORDING)) is None


def test_without_pins_nothing_is_answered(answerer: Answerer) -> None:
    assert PinnedAnswers(answerer.shelf, tuple).answer(Question(WORDING)) is None


TEXT = "一、任务\n建设养老机构。完善制度。\n二、保障\n加强领导。"


def generation(text: str) -> Generation:
    document = plan(text)
    return replace(tiny("g"), documents=(document,), outlines=(outline(document),))


def made(quote: str, text: str = TEXT) -> Pin:
    document = plan(text)
    start = text.index(quote)
    return Pin(
        1, ("怎么建？",), document.id, Span(start, start + len(quote)), document.sha256, quote
    )


def test_in_the_same_text_a_pin_stays_as_it_is() -> None:
    pin = made("完善制度。")
    assert relocated(pin, generation(TEXT)) is pin


def test_in_a_new_text_a_pin_moves_to_where_its_quote_stands() -> None:
    new = "一、形势\n稳定。\n" + TEXT
    moved = relocated(made("完善制度。"), generation(new))
    assert moved is not None
    assert moved.span.cut(new) == moved.quote == "完善制度。"
    assert moved.stands_in(plan(new))


@pytest.mark.parametrize(
    "new",
    [
        TEXT.replace("完善制度", "完善制度体系"),
        TEXT + "\n三、其他\n完善制度。",
        TEXT.replace("完善制度。", "不再完善制度。"),
        "一、任务\n建设养老机构。",
    ],
    ids=["altered", "twice", "now part of a sentence", "gone"],
)
def test_where_its_quote_is_altered_or_not_alone_a_pin_waits_for_a_person(new: str) -> None:
    assert relocated(made("完善制度。"), generation(new)) is None


def test_a_pin_of_a_document_that_is_gone_waits_for_a_person() -> None:
    assert relocated(replace(made("完善制度。"), document="gone"), generation(TEXT)) is None


@given(plan_texts, st.data())
def test_a_pin_of_whole_sentences_is_whole_and_stays_so_when_it_moves(
    text: str, data: st.DataObject
) -> None:
    sections = outline(plan(text))
    section = data.draw(st.sampled_from(sections))
    listed = list(sentences(text, section.span))
    first = data.draw(st.integers(0, len(listed) - 1)) if listed else -1
    if first < 0:
        return
    last = data.draw(st.integers(first, len(listed) - 1))
    span = Span(listed[first].start, listed[last].end)
    assert is_whole(span, text, sections)
    moved = relocated(made(span.cut(text), text), generation("前言\n" + text))
    assert moved is None or moved.span.cut("前言\n" + text) == moved.quote


def test_content_tells_numbers_and_opposites_apart(served: Generation) -> None:
    cut = served.tokenizer
    pairs = [
        ("低保最高多少", "低保最低多少"),
        ("可以取消低保吗", "不可以取消低保吗"),
        ("2025年的目标", "2035年的目标"),
        ("第三条讲什么", "第四条讲什么"),
        ("养老服务有哪些", "养老服务是什么"),
        ("60岁以上老人", "60岁以下老人"),
    ]
    for one, other in pairs:
        assert content(one, cut) != content(other, cut), one


@pytest.mark.parametrize(
    ("wordings", "quote"), [((), QUOTE), ((WORDING,), QUOTE[:-1]), ((WORDING,), "")]
)
def test_a_pin_that_answers_nothing_or_quotes_other_words_is_nonsense(
    wordings: tuple[str, ...], quote: str
) -> None:
    with pytest.raises(ValueError, match="a pin answers some question"):
        Pin(0, wordings, MEIZHOU, Span(0, len(QUOTE)), "", quote)
