"""The service completes what is typed with questions that it answers."""

from flask.testing import FlaskClient


def suggested(client: FlaskClient, typed: str) -> list[str]:
    reply = client.get("/api/suggestions", query_string={"q": typed})
    assert reply.status_code == 200
    found: list[str] = reply.get_json()["suggestions"]
    return found


def test_every_suggestion_is_answered(client: FlaskClient) -> None:
    found = suggested(client, "养老")
    assert found
    for question in found:
        reply = client.post("/api/answers", json={"question": question})
        assert reply.get_json()["outcome"] == "answered", question


def test_with_nothing_typed_there_are_questions_to_begin_with(client: FlaskClient) -> None:
    assert suggested(client, "") == client.get("/api/documents").get_json()["suggestions"]


def test_a_question_asked_often_is_offered_and_one_with_a_number_is_not(
    client: FlaskClient,
) -> None:
    for _ in range(3):
        client.post("/api/answers", json={"question": "大养老体系怎么建？"})
        client.post("/api/answers", json={"question": "大养老体系怎么建 13812345678"})
    found = suggested(client, "大养老体系怎么")
    assert found[0] == "大养老体系怎么建？"
    assert not [question for question in found if "＊" in question or "138" in question]


def test_what_is_too_long_is_refused(client: FlaskClient) -> None:
    reply = client.get("/api/suggestions", query_string={"q": "老" * 501})
    assert reply.status_code == 400
    assert reply.get_json()["error"]["code"] == "question_too_long"
