"""A word that no plan writes: seen, tried on what was asked, taken in, used, withdrawn."""

import re
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from flask import Flask
from flask.testing import FlaskClient

from chatbot.records.staff.audit import Action, Deed
from chatbot.records.staff.staff import Staff
from chatbot.services import Services
from tests.chatbot.web.conftest import signed_in
from tests.chatbot.web.elements import texts, tree_of
from tests.chatbot.web.pinning import asked, post

PAGE, TRY, ACCEPT, WITHDRAW = (f"/desk/words{end}" for end in ("", "/try", "/accept", "/withdraw"))
QUESTION = "怎么深化吹打改革"
PAIR = {"said": "吹打", "written": "殡葬", "grade": "same"}


@pytest.fixture
def desk(editor: FlaskClient, client: FlaskClient, services: Services) -> Iterator[FlaskClient]:
    """An editor's browser, after somebody has asked in vain; pairs are withdrawn afterwards."""
    assert asked(client, QUESTION)["outcome"] == "not_found"
    yield editor
    for one in services.words.everything():
        services.words.withdraw(one.number, Deed("test", Action.WORDS_WITHDRAWN))


def test_the_words_that_no_plan_writes_are_listed_with_what_they_may_mean(
    desk: FlaskClient,
) -> None:
    page = desk.get(PAGE).text
    assert "吹打" in texts(tree_of(page), ".word h3")
    assert QUESTION in page
    links = re.findall(r'href="/desk/words/try\?([^"]+)"', page)
    assert links


def test_a_pair_is_tried_taken_in_used_and_withdrawn(
    desk: FlaskClient, client: FlaskClient, accounts: Staff
) -> None:
    trial = desk.get(f"{TRY}?{urlencode(PAIR)}").text
    assert "1 个的答复会变，其中 1 个从答不上变成答得上" in trial
    assert asked(client, QUESTION)["outcome"] == "not_found"  # trying changes nothing
    assert post(desk, ACCEPT, PAIR).location == f"{PAGE}#kept"
    answer = asked(client, QUESTION)
    assert answer["outcome"] == "answered"
    assert "殡葬" in answer["citations"][0]["quote"]
    assert "殡葬" in desk.get(f"/desk/explain?{urlencode({'question': QUESTION})}").text
    number = re.search(r'name="number" value="(\d+)"', desk.get(PAGE).text)
    assert number
    assert post(desk, WITHDRAW, {"number": number[1]}).status_code == 303
    assert asked(client, QUESTION)["outcome"] == "not_found"
    actions = [line.action for line in accounts.trail(9)]
    assert actions.index(Action.WORDS_WITHDRAWN) < actions.index(Action.WORDS_ACCEPTED)


def test_who_was_helped_is_named_before_the_answer_changes(
    desk: FlaskClient, client: FlaskClient
) -> None:
    client.post("/api/feedback", json={"answer": asked(client, QUESTION)["id"], "helpful": True})
    page = desk.get(f"{TRY}?{urlencode(PAIR)}").text
    assert QUESTION in texts(tree_of(page), ".changed h3")
    assert "有 1 个问题，现在的答复有人说有帮助，收入以后会变" in page


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"written": "火星移民"}, "规划里没有“火星移民”这几个字"),
        ({"said": "送"}, "居民的说法要 2 到 12 个字"),
        ({"written": "殡 葬"}, "中间不要空格"),
        ({"grade": "exact"}, "没有选是不是同一个意思"),
        ({"said": "殡葬"}, "两边是同一个词"),
    ],
)
def test_what_is_no_pair_is_refused_with_the_remedy(
    desk: FlaskClient, wrong: dict[str, str], told: str
) -> None:
    tried = desk.get(f"{TRY}?{urlencode(PAIR | wrong)}")
    taken = post(desk, ACCEPT, PAIR | wrong)
    for reply in (tried, taken):
        assert reply.status_code == 400
        assert told in reply.text


def test_a_pair_that_serves_already_is_told(desk: FlaskClient) -> None:
    post(desk, ACCEPT, PAIR)
    assert "已经在用" in post(desk, ACCEPT, PAIR).text


def test_a_reviewer_looks_but_takes_nothing_in(app: Flask, desk: FlaskClient) -> None:
    reviewer = signed_in(app, "reviewer")
    page = reviewer.get(PAGE)
    assert page.status_code == 200
    assert "试一试" not in page.text
    assert reviewer.get(f"{TRY}?{urlencode(PAIR)}").status_code == 403
    assert post(reviewer, ACCEPT, PAIR).status_code == 403
    assert post(desk, WITHDRAW, {"number": "99999"}).status_code == 404
