"""The description of the API is true: of its routes, and of every reply."""

from itertools import repeat
from typing import Any, get_args

import pytest
from flask import Flask
from flask.testing import FlaskClient

from chatbot.answering.citing import Citation
from chatbot.answering.parts import Part, Row, shown
from chatbot.told.api_json import part_json
from index.intake.documents import Document
from index.spans import Span
from tests.index.written import plan

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
QUESTIONS = [
    "大养老体系怎么建？",
    "民政事业面临哪些挑战？",
    "梅州民政规划征求意见稿是什么时候发布的？",
    "“老龄化”在哪里出现？",
    "落户怎么办？",
    "我要打120",
    "你好",
    "？",
]


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


def test_every_kind_of_part_is_described_and_no_other(spec: Json) -> None:
    kinds = [shape_of(one, spec)["properties"]["kind"]["const"] for one in parts_of(spec)]
    assert kinds == [one.__name__.lower() for one in get_args(Part)]
    mapping = spec["components"]["schemas"]["Part"]["discriminator"]["mapping"]
    assert mapping == {kind: one["$ref"] for kind, one in zip(kinds, parts_of(spec), strict=True)}


@pytest.mark.parametrize("row", ["甲县\t120", "甲县"])
def test_a_row_of_a_table_has_the_shape_described(spec: Json, row: str) -> None:
    table = plan(f"{row}\n地区\t床位", "甲市规划", "a")
    lines = (Span(0, len(row)), Span(len(row) + 1, len(table.text)))
    quotes = [
        Citation(at, table, (), line, line.cut(table.text)) for at, line in enumerate(lines, 1)
    ]
    (one,) = shown((Row(1, 2),), quotes)
    check(part_json(one, "12345"), {"$ref": "#/components/schemas/Part"}, spec)


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


def parts_of(spec: Json) -> Json:
    return spec["components"]["schemas"]["Part"]["oneOf"]


def shape_of(schema: Json, spec: Json) -> Json:
    if "$ref" not in schema:
        return schema
    return spec["components"]["schemas"][schema["$ref"].rsplit("/", 1)[-1]]


def is_of(value: Json, schema: Json) -> bool:
    """Whether a value is of the kind that one of several schemas describes."""
    return bool(value["kind"] == schema["properties"]["kind"]["const"])


def check(value: Json, schema: Json, spec: Json, place: str = "") -> None:
    """The part of JSON Schema that the description uses."""
    schema = shape_of(schema, spec)
    if "oneOf" in schema:
        (schema,) = (
            one for one in map(shape_of, schema["oneOf"], repeat(spec)) if is_of(value, one)
        )
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
