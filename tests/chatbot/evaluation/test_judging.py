"""When an answer is right: each rule, and what just misses it."""

from dataclasses import replace

import pytest

from chatbot.answering.answer import Answer, Outcome
from chatbot.answering.citing import Citation
from chatbot.answering.parts import Quote, Reply
from chatbot.evaluation.judged import JudgedQuestion
from chatbot.evaluation.judging import first_citation_is_right, is_near, is_right
from chatbot.evaluation.measures import judge_all, measure
from index.intake.documents import Document
from index.spans import Span
from tests.index.written import plan

TEXT = "构建养老服务体系，完善机制。" + "加强领导。" * 200
PLAN = plan(TEXT, "梅州市民政事业规划", "meizhou-plan")
OTHER = plan(TEXT, "另一份完全不同的方案", "other")
EVIDENCE = "构建养老服务体系"
ASKED = JudgedQuestion("q", "fact", ("怎么养老？",), True, "meizhou-plan", (EVIDENCE,))
UNANSWERABLE = JudgedQuestion("u", "unanswerable", ("天气？",), False)
SMALL_TALK = JudgedQuestion("s", "smalltalk", ("你好",), False)


def quoting(*spans: tuple[int, int], of: Document = PLAN) -> Answer:
    citations = tuple(
        Citation(number, of, (), Span(*span), of.text[slice(*span)])
        for number, span in enumerate(spans, 1)
    )
    shown = Quote(tuple(citation.number for citation in citations))
    return Answer("a", Outcome.ANSWERED, (Reply("如下。"), shown), "g", citations)


def saying(outcome: Outcome, text: str = "没有找到。") -> Answer:
    return Answer("a", outcome, (Reply(text),), "g")


def test_a_quote_that_holds_the_evidence_is_right() -> None:
    assert is_right(ASKED, quoting((0, 14)))
    assert is_right(ASKED, quoting((14, 19), (0, 9)))


def test_a_quote_without_the_evidence_is_wrong() -> None:
    assert not is_right(ASKED, quoting((14, 19)))
    assert not is_right(ASKED, quoting((0, 7))), "a part of the evidence is not enough"


def test_every_piece_of_evidence_must_be_quoted() -> None:
    both = replace(ASKED, evidence=(EVIDENCE, "完善机制"))
    assert is_right(both, quoting((0, 9), (9, 14)))
    assert not is_right(both, quoting((0, 9)))


def test_other_evidence_would_do_as_well() -> None:
    other = replace(ASKED, evidence=("没有这句",), also=(("完善机制", EVIDENCE),))
    assert is_right(other, quoting((0, 14)))
    assert first_citation_is_right(other, quoting((0, 14)))
    assert not is_right(other, quoting((0, 9))), "a part of the other list is not enough"


def test_a_refusal_that_shows_the_evidence_among_its_first_three_quotes_helps() -> None:
    refused = saying(Outcome.NOT_FOUND)
    cited = quoting((14, 19), (19, 24), (24, 29), (0, 14)).citations
    assert is_near(ASKED, replace(refused, related=cited[-1:]))
    assert not is_near(ASKED, replace(refused, related=cited)), "the fourth is not read"
    assert not is_near(ASKED, replace(refused, related=quoting((0, 501)).citations))


def test_the_quote_must_come_from_the_document_meant() -> None:
    assert not is_right(ASKED, quoting((0, 14), of=OTHER))


@pytest.mark.parametrize(
    "name",
    [
        "meizhou-plan",
        "meizhou-plan.txt",
        "plans/meizhou-plan.pdf",
        "梅州市民政事业规划",
        "梅州市民政事业规划.docx",
        "（印发）梅州市民政事业规划全文",
    ],
)
def test_a_document_is_known_by_its_id_its_title_and_its_file_name(name: str) -> None:
    assert is_right(replace(ASKED, document=name), quoting((0, 14)))
    assert not is_right(replace(ASKED, document=name), quoting((0, 14), of=OTHER))


def test_quoting_everything_wins_nothing() -> None:
    assert not is_right(ASKED, quoting((0, 501)))
    assert is_right(ASKED, quoting((0, 500)))
    long = replace(ASKED, evidence=(TEXT[:300],))
    assert is_right(long, quoting((0, 600)))
    assert not is_right(long, quoting((0, 601)))


def test_width_and_white_space_make_no_difference() -> None:
    assert is_right(replace(ASKED, evidence=("构建 养老服务体系,",)), quoting((0, 14)))


def test_an_answerable_question_must_be_answered() -> None:
    assert not is_right(ASKED, saying(Outcome.NOT_FOUND))
    assert not is_right(ASKED, saying(Outcome.UNCLEAR))


def test_a_fact_may_be_said_or_quoted() -> None:
    when, said = replace(ASKED, evidence=(), says=("2021",)), quoting((0, 9))
    assert is_right(when, replace(said, parts=(Reply("发布于２０２１年。"), *said.parts)))
    assert not is_right(when, quoting((0, 9)))
    assert is_right(replace(when, says=("养老",)), quoting((0, 9)))


def test_an_unanswerable_question_must_be_refused() -> None:
    assert is_right(UNANSWERABLE, saying(Outcome.NOT_FOUND))
    assert is_right(UNANSWERABLE, saying(Outcome.UNCLEAR))
    assert not is_right(UNANSWERABLE, saying(Outcome.SMALL_TALK))
    assert not is_right(UNANSWERABLE, quoting((0, 9)))


def test_small_talk_gets_a_word_and_no_quote() -> None:
    assert is_right(SMALL_TALK, saying(Outcome.SMALL_TALK))
    assert is_right(SMALL_TALK, saying(Outcome.UNCLEAR))
    assert not is_right(SMALL_TALK, saying(Outcome.SMALL_TALK, ""))
    assert not is_right(SMALL_TALK, quoting((0, 9)))


def test_only_the_first_quote_counts_as_first() -> None:
    assert first_citation_is_right(ASKED, quoting((0, 14), (14, 19)))
    assert not first_citation_is_right(ASKED, quoting((14, 19), (0, 14)))
    assert not first_citation_is_right(ASKED, saying(Outcome.NOT_FOUND))


def test_the_measures_are_shares_of_what_was_judged() -> None:
    replies: dict[tuple[str, ...], Answer] = {
        ("怎么养老？",): quoting((0, 9)),
        ("天气？",): quoting((14, 19)),
        ("你好",): saying(Outcome.SMALL_TALK),
    }
    measures = measure(judge_all([ASKED, UNANSWERABLE, SMALL_TALK], replies.__getitem__))
    assert (measures["questions"], measures["quotes"]) == (3, 2)
    assert measures["right"] == pytest.approx(0.667)
    assert measures["right_answerable"] == measures["first_citation_right"] == 1
    assert measures["false_answers"] == 1
    assert measures["refused_though_answerable"] == 0
    assert measures["verbatim"] == 1
    assert measures["quoted_chars_median"] == 9
    assert measures["by_kind"] == {"fact": "1/1", "smalltalk": "1/1", "unanswerable": "0/1"}


def test_no_questions_give_measures_of_nothing() -> None:
    assert measure([])["questions"] == 0
