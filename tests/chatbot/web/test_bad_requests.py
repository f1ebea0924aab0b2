"""Bad requests: refused in Chinese with a stable code, never a crash."""

import io
import json

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

BAD_QUESTIONS: dict[str, tuple[bytes, int, str]] = {
    "an empty question": (b'{"question": ""}', 400, "question_empty"),
    "white space only": ('{"question": " \\n　"}'.encode(), 400, "question_empty"),
    "no question": (b"{}", 400, "question_missing"),
    "501 characters": (json.dumps({"question": "老" * 501}).encode(), 400, "question_too_long"),
    "a number as question": (b'{"question": 5}', 400, "wrong_type"),
    "null as question": (b'{"question": null}', 400, "wrong_type"),
    "a list as question": (b'{"question": ["a"]}', 400, "wrong_type"),
    "a lone surrogate": (b'{"question": "\\ud800"}', 400, "bad_character"),
    "a NUL inside": (b'{"question": "a\\u0000b"}', 400, "bad_character"),
    "a raw NUL": (b'{"question": "a\x00b"}', 400, "bad_json"),
    "bad UTF-8": (b'{"question": "\xff\xfe"}', 400, "not_utf8"),
    "NaN": (b'{"question": NaN}', 400, "bad_json"),
    "an integer of 5,000 digits": (b'{"question": ' + b"9" * 5000 + b"}", 400, "bad_json"),
    "16,000 nested brackets": (b"[" * 16_000, 400, "bad_json"),
    "20,000 nested brackets": (b"[" * 20_000, 413, "body_too_large"),
    "a body over 16 KiB": (b'{"question": "' + b"a" * 17_000 + b'"}', 413, "body_too_large"),
    "a list as body": (b"[]", 400, "wrong_type"),
    "a string as body": (b'"hello"', 400, "wrong_type"),
    "half an object": (b'{"question": "a"', 400, "bad_json"),
    "no body": (b"", 400, "bad_json"),
    "an unknown field": (b'{"question": "a", "documnets": []}', 400, "unknown_field"),
    "a field twice": (b'{"question": "a", "question": "b"}', 400, "bad_json"),
    "history as text": (b'{"question": "a", "history": "b"}', 400, "wrong_type"),
    "history of numbers": (b'{"question": "a", "history": [1]}', 400, "wrong_type"),
    "six earlier questions": (
        json.dumps({"question": "a", "history": ["b"] * 6}).encode(),
        400,
        "too_many",
    ),
    "a surrogate in history": (b'{"question": "a", "history": ["\\udfff"]}', 400, "bad_character"),
    "documents as object": (b'{"question": "a", "documents": {}}', 400, "wrong_type"),
    "an unknown document": (b'{"question": "a", "documents": ["none"]}', 400, "document_unknown"),
    "a surrogate as document": (
        b'{"question": "a", "documents": ["\\ud800"]}',
        400,
        "bad_character",
    ),
}

BAD_RATINGS: dict[str, tuple[bytes, int, str]] = {
    "no answer": (b'{"helpful": true}', 400, "wrong_type"),
    "an empty answer": (b'{"answer": " ", "helpful": true}', 400, "answer_missing"),
    "helpful as number": (b'{"answer": "a", "helpful": 1}', 400, "helpful_wrong"),
    "an answer never given": (b'{"answer": "a", "helpful": true}', 404, "answer_unknown"),
    "a comment as number": (b'{"answer": "a", "helpful": true, "comment": 1}', 400, "wrong_type"),
    "a long comment": (
        json.dumps({"answer": "a", "helpful": True, "comment": "长" * 501}).encode(),
        400,
        "comment_too_long",
    ),
}


@pytest.mark.parametrize(("body", "status", "code"), BAD_QUESTIONS.values(), ids=BAD_QUESTIONS)
def test_a_bad_question_is_refused(
    client: FlaskClient, body: bytes, status: int, code: str
) -> None:
    reply = client.post("/api/answers", data=body, content_type="application/json")
    assert_refused(reply, status, code)


@pytest.mark.parametrize(("body", "status", "code"), BAD_RATINGS.values(), ids=BAD_RATINGS)
def test_a_bad_rating_is_refused(client: FlaskClient, body: bytes, status: int, code: str) -> None:
    reply = client.post("/api/feedback", data=body, content_type="application/json")
    assert_refused(reply, status, code)


def test_a_body_without_declared_length_is_refused_when_it_grows_too_long(
    client: FlaskClient,
) -> None:
    reply = client.post(
        "/api/answers",
        input_stream=io.BytesIO(b'{"question": "' + b"a" * 20_000 + b'"}'),
        content_type="application/json",
        headers={"Transfer-Encoding": "chunked"},
        environ_overrides={"wsgi.input_terminated": True},
    )
    assert_refused(reply, 413, "body_too_large")


@pytest.mark.parametrize("content_type", ["text/plain", "multipart/form-data", ""])
def test_only_json_is_read(client: FlaskClient, content_type: str) -> None:
    reply = client.post("/api/answers", data=b'{"question": "a"}', content_type=content_type)
    assert_refused(reply, 415, "not_json")


def test_the_longest_question_is_answered(client: FlaskClient) -> None:
    body = {"question": "老" * 500, "history": ["老" * 500] * 5}
    assert client.post("/api/answers", json=body).status_code == 200


@pytest.mark.parametrize("question", ["😀", "\u202e养老\u200b？", "老\t\n老", "' OR 1=1 --", "%00"])
def test_an_odd_question_is_still_a_question(client: FlaskClient, question: str) -> None:
    assert client.post("/api/answers", json={"question": question}).status_code == 200


def test_an_unknown_address_of_the_api_is_told_in_json(client: FlaskClient) -> None:
    assert_refused(client.get("/api/nothing"), 404, "not_found")
    assert_refused(client.get("/api/documents/nothing"), 404, "document_unknown")


def test_the_wrong_method_is_told_with_the_right_ones(client: FlaskClient) -> None:
    reply = client.get("/api/answers")
    assert_refused(reply, 405, "method_not_allowed")
    assert "POST" in reply.headers["Allow"]


def test_an_unknown_page_is_told_in_a_page(client: FlaskClient) -> None:
    for address in ("/nothing", "/plans/nothing"):
        reply = client.get(address)
        assert reply.status_code == 404
        assert reply.mimetype == "text/html"
        assert "没有找到这个页面" in reply.text


def test_without_an_index_everything_says_how_to_build_one(empty_client: FlaskClient) -> None:
    asked = empty_client.post("/api/answers", json={"question": "养老"})
    for reply in (asked, empty_client.get("/api/documents"), empty_client.get("/healthz")):
        assert_refused(reply, 503, "index_not_built")
        assert "flask build-index" in reply.get_json()["error"]["message"]
    for address in ("/", "/plans", "/plans/any"):
        page = empty_client.get(address)
        assert page.status_code == 503
        assert "flask build-index" in page.text


def assert_refused(reply: TestResponse, status: int, code: str) -> None:
    assert (reply.status_code, reply.get_json()["error"]["code"]) == (status, code)
    message = reply.get_json()["error"]["message"]
    assert "：" in message or "；" in message, "thing, fault, remedy"
    assert message in reply.text, "Chinese is sent as it is"
