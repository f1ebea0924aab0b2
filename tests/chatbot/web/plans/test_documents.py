"""The words around a quote: the rest of its paragraph and what stands beside it, in the text."""

import random

import pytest
from flask.testing import FlaskClient

from chatbot.web.plans.surroundings import around
from index.intake.documents import Document
from index.spans import Span

TEXT = "标题\n\n第一段。第二句。\n\n(一)小标题\n正文一，正文二。\n尾"


@pytest.mark.parametrize(
    ("quote", "before", "after"),
    [
        ("第二句。", "标题\n\n第一段。", "\n\n(一)小标题"),
        ("标题", "", "\n\n第一段。第二句。"),
        ("正文二。", "(一)小标题\n正文一，", "\n尾"),
        ("尾", "正文一，正文二。\n", ""),
    ],
)
def test_the_paragraph_and_its_neighbours_stand_around_a_quote(
    quote: str, before: str, after: str
) -> None:
    start = TEXT.index(quote)
    assert around(TEXT, Span(start, start + len(quote))) == (before, after)


def test_what_stands_around_is_the_text_itself(
    client: FlaskClient, documents: tuple[Document, ...]
) -> None:
    chance = random.Random(7)  # noqa: S311  the same places every time
    for document in documents:
        for _ in range(40):
            start = chance.randrange(len(document.text))
            end = min(len(document.text), start + chance.choice([1, 30, 400]))
            address = f"/api/documents/{document.id}/context?start={start}&end={end}"
            found = client.get(f"{address}&sha256={document.sha256}").get_json()
            assert found["quote"] == document.text[start:end]
            assert found["before"] + found["quote"] + found["after"] in document.text


@pytest.mark.parametrize("place", ["", "start=1", "start=9&end=3", "start=0&end=9&sha256=other"])
def test_a_place_that_does_not_fit_is_refused(
    client: FlaskClient, documents: tuple[Document, ...], place: str
) -> None:
    reply = client.get(f"/api/documents/{documents[0].id}/context?{place}")
    assert reply.status_code == 400
    assert reply.get_json()["error"]["code"] == "place_wrong"


def test_a_document_that_is_not_there_has_no_context(client: FlaskClient) -> None:
    assert client.get("/api/documents/none/context?start=0&end=1").status_code == 404
