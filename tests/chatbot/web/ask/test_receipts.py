"""Who got no answer leaves the question, and reads under its receipt what staff have made of it."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from chatbot.answering.guidance.guide import Guide
from chatbot.answering.parts import Guidance
from chatbot.beijing_time import today_in_china
from chatbot.records.staff.audit import Action, Deed
from chatbot.services import Services
from tests.chatbot.web.elements import texts, tree_of
from tests.chatbot.web.pinning import asked, post

QUESTION = "摩托车牌照怎么补领？"
DEED = Deed("test", Action.GUIDE_KEPT)


@pytest.fixture
def receipt(client: FlaskClient) -> str:
    answer = asked(client, QUESTION)
    assert answer["outcome"] == "not_found"
    left = client.post("/api/receipts", json={"answer": answer["id"]}).get_json()
    assert left["url"] == f"/receipts?receipt={left['receipt']}"
    return str(left["receipt"])


@pytest.fixture
def guided(services: Services) -> Iterator[str]:
    """A guide on the matter, written afterwards."""
    until = (today_in_china() + timedelta(days=9)).isoformat()
    advice = Guidance("摩托车牌照", "2026-01-01", until, office="车管所窗口")
    number = services.guides.keep(Guide(0, ("摩托车牌照",), advice), DEED)
    yield "车管所窗口"
    services.guides.withdraw(number, DEED)


def page_of(client: FlaskClient, receipt: str) -> str:
    reply = client.get(f"/receipts?receipt={receipt}")
    assert reply.status_code == 200
    assert QUESTION in reply.text
    return reply.text


def test_it_is_waiting_until_somebody_deals_with_it(
    client: FlaskClient, services: Services, receipt: str
) -> None:
    assert "还没有处理" in page_of(client, receipt)
    services.records.handle(QUESTION, "王芳", "内部说明")
    page = page_of(client, receipt)
    assert "已经处理" in page
    assert "内部说明" not in page
    services.records.reopen(QUESTION)


def test_what_staff_advise_stands_under_it(client: FlaskClient, receipt: str, guided: str) -> None:
    assert guided in texts(tree_of(page_of(client, receipt)), ".guidance dd")[0]


def test_without_scripts_it_is_left_by_a_form(client: FlaskClient) -> None:
    page = client.post("/ask", data={"question": QUESTION}).text
    answer = page.partition('action="/receipts"')[2].partition('name="answer" value="')[2]
    reply = client.post("/receipts", data={"answer": answer.partition('"')[0]})
    assert reply.status_code == 303
    shown = client.get(reply.location).text
    assert "请记下回执号" in shown
    assert QUESTION in shown


def test_a_receipt_that_nobody_was_given_is_told_so(client: FlaskClient) -> None:
    reply = client.get("/receipts?receipt=1234-5678-9012")
    assert reply.status_code == 404
    assert "没有 1234-5678-9012 这个回执" in reply.text
    assert client.get("/receipts").status_code == 200


def test_an_answer_cannot_be_left(client: FlaskClient) -> None:
    answered = asked(client, "大养老体系怎么建？")["id"]
    for answer, status in ((answered, 404), ("none", 404), ("", 400), (7, 400)):
        reply = client.post("/api/receipts", json={"answer": answer})
        assert reply.status_code == status
    assert "留给工作人员" not in client.post("/ask", data={"question": "大养老体系怎么建？"}).text


def test_staff_see_what_was_left(client: FlaskClient, staff: FlaskClient, receipt: str) -> None:
    assert receipt
    assert "居民留下的问题等着答复" in staff.get("/desk").text
    page = staff.get("/desk/questions?left=yes").text
    assert QUESTION in page
    assert "人留言等答复" in page
    assert "大养老体系" not in page
    handled = post(staff, "/desk/questions/handle", {"question": QUESTION})
    assert handled.status_code == 303
    assert "还没有" not in texts(tree_of(page_of(client, receipt)), ".reply")[0]
