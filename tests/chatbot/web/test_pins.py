"""Pinning an answer: picked by an editor, served to citizens word for word, withdrawn, audited."""

import html
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from chatbot.records.audit import Action, Deed
from chatbot.records.pins import State
from chatbot.records.staff import Staff
from chatbot.services import Services
from index.documents import Document
from tests.chatbot.web.conftest import form_token, signed_in

FORM, LIST = "/desk/pin", "/desk/pins"
MEIZHOU = "meizhou-civil-affairs-14fyp-draft-summary"
QUESTION = "志愿者怎么培训？"
QUOTE = "持续开展民政系统职业道德教育。"


@pytest.fixture
def editor(app: Flask, accounts: Staff, services: Services) -> Iterator[FlaskClient]:
    """An editor, signed in; what they pinned is withdrawn afterwards."""
    assert accounts.everyone()
    yield signed_in(app, "editor")
    for pin in services.pins.serving():
        services.pins.withdraw(pin.number, Deed("test", Action.PIN_WITHDRAWN))


@pytest.fixture(scope="module")
def document(documents: tuple[Document, ...]) -> Document:
    return next(one for one in documents if one.id == MEIZHOU)


@pytest.fixture
def chosen(document: Document) -> dict[str, str]:
    """The fields of a pin that is fit to be confirmed."""
    start = document.text.index(QUOTE)
    place = {"start": str(start), "end": str(start + len(QUOTE)), "sha256": document.sha256}
    return {"question": QUESTION, "document": MEIZHOU} | place


def post(client: FlaskClient, at: str, fields: dict[str, str]) -> TestResponse:
    return client.post(at, data=fields | {"token": form_token(client, "/desk")})


def asked(client: FlaskClient, question: str) -> dict[str, Any]:
    found: dict[str, Any] = client.post("/api/answers", json={"question": question}).get_json()
    return found


def test_an_editor_finds_picks_sees_and_pins_and_citizens_get_the_quote(
    editor: FlaskClient, client: FlaskClient, accounts: Staff
) -> None:
    assert asked(client, QUESTION)["outcome"] == "not_found"
    found = editor.get(f"{FORM}?{urlencode({'question': QUESTION, 'find': '职业道德教育'})}").text
    link = next(one for one in links(found) if "start=" in one)
    page = editor.get(link).text
    assert "三、居民看到的样子" in page
    fields = dict(re.findall('type="hidden" name="([^"]+)" value="([^"]*)"', page))
    done = post(editor, FORM, {name: html.unescape(value) for name, value in fields.items()})
    assert (done.status_code, done.location) == (303, f"{LIST}#pin-{fields_number(editor)}")
    answer = asked(client, f"请问{QUESTION}")
    assert set(answer) == set(asked(client, "大养老体系怎么建？"))
    (citation,) = answer["citations"]
    text = client.get(f"/api/documents/{citation['document']['id']}").get_json()["text"]
    assert text[citation["start"] : citation["end"]] == citation["quote"]
    assert "职业道德教育" in citation["quote"]
    lines = [(line.action, line.who) for line in accounts.trail(2)]
    assert lines == [(Action.QUESTION_HANDLED, "editor"), (Action.ANSWER_PINNED, "editor")]
    explained = editor.get(f"/desk/explain?{urlencode({'question': QUESTION})}").text
    assert "工作人员为这个问题指定了原文" in explained
    assert "已指定答复（第" in editor.get(f"/desk/questions?{urlencode({'words': '志愿者'})}").text


def links(page: str) -> list[str]:
    return [html.unescape(one) for one in re.findall('href="(/desk/pin[^"]*)"', page)]


def fields_number(client: FlaskClient) -> str:
    return str(re.findall('id="pin-([0-9]+)"', client.get(LIST).text)[0])


def test_a_withdrawn_pin_answers_no_more(
    editor: FlaskClient, client: FlaskClient, chosen: dict[str, str], accounts: Staff
) -> None:
    assert post(editor, FORM, chosen).status_code == 303
    assert asked(client, QUESTION)["outcome"] == "answered"
    number = {"pin": fields_number(editor)}
    assert post(editor, f"{LIST}/withdraw", number).status_code == 303
    assert asked(client, QUESTION)["outcome"] == "not_found"
    entry = accounts.trail(1)[0]
    assert (entry.action, entry.who, entry.address) == (
        Action.PIN_WITHDRAWN,
        "editor",
        "127.0.0.1",
    )
    assert post(editor, f"{LIST}/withdraw", number).status_code == 404
    assert "已撤回的" in editor.get(LIST).text


def test_other_wordings_are_answered_alike_and_a_new_choice_takes_the_place_of_the_old(
    editor: FlaskClient, client: FlaskClient, chosen: dict[str, str], document: Document
) -> None:
    others = {"others": "义工怎样培训？\r\n\r\n志愿者如何培训"}
    assert post(editor, FORM, chosen | others).status_code == 303
    assert asked(client, "义工咋培训")["outcome"] == "answered"
    again = post(editor, FORM, chosen)
    assert again.status_code == 409
    assert "已经有指定答复" in again.text
    second = "各级党委、政府每年听取一次民政工作汇报,及时研究解决民政工作中的重大事项、重大问题。"
    start = document.text.index(second)
    place = {
        "start": str(start),
        "end": str(start + len(second)),
        "replaces": fields_number(editor),
    }
    assert post(editor, FORM, chosen | place).status_code == 303
    assert asked(client, QUESTION)["citations"][0]["quote"] == second
    assert asked(client, "义工咋培训")["outcome"] == "not_found"


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"question": ""}, (400, "还没有写问题")),
        ({"question": "你好"}, (400, "看不出要问哪件事")),
        ({"question": "？？"}, (400, "看不出要问哪件事")),
        ({"question": "我是＊＊＊，怎么办低保？"}, (400, "隐去的个人信息")),
        ({"question": "培训" * 51}, (400, "问法太长")),
        ({"others": "\n".join(f"第{n}种志愿者培训" for n in range(6))}, (400, "别的问法太多")),
        ({"start": ""}, (400, "还没有选好原文")),
        ({"start": "x", "end": "9" * 12}, (400, "还没有选好原文")),
        ({"document": "none"}, (400, "还没有选好原文")),
        ({"sha256": "0" * 64}, (409, "文件刚刚更新过")),
        ({"shift": "1"}, (400, "不是整句")),
        ({"whole": "1"}, (400, "选的原文太长")),
    ],
)
def test_what_cannot_be_pinned_is_refused_with_the_reason(
    editor: FlaskClient,
    chosen: dict[str, str],
    document: Document,
    wrong: dict[str, str],
    refusal: tuple[int, str],
) -> None:
    fields = chosen | wrong
    if "shift" in wrong:
        fields["start"] = str(int(chosen["start"]) + 1)
    if "whole" in wrong:
        fields |= {"start": "0", "end": str(len(document.text.rstrip()))}
    reply = post(editor, FORM, fields)
    assert reply.status_code == refusal[0]
    assert refusal[1] in reply.text
    assert 'role="alert"' in reply.text


def test_sentences_of_a_section_are_offered_and_joined_they_are_its_text(
    editor: FlaskClient, services: Services, document: Document
) -> None:
    sections = services.shelf.current().sections(MEIZHOU)
    for number in range(len(sections)):
        asked_for = {"question": QUESTION, "document": MEIZHOU, "section": number}
        page = editor.get(f"{FORM}?{urlencode(asked_for)}").text
        shown = re.findall(r'<p id="words-(\d+)">(.*?)</p>', page, re.DOTALL)
        for start, words in shown:
            assert document.text.startswith(html.unescape(words), int(start))
        kept = "".join(sections[number].span.cut(document.text).split())
        assert "".join("".join(html.unescape(words) for _, words in shown).split()) in {kept, ""}


def test_a_choice_of_no_sentence_is_told(editor: FlaskClient) -> None:
    asked_for = {"question": QUESTION, "document": MEIZHOU, "section": "3", "look": "1"}
    reply = editor.get(f"{FORM}?{urlencode(asked_for)}")
    assert reply.status_code == 400
    assert "还没有选好原文" in reply.text


def test_a_suspended_pin_is_shown_for_review_and_restored_where_its_quote_stands(
    editor: FlaskClient, client: FlaskClient, chosen: dict[str, str], services: Services
) -> None:
    post(editor, FORM, chosen)
    services.pins.recheck(lambda _: None)
    assert asked(client, QUESTION)["outcome"] == "not_found"
    page = editor.get(LIST).text
    assert "需要复核" in page
    assert "（1 条需要复核）" in page
    number = {"pin": fields_number(editor)}
    assert post(editor, f"{LIST}/restore", number).status_code == 303
    assert asked(client, QUESTION)["outcome"] == "answered"
    assert post(editor, f"{LIST}/restore", number).status_code == 404


def test_a_pin_whose_words_are_gone_is_not_restored(
    editor: FlaskClient, chosen: dict[str, str], services: Services
) -> None:
    post(editor, FORM, chosen)
    (pin,) = services.pins.serving()
    services.pins.recheck(lambda _: None)
    kept = services.pins.find(pin.number)
    assert kept is not None
    assert kept.state is State.SUSPENDED
    lost = type(pin)(pin.number, pin.wordings, "gone", pin.span, pin.sha256, pin.quote)
    assert services.pins.restore(lost, Deed("test", Action.PIN_RESTORED))
    services.pins.recheck(lambda _: None)
    reply = post(editor, f"{LIST}/restore", {"pin": str(pin.number)})
    assert (reply.status_code, "请重新选原文" in reply.text) == (409, True)
    services.pins.withdraw(pin.number, Deed("test", Action.PIN_WITHDRAWN))


@pytest.mark.parametrize(("name", "reads"), [("reviewer", 200), ("auditor", 403)])
def test_only_an_editor_pins_and_withdraws(
    app: Flask, editor: FlaskClient, chosen: dict[str, str], name: str, reads: int
) -> None:
    post(editor, FORM, chosen)
    number = {"pin": fields_number(editor)}
    other = signed_in(app, name)
    assert other.get(LIST).status_code == reads
    assert other.get(FORM).status_code == 403
    for at, fields in ((FORM, chosen), (f"{LIST}/withdraw", number), (f"{LIST}/restore", number)):
        assert post(other, at, fields).status_code == 403
    for page in (LIST, "/desk/questions"):
        shown = other.get(page).text
        assert 'href="/desk/pin?' not in shown
        assert "确认撤回" not in shown
    assert "确认撤回" in editor.get(LIST).text


def test_who_is_not_signed_in_pins_nothing(app: Flask, chosen: dict[str, str]) -> None:
    stranger = app.test_client()
    assert stranger.get(FORM).status_code == 303
    assert stranger.post(FORM, data=chosen).status_code == 401


def test_hostile_words_are_shown_as_words(editor: FlaskClient) -> None:
    hostile = '"><script>alert(1)</script>养老服务'
    page = editor.get(f"{FORM}?{urlencode({'question': hostile, 'others': hostile})}").text
    assert "<script>alert" not in page
