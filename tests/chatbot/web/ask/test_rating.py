"""An answer is rated by a plain form: once, with its reason, and the conversation goes on."""

import sqlite3

import pytest
from flask.testing import FlaskClient

from chatbot.services import Services

QUESTION = "大养老体系怎么建？"


def rate(client: FlaskClient, **form: str) -> tuple[int, str]:
    sent = client.post("/ask/rating", data=form, content_type="multipart/form-data")
    return sent.status_code, sent.text


def kept(services: Services) -> list[tuple[int, str]]:
    file = services.settings.data / "records.db"
    with sqlite3.connect(file) as database:
        return database.execute("select helpful, comment from feedback order by id").fetchall()


@pytest.fixture
def answer(client: FlaskClient) -> str:
    found: str = client.post("/api/answers", json={"question": QUESTION}).get_json()["id"]
    return found


def test_a_reason_means_that_it_did_not_help(
    client: FlaskClient, services: Services, answer: str
) -> None:
    assert rate(client, answer=answer, helpful="yes")[0] == 200
    assert rate(client, answer=answer, helpful="no", reason="看不懂")[0] == 200
    assert kept(services)[-2:] == [(1, ""), (0, "看不懂")]


def test_a_vote_counts_at_once_and_the_reason_joins_it(
    client: FlaskClient, services: Services, answer: str
) -> None:
    before = len(kept(services))
    _, page = rate(client, answer=answer, helpful="no", history=QUESTION)
    assert kept(services)[before:] == [(0, "")]
    vote = page.partition('name="vote" value="')[2].partition('"')[0]
    _, page = rate(client, answer=answer, helpful="no", reason="不够完整", vote=vote)
    assert kept(services)[before:] == [(0, "不够完整")]
    assert 'name="vote"' not in page


def test_who_thinks_better_of_it_has_one_vote(client: FlaskClient, services: Services) -> None:
    asked = client.post("/api/answers", json={"question": QUESTION}).get_json()["id"]
    before = len(kept(services))
    first = client.post("/api/feedback", json={"answer": asked, "helpful": False}).get_json()
    again = {"answer": asked, "helpful": True, "vote": first["vote"]}
    assert client.post("/api/feedback", json=again).status_code == 200
    assert kept(services)[before:] == [(1, "")]
    client.post("/api/feedback", json=again | {"vote": "of-nobody"})
    assert kept(services)[before:] == [(1, ""), (1, "")]


def test_the_conversation_goes_on(client: FlaskClient, answer: str) -> None:
    _, html = rate(client, answer=answer, history=QUESTION)
    assert f'name="history" value="{QUESTION}"' in html
    assert f'name="question" value="{QUESTION}"' in html


def test_a_rating_of_nothing_is_refused_in_a_page(client: FlaskClient) -> None:
    assert rate(client, answer="")[0] == 400
    status, html = rate(client, answer="no-such-answer")
    assert status == 404
    assert "<h1>" in html
