"""Presenting: quotes gathered by their place, and nothing said twice."""

from chatbot.services import Services
from chatbot.web.ask.answer_page import quote_groups, words_around


def test_the_quotes_of_one_section_are_one_group(services: Services) -> None:
    answer = services.answer("民政事业面临哪些挑战？")
    (group,) = quote_groups(answer)
    assert group.citations == answer.citations
    assert group.is_list


def test_a_single_quote_is_no_list(services: Services) -> None:
    (group,) = quote_groups(services.answer("大养老体系怎么建？"))
    assert not group.is_list


def test_the_words_around_leave_out_quotes_and_source(services: Services) -> None:
    assert words_around(services.answer("大养老体系怎么建？")) == ()
    assert words_around(services.answer("民政事业面临哪些挑战？")) == ("共列出3项：",)


def test_a_fact_and_a_refusal_are_said_whole(services: Services) -> None:
    for question in ("梅州民政规划征求意见稿是什么时候发布的？", "高龄津贴每月发多少钱？", "你好"):
        answer = services.answer(question)
        assert words_around(answer) == (answer.text,)


def test_the_places_of_a_wording_are_named_once_below_their_quotes(services: Services) -> None:
    answer = services.answer("“民政事业”这个词在哪里出现？")
    assert len({citation.path for citation in answer.citations}) > 1
    assert words_around(answer) == (answer.text.splitlines()[0],)
