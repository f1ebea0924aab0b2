"""Hostile text, in a plan or in a question, is shown as text and does nothing."""

import pytest
from flask.testing import FlaskClient

from chatbot.services import Services
from tests.chatbot.web.conftest import built_app
from tests.chatbot.web.reading_html import Page

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</textarea><svg/onload=alert(1)>",
    "{{ 1237 * 8009 }}{% include '/etc/passwd' %}",
    "&lt;b&gt;&amp;",
    "\u202e颠倒\u202c零\u200b宽\ufeff",
    "' onfocus='alert(1)",
]
PLAN = "某市“十四五”养老规划\n\n一、总体要求\n\n" + "\n\n".join(
    f"({number})养老要求<b>{number}</b>\n\n养老服务要做到{text}这一点。"
    for number, text in zip("一二三四五六七", HOSTILE, strict=True)
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    plans = tmp_path_factory.mktemp("hostile")
    (plans / "plan.txt").write_text(PLAN, encoding="utf-8")
    return built_app(plans, tmp_path_factory.mktemp("data")).test_client()


def test_a_hostile_plan_is_read_as_its_text(hostile: FlaskClient) -> None:
    services: Services = hostile.application.extensions["planbot"]
    (document,) = services.shelf.current().documents
    page = Page(hostile.get(f"/plans/{document.id}?start=0&end={len(document.text)}").text)
    assert page.article == document.text
    assert "".join(page.marks) == document.text
    assert_inert(page)
    assert all(text in document.text for text in HOSTILE[:5])


@pytest.mark.parametrize("address", ["/", "/demo", "/plans", "/ask"])
def test_a_hostile_plan_is_harmless_elsewhere(hostile: FlaskClient, address: str) -> None:
    assert_inert(Page(hostile.get(address).text))


@pytest.mark.parametrize("question", [*HOSTILE, *(f"养老服务{text}要求" for text in HOSTILE)])
def test_a_hostile_question_is_harmless(hostile: FlaskClient, question: str) -> None:
    form = {"question": question, "history": [question]}
    reply = hostile.post("/ask", data=form, content_type="multipart/form-data")
    assert reply.status_code == 200
    assert_inert(Page(reply.text))
    assert "9907133" not in reply.text


def test_a_hostile_question_comes_back_from_the_api_as_json(client: FlaskClient) -> None:
    for question in HOSTILE:
        reply = client.post("/api/answers", json={"question": question})
        assert reply.status_code == 200
        assert reply.mimetype == "application/json"


def assert_inert(page: Page) -> None:
    tags = {tag for tag, _ in page.tags}
    assert not tags & {"b", "img", "svg", "style", "iframe"}
    for tag, attributes in page.tags:
        assert not [name for name in attributes if name.startswith("on")]
        if tag == "script" and attributes.get("type") != "application/ld+json":
            assert (attributes["src"] or "").startswith(("/static/", "/widget/"))
