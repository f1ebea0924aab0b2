"""A form that comes without a session, or with an old token, does nothing and loses nothing."""

import re
from html import unescape
from io import BytesIO

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from chatbot.records.staff.staff import Staff
from chatbot.web.http.reading_requests import DRAFT_LIMIT
from tests.chatbot.web.conftest import PASSWORD, form_token, signed_in

pytestmark = pytest.mark.usefixtures("accounts")

DRAFT = '坚持以人民为中心。\n"引号"、<b>尖括号</b> & 第二行'
LONG = "坚持以人民为中心，保障和改善民生。" * (2 * DRAFT_LIMIT // 17)


def hidden(page: str, name: str) -> str:
    found = re.search(f'<input type="hidden" name="{name}" value="([^"]*)">', page)
    assert found, f"no {name} in the page"
    return unescape(found[1])


def shown(page: str, box: str = "draft") -> str:
    found = re.search(f'<textarea id="{box}"[^>]*>\n(.*?)</textarea>', page, re.DOTALL)
    assert found, f"no {box} in the page"
    return unescape(found[1])


def sign_in_over(
    client: FlaskClient, page: TestResponse, password: str = PASSWORD, name: str = "editor"
) -> TestResponse:
    """What the sign-in form on this page sends."""
    fields = {one: hidden(page.text, one) for one in ("token", "next", "carried")}
    return client.post("/desk/sign-in", data=fields | {"name": name, "password": password})


@pytest.mark.parametrize("draft", [DRAFT, LONG], ids=["signs", "long"])
def test_signing_in_shows_the_words_in_their_form_and_sends_nothing(
    app: Flask, accounts: Staff, draft: str
) -> None:
    client = app.test_client()
    refused = client.post("/desk/wording", data={"draft": draft, "document": "", "token": "old"})
    assert (refused.status_code, "您填写的内容都在" in refused.text) == (401, True)
    before = accounts.trail(1)[0].number
    again = sign_in_over(client, refused)
    assert again.status_code == 200
    assert shown(again.text) == draft
    assert "刚才的内容还没有提交" in again.text
    deeds = [one.action.value for one in accounts.trail(5) if one.number > before]
    assert deeds == ["signed_in"]
    token = hidden(again.text, "token")
    assert token == form_token(client, "/desk/wording")


def test_a_wrong_password_keeps_the_words(app: Flask) -> None:
    client = app.test_client()
    refused = client.post("/desk/wording", data={"draft": DRAFT})
    for _ in range(2):
        refused = sign_in_over(client, refused, "wrong-password", "somebody")
        assert (refused.status_code, "账号或密码不对" in refused.text) == (403, True)
    assert shown(sign_in_over(client, refused).text) == DRAFT


def test_the_form_stands_on_the_page_where_it_was_filled_in(app: Flask) -> None:
    client = app.test_client()
    for question in ("摩托车牌照怎么领？", "怎么领摩托车驾照？"):
        assert client.post("/api/answers", json={"question": question}).status_code == 200
    fields = {"question": "摩托车牌照怎么领？", "note": "已转交警"}
    page = "http://localhost/desk/questions?words=%E6%91%A9%E6%89%98"
    listed = signed_in(app, "editor").get(page).text
    action = unescape(re.findall('action="(/desk/questions/handle[^"]*)"', listed)[0])
    refused = client.post(action, data=fields, headers={"Referer": page})
    again = sign_in_over(client, refused).text
    kept = again.partition('id="kept"')[2].partition("</form>")[0]
    assert 'value="已转交警"' in kept
    assert 'value="摩托车牌照怎么领？"' in kept
    assert again.count("已转交警") == 1
    assert '<details open="">' in again.partition('id="kept"')[0]


def test_choices_are_chosen_again(app: Flask, editor: FlaskClient) -> None:
    documents = re.findall('<option value="([^"]+)"', editor.get("/desk/compare").text)
    client = app.test_client()
    refused = client.post("/desk/compare", data={"old": documents[0], "new": documents[1]})
    page = sign_in_over(client, refused).text
    old, new = page.partition('name="old"')[2].split('name="new"')
    assert re.findall('value="([^"]+)" selected', old) == [documents[0]]
    assert re.findall('value="([^"]+)" selected', new) == [documents[1]]


def test_files_are_not_carried_and_that_is_said(app: Flask) -> None:
    client = app.test_client()
    fields = {"draft": DRAFT, "file": (BytesIO(b"secret words"), "a.txt")}
    refused = client.post("/desk/wording", data=fields)
    assert "文件不能代存" in refused.text
    again = sign_in_over(client, refused).text
    assert "请重新选一次" in again
    assert shown(again) == DRAFT
    assert "secret words" not in refused.text + again


def test_passwords_are_never_carried(app: Flask) -> None:
    secret = "chang-chang-de-mi-ma"  # noqa: S105
    fields = {f"{one}_password": secret for one in ("old", "new", "newer")}
    refused = app.test_client().post("/desk/password", data=fields)
    assert (refused.status_code, secret in refused.text) == (401, False)


def test_a_form_whose_page_is_gone_is_shown_by_itself(app: Flask) -> None:
    client = app.test_client()
    fields = {"number": "7", "reason": DRAFT}
    again = sign_in_over(client, client.post("/desk/guidance/withdraw", data=fields)).text
    assert "刚才填写的内容" in again
    assert 'action="/desk/guidance/withdraw"' in again
    assert unescape(again).count(DRAFT) == 1


def test_an_outdated_form_comes_back_with_a_fresh_token(app: Flask, editor: FlaskClient) -> None:
    reply = editor.post("/desk/wording", data={"draft": DRAFT, "token": "0" * 64})
    assert (reply.status_code, "已经过时" in reply.text) == (403, True)
    assert shown(reply.text) == DRAFT
    token = hidden(reply.text, "token")
    taken = editor.post("/desk/wording", data={"draft": DRAFT, "token": token})
    assert (taken.status_code, "核对结果" in taken.text) == (200, True)


def test_a_form_with_a_fault_comes_back_with_the_fault_told(editor: FlaskClient) -> None:
    assert editor.post("/api/answers", json={"question": "摩托车牌照怎么领？"}).status_code == 200
    page = "http://localhost/desk/questions"
    listed = editor.get(page).text
    action = unescape(re.findall('action="(/desk/questions/handle[^"]*)"', listed)[0])
    fields = {
        "question": "摩托车牌照怎么领？",
        "note": "长" * 999,
        "token": hidden(listed, "token"),
    }
    reply = editor.post(action, data=fields, headers={"Referer": page})
    assert (reply.status_code, "说明太长" in reply.text) == (400, True)
    assert f'value="{"长" * 999}"' in reply.text


@pytest.mark.parametrize("origin", ["https://evil.example", "null"])
def test_what_another_site_sends_is_neither_done_nor_carried(app: Flask, origin: str) -> None:
    for client in (app.test_client(), signed_in(app, "editor")):
        reply = client.post("/desk/wording", data={"draft": DRAFT}, headers={"Origin": origin})
        assert reply.status_code == 403
        assert "坚持以人民为中心" not in reply.text


@pytest.mark.parametrize(
    "carried",
    [
        '["https://evil.example/", "/desk", [["a", "b"]], false]',
        '["/desk/wording", "//evil.example", [["a", "b"]], false]',
        '["/desk/wording\\" onclick=\\"x", "/desk", [["a", "b"]], false]',
        '["/desk/wording", "/desk"]',
        "[" * 5000,
        "{}",
    ],
)
def test_a_carried_form_goes_nowhere_but_to_the_desk(app: Flask, carried: str) -> None:
    client = app.test_client()
    fields = {"token": form_token(client), "name": "editor", "password": PASSWORD}
    reply = client.post("/desk/sign-in", data=fields | {"carried": carried})
    assert (reply.status_code, reply.location) == (303, "/desk")


def test_nobody_is_signed_in_by_a_form_of_another_browser(app: Flask) -> None:
    """Else a stranger could let staff work, and type, in an account of the stranger's."""
    stranger, staff = app.test_client(), app.test_client()
    refused = stranger.post("/desk/wording", data={"draft": DRAFT})
    reply = sign_in_over(staff, refused)
    assert reply.status_code == 403
    assert staff.get("/desk").status_code == 303
    assert hidden(reply.text, "carried")


def test_a_page_learns_who_is_signed_in_and_what_its_forms_must_carry(
    app: Flask, editor: FlaskClient
) -> None:
    assert app.test_client().get("/desk/session").json == {"name": ""}
    reply = editor.get("/desk/session")
    assert reply.json == {"name": "editor", "token": form_token(editor, "/desk")}
    assert "Access-Control-Allow-Origin" not in reply.headers
    assert reply.headers["Cache-Control"] == "no-store"
