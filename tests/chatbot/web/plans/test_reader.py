"""The reader: the whole plan, character for character, with exactly the cited words marked."""

import random
from itertools import pairwise

import pytest
from flask.testing import FlaskClient

from index.intake.documents import Document
from tests.chatbot.web.reading_html import Page


def test_the_article_is_the_text_of_the_document(
    client: FlaskClient, documents: tuple[Document, ...]
) -> None:
    for document in documents:
        page = Page(client.get(f"/plans/{document.id}").text)
        assert page.article == document.text
        assert page.marks == []


def test_the_marks_are_exactly_the_words_asked_for(
    client: FlaskClient, documents: tuple[Document, ...]
) -> None:
    chance = random.Random(20210918)  # noqa: S311  the same spans every time
    for document in documents:
        for _ in range(60):
            start = chance.randrange(len(document.text))
            end = min(len(document.text), start + chance.choice([1, 5, 40, 300, 3000]))
            page = Page(client.get(f"/plans/{document.id}?start={start}&end={end}").text)
            assert "".join(page.marks) == document.text[start:end]
            assert page.article == document.text
            assert page.ids().count("mark") == 1


def test_headings_follow_one_another_and_ids_are_unique(
    client: FlaskClient, documents: tuple[Document, ...]
) -> None:
    for document in documents:
        page = Page(client.get(f"/plans/{document.id}").text)
        levels = page.headings()
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))
        assert len(page.ids()) == len(set(page.ids()))


def test_every_entry_of_the_outline_leads_to_its_heading(
    client: FlaskClient, documents: tuple[Document, ...]
) -> None:
    for document in documents:
        page = Page(client.get(f"/plans/{document.id}").text)
        links = [attributes.get("href") or "" for tag, attributes in page.tags if tag == "a"]
        anchors = {link.removeprefix("#") for link in links if link.startswith("#p")}
        assert anchors
        assert anchors <= set(page.ids())


LOST = [
    *("start=5", "end=5", "start=9&end=9", "start=9&end=3", "start=0&end=999999"),
    *("start=-1&end=3", "start=a&end=b", "start=1.0&end=2", "start=１&end=２"),
    *("start=0&end=9&sha256=of-another-version", "start=" + "9" * 5000 + "&end=1"),
]


@pytest.mark.parametrize("place", LOST, ids=lambda place: place[:40])
def test_a_place_that_does_not_fit_is_told_and_nothing_is_marked(
    client: FlaskClient, documents: tuple[Document, ...], place: str
) -> None:
    reply = client.get(f"/plans/{documents[0].id}?{place}")
    assert reply.status_code == 200
    assert "没有标出任何文字" in reply.text
    assert Page(reply.text).marks == []


def test_the_hash_of_the_present_version_is_accepted(
    client: FlaskClient, documents: tuple[Document, ...]
) -> None:
    document = documents[0]
    reply = client.get(f"/plans/{document.id}?start=0&end=9&sha256={document.sha256}")
    assert "".join(Page(reply.text).marks) == document.text[:9]


def test_status_and_source_are_in_sight(
    client: FlaskClient, documents: tuple[Document, ...]
) -> None:
    for document in documents:
        html = client.get(f"/plans/{document.id}").text
        assert document.file in html
        assert document.published in html
        assert ("取自非政府网站" in html) == (document.official is False)
        if document.status:
            assert f">{document.status}</span>" in html
