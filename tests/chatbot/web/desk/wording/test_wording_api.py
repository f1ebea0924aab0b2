"""The API of wording: shaped as described, staff only, and never surprised."""

import json
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from chatbot.app import create_app
from chatbot.records.staff.accounts import Role
from chatbot.records.staff.staff import Staff
from chatbot.settings import Settings
from index.intake.documents import Document
from tests.chatbot.web.conftest import PASSWORD, PLANS, PORTAL, sign_in, signed_in
from tests.chatbot.web.test_bad_requests import assert_refused
from tests.chatbot.web.test_openapi import Json, check, shape

SENTENCE = "坚持以人民为中心，加大投入。"
DRAFT = (
    "《梅州市民政事业发展“十四五”规划》第五部分提出，“强化人才引进和考核机制”。\n"
    "各级党委、政府每年听取两次民政工作汇报。\n召开招聘会，欢迎参加。😀"
)


def test_the_findings_have_the_shape_described(staff: FlaskClient) -> None:
    spec = staff.get("/openapi.json").get_json()
    reply = staff.post("/api/wording", json={"text": DRAFT})
    assert reply.status_code == 200
    check(reply.get_json(), shape(spec, "/api/wording", "post"), spec)
    verdicts = {one["verdict"] for one in reply.get_json()["findings"]}
    assert verdicts == {"verbatim", "differs", "absent"}


def test_quotes_are_cut_from_the_stored_text_and_pieces_make_up_the_draft(
    staff: FlaskClient, documents: tuple[Document, ...]
) -> None:
    texts = {document.id: document.text for document in documents}
    for finding in staff.post("/api/wording", json={"text": DRAFT}).get_json()["findings"]:
        assert DRAFT[finding["start"] : finding["end"]] == finding["text"]
        for match in finding["matches"]:
            text = texts[match["document"]["id"]]
            assert text[match["start"] : match["end"]] == match["quote"]
            assert_pieces_make_up(match)


def assert_pieces_make_up(match: Json) -> None:
    pieces = match["differences"]
    draft = "".join(one["text"] for one in pieces if one["op"] != "delete")
    plan = "".join(one["text"] for one in pieces if one["op"] != "insert")
    if pieces:
        assert draft == DRAFT[match["part"]["start"] : match["part"]["end"]]
        assert "".join(plan.split()) == "".join(match["quote"].split())


def test_the_link_opens_the_reader_at_the_quote(staff: FlaskClient) -> None:
    reply = staff.post("/api/wording", json={"text": DRAFT}).get_json()
    page = staff.get(reply["findings"][0]["matches"][0]["url"])
    assert page.status_code == 200
    assert "强化人才引进和考核机制</mark>" in page.text


def test_who_is_not_signed_in_is_refused(client: FlaskClient) -> None:
    client.set_cookie("desk-session", "made-up", path="/api/wording")
    assert_refused(client.post("/api/wording", json={"text": "坚持"}), 401, "not_signed_in")


def test_an_auditor_may_not_check(app: Flask, accounts: Staff) -> None:
    auditor = signed_in(app, accounts.everyone()[0].name)
    assert_refused(auditor.post("/api/wording", json={"text": "坚持"}), 403, "role_lacking")


@pytest.mark.parametrize(
    "header", [{"Origin": PORTAL}, {"Origin": "null"}, {"Sec-Fetch-Site": "same-site"}]
)
def test_no_page_of_another_site_may_ask(staff: FlaskClient, header: dict[str, str]) -> None:
    reply = staff.post("/api/wording", json={"text": "坚持"}, headers=header)
    assert_refused(reply, 403, "cross_site")
    assert "Access-Control-Allow-Origin" not in reply.headers


BAD: dict[str, tuple[bytes, int, str]] = {
    "no text": (b"{}", 400, "text_missing"),
    "a number as text": (b'{"text": 5}', 400, "text_missing"),
    "white space only": ('{"text": " \\n　"}'.encode(), 400, "text_empty"),
    "20,001 characters": (json.dumps({"text": "老" * 20_001}).encode(), 400, "text_too_long"),
    "a lone surrogate": (b'{"text": "\\ud800"}', 400, "bad_character"),
    "an unknown field": (b'{"text": "a", "question": "b"}', 400, "unknown_field"),
    "an unknown document": (b'{"text": "a", "documents": ["none"]}', 400, "document_unknown"),
    "a body over 256 KiB": (b'{"text": "' + b"a" * 270_000 + b'"}', 413, "body_too_large"),
    "no JSON": (b"text", 400, "bad_json"),
}


@pytest.mark.parametrize(("body", "status", "code"), BAD.values(), ids=BAD)
def test_a_bad_draft_is_refused(staff: FlaskClient, body: bytes, status: int, code: str) -> None:
    reply = staff.post("/api/wording", data=body, content_type="application/json")
    assert_refused(reply, status, code)


ODD = {
    "one letter": "老" * 20_000,
    "stops": "。" * 20_000,
    "brackets": "（" * 20_000,
    "marks": "“" * 20_000,
    "sources": "《a》第一条，" * 2000,
    "quotations": "“坚持以人民为中心”" * 2000,
    "control characters": "\x00\x0b坚持",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_the_longest_and_oddest_drafts_are_checked(staff: FlaskClient, text: str) -> None:
    assert staff.post("/api/wording", json={"text": text}).status_code == 200


def test_a_control_character_from_a_word_processor_is_no_fault(staff: FlaskClient) -> None:
    text = "持续开展民政系统\x0b职业道德教育。"
    (finding,) = staff.post("/api/wording", json={"text": text}).get_json()["findings"]
    assert finding["verdict"] == "verbatim"


def test_without_an_index_the_desk_says_how_to_build_one(tmp_path: Path) -> None:
    app = create_app(Settings(plans=PLANS, data=tmp_path))
    app.extensions["planbot"].staff.add("wang", Role.REVIEWER, PASSWORD)
    client = app.test_client()
    sign_in(client, "wang", PASSWORD)
    reply = client.post("/api/wording", json={"text": SENTENCE})
    assert_refused(reply, 503, "index_not_built")
