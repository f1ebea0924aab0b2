"""The page of one's own password and sessions."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from chatbot.records.staff.accounts import Role
from chatbot.records.staff.staff import Staff
from tests.chatbot.web.conftest import PASSWORD, form_token, sign_in

NEW = "xin-de-mi-ma-2027"


@pytest.fixture
def own(app: Flask, accounts: Staff, request: pytest.FixtureRequest) -> FlaskClient:
    """An auditor of this test alone, signed in."""
    name = f"own-{abs(hash(request.node.name)) % 10**9}"
    accounts.add(name, Role.AUDITOR, PASSWORD)
    client = app.test_client()
    assert sign_in(client, name, PASSWORD).status_code == 303
    client.environ_base["name"] = name
    return client


def change(client: FlaskClient, old: str, new: str, again: str = "") -> tuple[int, str]:
    fields = {"token": form_token(client, "/desk/password"), "old_password": old}
    twice = {"new_password": new, "new_password_again": again or new}
    reply = client.post("/desk/password", data=fields | twice)
    return reply.status_code, reply.text


def test_the_password_is_changed_and_this_session_goes_on(app: Flask, own: FlaskClient) -> None:
    assert "请改成自己的密码" in own.get("/desk").text
    elsewhere = app.test_client()
    sign_in(elsewhere, own.environ_base["name"], PASSWORD)
    assert change(own, PASSWORD, NEW)[0] == 303
    assert "密码改好了" in own.get("/desk/password?done=password").text
    assert "请改成自己的密码" not in own.get("/desk").text
    assert elsewhere.get("/desk").status_code == 303
    assert sign_in(app.test_client(), own.environ_base["name"], PASSWORD).status_code == 403
    assert sign_in(app.test_client(), own.environ_base["name"], NEW).status_code == 303


@pytest.mark.parametrize(
    ("typed", "status", "words"),
    [
        ((PASSWORD, NEW, "another-one-2027"), 400, "两次输入的新密码不一样"),
        ((PASSWORD, "short"), 400, "要有 12 到 200 个字符"),
        ((PASSWORD, PASSWORD), 400, "和原来的一样"),
        (("wrong-password", NEW), 403, "原密码不对"),
    ],
)
def test_what_is_wrong_is_told_and_no_password_is_shown(
    own: FlaskClient, typed: tuple[str, ...], status: int, words: str
) -> None:
    code, page = change(own, *typed)
    assert (code, words in page) == (status, True)
    for secret in (PASSWORD, NEW, "wrong-password"):
        assert secret not in page


def test_who_guesses_the_old_password_must_wait(own: FlaskClient) -> None:
    codes = [change(own, "wrong-password", NEW)[0] for _ in range(4)]
    assert codes == [403, 403, 403, 429]
    assert "请等" in change(own, PASSWORD, NEW)[1]


def test_a_form_without_its_token_changes_nothing(own: FlaskClient, app: Flask) -> None:
    fields = {"old_password": PASSWORD, "new_password": NEW, "new_password_again": NEW}
    assert own.post("/desk/password", data=fields).status_code == 403
    assert own.post("/desk/sessions").status_code == 403
    assert app.test_client().post("/desk/password", data=fields).status_code == 401
    assert sign_in(app.test_client(), own.environ_base["name"], PASSWORD).status_code == 303


def test_the_other_places_can_be_signed_out(app: Flask, own: FlaskClient) -> None:
    assert "只在这里登录" in own.get("/desk/password").text
    elsewhere = app.test_client()
    sign_in(elsewhere, own.environ_base["name"], PASSWORD)
    page = own.get("/desk/password").text
    assert "其他地方</td>" in page
    own.post("/desk/sessions", data={"token": form_token(own, "/desk/password")})
    assert elsewhere.get("/desk").status_code == 303
    assert own.get("/desk").status_code == 200
