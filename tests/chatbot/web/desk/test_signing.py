"""Signing in: who may see what, forms that no other site can send, sessions that end at once."""

import re
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from chatbot.app import create_app
from chatbot.beijing_time import to_the_second
from chatbot.records.staff.accounts import Right, Role
from chatbot.records.staff.staff import Staff
from chatbot.services import Services
from chatbot.settings import Settings
from chatbot.web.desk.session import for_staff
from tests.chatbot.web.conftest import PASSWORD, form_token, sign_in, signed_in

pytestmark = pytest.mark.usefixtures("accounts")
PAGES = ["/desk", "/desk/audit"]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_of_the_desk_leads_to_sign_in_and_back(app: Flask, page: str) -> None:
    client = app.test_client()
    reply = client.get(f"{page}?a=1")
    assert (reply.status_code, reply.location) == (303, f"/desk/sign-in?next={page}?a%3D1")
    assert f'value="{page}?a=1"' in client.get(reply.location).text
    assert sign_in(client, "auditor", PASSWORD, next=page).location == page
    assert client.get(page).status_code == 200


@pytest.mark.parametrize(
    "next_page", ["https://evil.example", "//evil.example", "/desk//evil", "/plans", "/desk?a\\b"]
)
def test_after_sign_in_nobody_is_sent_elsewhere(app: Flask, next_page: str) -> None:
    assert sign_in(app.test_client(), "editor", PASSWORD, next=next_page).location == "/desk"


def test_the_cookie_is_out_of_reach_of_scripts_and_of_other_pages(app: Flask) -> None:
    cookies = sign_in(app.test_client(), "editor", PASSWORD).headers.getlist("Set-Cookie")
    kept = [cookie for cookie in cookies if cookie.startswith("desk-session")]
    assert {re.search("Path=([^;]+)", one)[1] for one in kept} == {"/desk", "/api/wording"}  # type: ignore[index]
    for cookie in kept:
        assert "HttpOnly" in cookie
        assert "SameSite=Strict" in cookie
        assert "Secure" not in cookie


def test_over_https_the_cookie_is_secure(app: Flask) -> None:
    client = app.test_client()
    token = form_token(client)
    fields = {"token": token, "name": "editor", "password": PASSWORD}
    client.set_cookie("desk-form", client.get_cookie("desk-form", path="/desk").value, path="/desk")  # type: ignore[union-attr]
    reply = client.post("/desk/sign-in", data=fields, base_url="https://localhost")
    kept = [one for one in reply.headers.getlist("Set-Cookie") if one.startswith("desk-session")]
    assert len(kept) == 2
    assert all("Secure" in cookie for cookie in kept)


def test_a_wrong_password_is_told_and_the_name_is_kept(app: Flask, accounts: Staff) -> None:
    accounts.add("liu", Role.REVIEWER, PASSWORD)
    client = app.test_client()
    for _ in range(3):
        reply = sign_in(client, "liu", "wrong-password")
        assert reply.status_code == 403
        assert "账号或密码不对" in reply.text
        assert 'value="liu"' in reply.text
        assert "wrong-password" not in reply.text
    reply = sign_in(client, "liu", PASSWORD)
    assert (reply.status_code, reply.headers["Retry-After"]) == (429, "1")
    assert "请等 1 秒" in reply.text


def test_a_form_without_its_token_does_nothing(app: Flask) -> None:
    client = signed_in(app, "editor")
    for fields in ({}, {"token": ""}, {"token": "0" * 64}, {"token": "密"}):
        reply = client.post("/desk/sign-out", data=fields)
        assert reply.status_code == 403
        assert "已经过时" in reply.text
    assert client.get("/desk").status_code == 200
    assert app.test_client().post("/desk/sign-in", data={"name": "editor"}).status_code == 403


def test_a_form_of_another_site_does_nothing(app: Flask) -> None:
    client = signed_in(app, "editor")
    token = form_token(client, "/desk")
    reply = client.post(
        "/desk/sign-out", data={"token": token}, headers={"Sec-Fetch-Site": "cross-site"}
    )
    assert (reply.status_code, "来自别的网站" in reply.text) == (403, True)
    assert client.post("/desk/sign-out", data={"token": token}).status_code == 303
    assert client.get("/desk").status_code == 303


def test_the_token_of_one_session_is_none_of_anothers(app: Flask) -> None:
    one, other = signed_in(app, "editor"), signed_in(app, "reviewer")
    stolen = form_token(one, "/desk")
    assert other.post("/desk/sign-out", data={"token": stolen}).status_code == 403


def test_an_old_cookie_is_worth_nothing_after_signing_out(app: Flask) -> None:
    client = signed_in(app, "editor")
    cookie = client.get_cookie("desk-session", path="/desk")
    assert cookie is not None
    client.post("/desk/sign-out", data={"token": form_token(client, "/desk")})
    client.set_cookie("desk-session", cookie.value, path="/desk")
    assert client.get("/desk").status_code == 303


def test_a_disabled_accounts_session_ends_at_once(app: Flask, accounts: Staff) -> None:
    accounts.add("chen", Role.EDITOR, PASSWORD)
    client = signed_in(app, "chen")
    assert client.get("/desk").status_code == 200
    accounts.disable("chen")
    assert client.get("/desk").status_code == 303
    assert client.post("/api/wording", json={"text": "坚持"}).status_code == 401


@pytest.mark.parametrize("name", ["editor", "reviewer"])
def test_only_an_auditor_reads_the_trail(app: Flask, services: Services, name: str) -> None:
    client = signed_in(app, name)
    services.staff.add(f"new-{name}", Role.REVIEWER, PASSWORD)
    assert client.get("/desk/audit").status_code == 403
    assert "操作记录" not in client.get("/desk").text
    trail = signed_in(app, "auditor").get("/desk/audit").text
    assert f"<td>{name}</td><td>登录</td>" in trail
    assert "<td>命令行</td><td>新增账号</td>" in trail


def test_the_trail_tells_times_as_they_are_in_china(app: Flask, accounts: Staff) -> None:
    page = signed_in(app, "auditor").get("/desk/audit").text
    entry = accounts.trail(1)[0]
    assert f'<time datetime="{entry.at}">{to_the_second(entry.at)}</time>' in page
    assert "时间是北京时间" in page


def test_a_reviewer_cannot_do_what_only_an_editor_may(app: Flask) -> None:
    settings: Settings = app.extensions["planbot"].settings
    own = create_app(settings)
    own.post("/desk/changing")(for_staff(Right.PIN)(lambda: "changed"))
    for name, status in (("editor", 200), ("reviewer", 403), ("auditor", 403)):
        client = signed_in(own, name)
        fields = {"token": form_token(client, "/desk")}
        assert client.post("/desk/changing", data=fields).status_code == status


def test_what_strangers_type_as_a_name_runs_nothing_in_the_trail(app: Flask) -> None:
    reply = sign_in(app.test_client(), '"><script>alert(1)</script>', "wrong-password")
    assert "<script>alert" not in reply.text
    assert "<script>alert" not in signed_in(app, "auditor").get("/desk/audit").text


def test_pages_of_the_desk_are_never_kept_nor_framed(app: Flask) -> None:
    for reply in (signed_in(app, "editor").get("/desk"), app.test_client().get("/desk/sign-in")):
        assert reply.headers["Cache-Control"] == "no-store"
        assert "frame-ancestors 'none'" in reply.headers["Content-Security-Policy"]


def address_written_down(app: Flask, claimed: str) -> str:
    client: FlaskClient = app.test_client()
    fields = {"token": form_token(client), "name": "editor", "password": PASSWORD}
    client.post("/desk/sign-in", data=fields, headers={"X-Forwarded-For": claimed})
    staff: Staff = app.extensions["planbot"].staff
    return staff.trail(1)[0].address


def test_an_address_is_believed_only_from_the_proxies_that_are_set(app: Flask) -> None:
    settings: Settings = app.extensions["planbot"].settings
    assert address_written_down(app, "203.0.113.9") == "127.0.0.1"
    behind = create_app(replace(settings, proxies=1))
    assert address_written_down(behind, "198.51.100.1, 203.0.113.9") == "203.0.113.9"
