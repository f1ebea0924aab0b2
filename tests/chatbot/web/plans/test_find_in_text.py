"""Looking for words inside one plan: every place, marked, and the text stays the text."""

import random

import pytest
from flask.testing import FlaskClient

from chatbot.web.plans.find_in_text import find_all
from index.intake.documents import Document
from tests.chatbot.web.reading_html import Page


def test_every_place_is_found_and_marked(
    client: FlaskClient, documents: tuple[Document, ...]
) -> None:
    for document in documents:
        page = Page(client.get(f"/plans/{document.id}?find=养老").text)
        assert page.marks == ["养老"] * document.text.count("养老")
        assert page.article == document.text
        links = {attributes.get("href") for tag, attributes in page.tags if tag == "a"}
        assert {f"#f{number + 1}" for number in range(min(20, len(page.marks)))} <= links


def test_the_mark_and_the_places_found_live_together(
    client: FlaskClient, documents: tuple[Document, ...]
) -> None:
    chance = random.Random(3)  # noqa: S311  the same spans every time
    for document in documents:
        for words in ("老", "民政", "、"):
            start = chance.randrange(len(document.text) - 50)
            address = f"/plans/{document.id}?start={start}&end={start + 50}&find={words}"
            page = Page(client.get(address).text)
            assert page.article == document.text
            assert page.ids().count("mark") == 1
            assert len(page.ids()) == len(set(page.ids()))
            for number in range(1, document.text.count(words) + 1):
                assert f"f{number}" in page.ids()


@pytest.mark.parametrize("words", ["養老", " 养老 ", "养老"])
def test_traditional_characters_and_blanks_make_no_difference(words: str) -> None:
    assert len(find_all("养老服务和养老机构", words)) == 2


def test_a_place_is_shown_with_the_words_of_its_line() -> None:
    (found,) = find_all("上一行\n发展普惠养老服务。\n下一行", "普惠")
    assert (found.before, found.words, found.after) == ("发展", "普惠", "养老服务。")


@pytest.mark.parametrize("words", ["", "   ", "没有的词", "<script>alert(1)</script>"])
def test_words_that_stand_nowhere_mark_nothing(
    client: FlaskClient, documents: tuple[Document, ...], words: str
) -> None:
    reply = client.get(f"/plans/{documents[0].id}", query_string={"find": words})
    assert reply.status_code == 200
    assert Page(reply.text).marks == []
    assert ("没有“" in reply.text) == bool(words.strip())
    assert "<script>" not in reply.text
