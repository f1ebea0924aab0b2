"""The description of the API is true: of its routes, and of every reply."""

from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from index.intake.documents import Document

Json = Any
TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "array": list,
    "object": dict,
    "null": type(None),
}
QUESTIONS = ["大养老体系怎么建？", "民政事业面临哪些挑战？", "落户怎么办？", "你好", "？"]


@pytest.fixture
def spec(client: FlaskClient) -> Json:
    with client.get("/openapi.json") as reply:
        return reply.get_json()


def test_every_route_for_programs_is_described_and_no_other(app: Flask, spec: Json) -> None:
    routes = {
        (rule.rule.replace("<", "{").replace(">", "}"), method.lower())
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
        if rule.rule.startswith(("/api/", "/healthz", "/openapi.json"))
    }
    described = {(path, method) for path, verbs in spec["paths"].items() for method in verbs}
    assert described == routes


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_answer_has_the_shape_described(client: FlaskClient, spec: Json, question: str) -> None:
    reply = client.post("/api/answers", json={"question": question})
    assert reply.status_code == 200
    check(reply.get_json(), shape(spec, "/api/answers", "post"), spec)


def test_the_shelf_and_every_document_have_the_shapes_described(
    client: FlaskClient, spec: Json, documents: tuple[Document, ...]
) -> None:
    check(client.get("/api/documents").get_json(), shape(spec, "/api/documents", "get"), spec)
    for document in documents:
        context = client.get(f"/api/documents/{document.id}/context?start=0&end=5").get_json()
        check(context, shape(spec, "/api/documents/{document_id}/context", "get"), spec)
        reply = client.get(f"/api/documents/{document.id}").get_json()
        check(reply, shape(spec, "/api/documents/{document_id}", "get"), spec)
        assert reply["text"] == document.text


def test_health_and_feedback_have_the_shapes_described(client: FlaskClient, spec: Json) -> None:
    check(client.get("/healthz").get_json(), shape(spec, "/healthz", "get"), spec)
    answer = client.post("/api/answers", json={"question": QUESTIONS[0]}).get_json()
    rating = {"answer": answer["id"], "helpful": True, "comment": "看懂了"}
    reply = client.post("/api/feedback", json=rating)
    check(reply.get_json(), shape(spec, "/api/feedback", "post"), spec)


def test_an_error_has_the_shape_described(client: FlaskClient, spec: Json) -> None:
    reply = client.post("/api/answers", json={"question": ""})
    check(reply.get_json(), shape(spec, "/api/answers", "post", "400"), spec)


def shape(spec: Json, path: str, method: str, status: str = "200") -> Json:
    content = spec["paths"][path][method]["responses"][status]["content"]
    return content["application/json"]["schema"]


def check(value: Json, schema: Json, spec: Json, place: str = "") -> None:
    """The part of JSON Schema that the description uses."""
    if "$ref" in schema:
        schema = spec["components"]["schemas"][schema["$ref"].rsplit("/", 1)[-1]]
    if "enum" in schema:
        assert value in schema["enum"], place
    if "const" in schema:
        assert value == schema["const"], place
    if "type" in schema:
        names = [schema["type"]] if isinstance(schema["type"], str) else schema["type"]
        assert any(isinstance(value, TYPES[name]) for name in names), f"{place}: {value!r}"
    for number, item in enumerate(value if "items" in schema else ()):
        check(item, schema["items"], spec, f"{place}[{number}]")
    if "properties" in schema and value is not None:
        assert value.keys() == schema["properties"].keys(), place
        for name, item in value.items():
            check(item, schema["properties"][name], spec, f"{place}.{name}")
