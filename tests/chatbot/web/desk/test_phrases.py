"""The page of set phrases and its file."""

import csv
import io
from urllib.parse import urlencode

import pytest
from flask.testing import FlaskClient

from chatbot.records.staff.audit import Action
from chatbot.records.staff.staff import Staff
from index.intake.documents import Document

FIVE = "大救助、大养老、大儿童保障、大慈善、大社会治理"


def address(name: str = "phrases", **asked: str) -> str:
    return f"/desk/{name}?{urlencode(asked)}"


@pytest.mark.parametrize("phrase", ["两个维护", "四个意识", "一核四社", FIVE])
def test_the_plans_phrases_are_listed_with_their_places(staff: FlaskClient, phrase: str) -> None:
    shown = staff.get(address(text=phrase)).text
    assert f"<b>{phrase}</b>" in shown
    assert f"<mark>{phrase}</mark>" in shown
    assert "#mark" in shown


def test_every_line_of_the_file_is_a_place_in_the_stored_text(
    staff: FlaskClient, documents: tuple[Document, ...], accounts: Staff
) -> None:
    reply = staff.get(address("phrases.csv", text="民政为民"))
    heads, *rows = csv.reader(io.StringIO(reply.data.decode("utf-8-sig")))
    assert heads == "提法 次数 文件数 出处 前文 原文 后文 起 止 网址".split()
    assert len(rows) == 3
    for phrase, count, held_by, cited, before, words, after, start, end, link in rows:
        (text,) = {one.text for one in documents if cited.startswith(f"《{one.title}》")}
        assert (phrase, count, held_by) == (words, "3", "2")
        assert text[int(start) : int(end)] == words
        assert before + words + after in text
        assert f"{words}</mark>" in staff.get(link).text
    entry = accounts.trail(1)[0]
    assert (entry.action, entry.detail) == (Action.PHRASES_EXPORTED, "民政为民")


@pytest.mark.parametrize(
    ("asked", "status", "words"),
    [
        ({}, 200, "共 "),
        ({"order": "reading"}, 200, "共 "),
        ({"order": "nonsense", "page": "x"}, 200, "共 "),
        ({"page": "99"}, 200, "共 "),
        ({"text": "没有这个"}, 200, "没有这样的提法"),
        ({"text": '"><script>alert(1)</script>'}, 200, "没有这样的提法"),
        ({"document": "none"}, 400, "不存在的文件"),
    ],
)
def test_the_page_tells_what_is_found_or_why_nothing(
    staff: FlaskClient, asked: dict[str, str], status: int, words: str
) -> None:
    reply = staff.get(address(**asked))
    assert (reply.status_code, words in reply.text) == (status, True)
    assert "<script>alert" not in reply.text


def test_who_is_not_signed_in_is_led_to_sign_in(client: FlaskClient) -> None:
    for name in ("phrases", "phrases.csv"):
        assert client.get(address(name)).status_code == 303
