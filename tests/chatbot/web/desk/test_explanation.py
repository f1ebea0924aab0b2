"""Staff see the steps by which a question is answered; nobody else does."""

from urllib.parse import urlencode

import pytest
from flask.testing import FlaskClient

from chatbot.records.staff.audit import Action
from chatbot.records.staff.staff import Staff
from tests.chatbot.web.elements import texts, tree_of


def address(question: str) -> str:
    return f"/desk/explain?{urlencode({'question': question})}"


def test_the_steps_of_an_answer_are_shown_and_written_down(
    staff: FlaskClient, accounts: Staff
) -> None:
    page = staff.get(address("大养老体系怎么建？")).get_data(as_text=True)
    for step in ("类型", "命中", "选中", "依据", "都不答", "候选", "可能性"):
        assert step in page
    assert "构建大养老体系" in page
    assert accounts.trail(1)[0].action is Action.ANSWER_EXPLAINED


@pytest.mark.parametrize("question", ["民政事业面临哪些挑战？", "“老龄化”在哪里出现？"])
def test_the_reply_stands_there_as_citizens_see_it(
    staff: FlaskClient, client: FlaskClient, question: str
) -> None:
    pages = (staff.get(address(question)), client.post("/ask", data={"question": question}))
    for_staff, for_all = (texts(tree_of(page.text), ".quotes") for page in pages)
    assert for_staff == for_all != []


@pytest.mark.parametrize("question", ["老" * 501, "\x00"])
def test_a_question_that_cannot_be_asked_is_refused_on_the_page(
    staff: FlaskClient, question: str
) -> None:
    reply = staff.get(address(question))
    assert reply.status_code == 400
    assert 'role="alert"' in reply.get_data(as_text=True)


def test_hostile_words_are_shown_as_text(staff: FlaskClient) -> None:
    page = staff.get(address("<script>alert(1)</script>养老")).get_data(as_text=True)
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_who_is_not_signed_in_is_led_to_signing_in(client: FlaskClient) -> None:
    reply = client.get(address("大养老体系怎么建？"))
    assert reply.status_code == 303
    assert "/desk/sign-in" in reply.headers["Location"]


def test_the_bare_page_asks_for_a_question_and_writes_nothing_down(
    staff: FlaskClient, accounts: Staff
) -> None:
    before = accounts.trail(1)[0].number
    assert staff.get("/desk/explain").status_code == 200
    assert accounts.trail(1)[0].number == before
