"""The question page: a conversation by plain forms."""

import re

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse


def ask(client: FlaskClient, question: str, history: tuple[str, ...] = ()) -> TestResponse:
    form = {"question": question, "history": list(history)}
    return client.post("/ask", data=form, content_type="multipart/form-data")


def test_the_answer_shows_quote_source_status_and_link(client: FlaskClient) -> None:
    html = ask(client, "大养老体系怎么建？").text
    assert "实施积极应对人口老龄化国家战略" in html
    assert "四、主要任务 › (二)构建大养老体系" in html
    assert ">征求意见稿</span>" in html
    assert re.search(
        r'href="/plans/[^"]+\?start=\d+&amp;end=\d+&amp;sha256=[0-9a-f]{16}#mark"', html
    )


def test_a_list_is_shown_as_one_list_with_a_link_for_each_item(client: FlaskClient) -> None:
    html = ask(client, "民政事业面临哪些挑战？").text
    assert html.count('class="number"') == 3
    assert html.count("<blockquote") == 0


def test_the_question_goes_into_the_history_of_the_next(client: FlaskClient) -> None:
    html = ask(client, "大养老体系怎么建？", ("民政事业面临哪些挑战？",)).text
    sent = re.findall(r'name="history" value="([^"]+)"', html)
    assert sent[:2] == ["民政事业面临哪些挑战？", "大养老体系怎么建？"]
    assert "接着前面的 1 个问题" in html


def test_only_five_earlier_questions_are_carried(client: FlaskClient) -> None:
    html = ask(client, "大养老体系怎么建？", tuple(f"第{n}个问题" for n in "一二三四五六七")).text
    last_form = html[html.rindex("<form") :]
    assert last_form.count('name="history"') == 5
    assert "第七个问题" in last_form


def test_a_refusal_names_the_telephone_and_the_nearest_sections(client: FlaskClient) -> None:
    html = ask(client, "高龄津贴每月发多少钱？").text
    assert "没有找到" in html
    assert 'href="tel:12345"' in html
    assert html.count('class="phone"') == 2, "once in the reply, once at the foot of the page"


@pytest.mark.parametrize("question", ["", "  ", "老" * 501])
def test_a_question_that_cannot_be_asked_is_kept_and_explained(
    client: FlaskClient, question: str
) -> None:
    reply = ask(client, question, ("大养老体系怎么建？",))
    assert reply.status_code == 400
    assert 'role="alert"' in reply.text
    assert f">{question}</textarea>" in reply.text
    assert 'name="history" value="大养老体系怎么建？"' in reply.text


def test_the_longest_conversation_fits_into_a_request(client: FlaskClient) -> None:
    assert ask(client, "老" * 500, ("老" * 500,) * 5).status_code == 200


def test_a_form_that_is_too_large_is_refused_in_a_page(client: FlaskClient) -> None:
    reply = ask(client, "a" * 20_000)
    assert reply.status_code == 413
    assert reply.mimetype == "text/html"


def test_the_question_never_stands_in_an_address(client: FlaskClient) -> None:
    html = ask(client, "大养老体系怎么建？").text
    assert 'method="get"' not in html
    assert not re.search(r'(?:href|action)="[^"]*%E5%A4%A7', html)


def test_who_writes_a_personal_number_is_warned_once(client: FlaskClient) -> None:
    typed = "我的电话是13812345678，高龄津贴怎么领？"
    page = client.post("/ask", data={"question": typed}).text
    assert "建议删掉" in page
    assert typed in page
    assert "quotes" not in page
    again = {"question": typed, "as_it_is": "1"}
    assert "建议删掉" not in client.post("/ask", data=again).text
