"""Pinning an answer: picked by an editor, served to citizens word for word, withdrawn, audited."""

import html
import re
from urllib.parse import urlencode

import pytest
from flask import Flask
from flask.testing import FlaskClient

from chatbot.records.pins import State
from chatbot.records.staff.audit import Action, Deed
from chatbot.records.staff.staff import Staff
from chatbot.services import Services
from index.intake.documents import Document
from tests.chatbot.web.conftest import signed_in
from tests.chatbot.web.pinning import FORM, LIST, QUESTION, asked, post


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
