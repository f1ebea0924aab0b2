"""The API of answers: quotes that are the words at their span, and ratings that are kept."""

import pytest
from flask.testing import FlaskClient

from index.intake.documents import Document

QUESTIONS = ["大养老体系怎么建？", "民政规划的基本原则有哪些？", "民政事业面临哪些挑战？"]


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_quote_is_the_text_at_its_place(client: FlaskClient, question: str) -> None:
    answer = client.post("/api/answers", json={"question": question}).get_json()
    assert answer["outcome"] == "answered"
    for citation in answer["citations"]:
        whole = client.get(f"/api/documents/{citation['document']['id']}").get_json()
        assert whole["text"][citation["start"] : citation["end"]] == citation["quote"]
        assert whole["sha256"] == citation["sha256"]


def test_a_citation_opens_the_reader_at_its_mark(client: FlaskClient) -> None:
    answer = client.post("/api/answers", json={"question": QUESTIONS[0]}).get_json()
    (citation,) = answer["citations"]
    place = f"start={citation['start']}&end={citation['end']}&sha256={citation['sha256'][:16]}"
    assert citation["url"] == f"/plans/{citation['document']['id']}?{place}#mark"
    assert client.get(citation["url"]).status_code == 200


def test_a_question_can_be_put_to_one_document(
    client: FlaskClient, documents: tuple[Document, ...]
) -> None:
    for document in documents:
        body = {"question": "民政规划有哪些工作要求？", "documents": [document.id]}
        answer = client.post("/api/answers", json=body).get_json()
        named = {c["document"]["id"] for c in answer["citations"] + answer["related"]}
        assert named <= {document.id}


def test_the_same_question_gives_the_same_bytes(client: FlaskClient) -> None:
    first, second = (client.post("/api/answers", json={"question": QUESTIONS[1]}) for _ in "12")
    assert first.data == second.data


def test_the_questions_offered_to_begin_with_are_answered(client: FlaskClient) -> None:
    offered = client.get("/api/documents").get_json()["suggestions"]
    assert len(offered) >= 3
    for question in offered:
        answer = client.post("/api/answers", json={"question": question}).get_json()
        assert answer["outcome"] == "answered", question


def test_an_outline_lies_in_its_text(client: FlaskClient, documents: tuple[Document, ...]) -> None:
    for document in documents:
        outline = client.get(f"/api/documents/{document.id}").get_json()["outline"]
        assert outline
        for section in outline:
            own = document.text[section["start"] : section["end"]]
            assert own.startswith(section["heading"])
            assert len(section["path"]) == section["level"]


def test_the_sentence_that_answers_is_told_within_its_paragraph(client: FlaskClient) -> None:
    answer = client.post(
        "/api/answers", json={"question": "民政人才队伍要打造成什么样？"}
    ).get_json()
    (citation,) = answer["citations"]
    document = client.get(f"/api/documents/{citation['document']['id']}").get_json()
    key = document["text"][citation["key"]["start"] : citation["key"]["end"]]
    assert key in citation["quote"]
    assert key != citation["quote"]
    page = client.post("/ask", data={"question": "民政人才队伍要打造成什么样？"}).get_data(
        as_text=True
    )
    assert f"<strong>{key}</strong>" in page
