"""The page of the concordance and its file: every line a link, no cell a formula."""

import csv
import io
from urllib.parse import urlencode

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from chatbot.files.csv_export import csv_file
from chatbot.records.staff.audit import Action
from chatbot.records.staff.staff import Staff
from index.intake.documents import Document


def address(page: str = "concordance", **asked: str) -> str:
    return f"/desk/{page}?{urlencode(asked)}"


def test_every_line_of_the_file_is_a_place_in_the_stored_text(
    staff: FlaskClient, documents: tuple[Document, ...], accounts: Staff
) -> None:
    reply = staff.get(address("concordance.csv", words="养老服务"))
    assert reply.mimetype == "text/csv"
    assert reply.data.startswith(b"\xef\xbb\xbf")
    heads, *rows = csv.reader(io.StringIO(reply.data.decode("utf-8-sig")))
    texts = {document.title: document.text for document in documents}
    assert heads == ["文件", "章节", "前文", "用语", "后文", "起", "止", "网址"]
    assert len(rows) == sum(text.count("养老服务") for text in texts.values())
    for title, _, before, words, after, start, end, link in rows:
        assert texts[title][int(start) : int(end)] == words == "养老服务"
        assert before + words + after in texts[title]
        assert "养老服务</mark>" in staff.get(link).text
    entry = accounts.trail(1)[0]
    assert (entry.action, entry.detail) == (Action.CONCORDANCE_EXPORTED, "养老服务")


@pytest.mark.parametrize(
    ("asked", "status", "words"),
    [
        ({"words": "养老服务"}, 200, "共 "),
        ({"words": "服务 养老", "way": "any-order"}, 200, "共 "),
        ({"words": "(养老|社会)服务", "way": "pattern"}, 200, "共 "),
        ({"words": "没有这个说法"}, 200, "规划里没有“没有这个说法”"),
        ({"words": "(", "way": "pattern"}, 400, "表达式写得不对"),
        ({"words": "养老", "document": "none"}, 400, "不存在的文件"),
        ({"words": '"><script>alert(1)</script>'}, 200, "规划里没有"),
        ({"words": "养老", "way": "nonsense"}, 200, "共 "),
    ],
)
def test_the_page_tells_what_is_found_or_why_nothing(
    staff: FlaskClient, asked: dict[str, str], status: int, words: str
) -> None:
    reply = staff.get(address(**asked))
    assert (reply.status_code, words in reply.text) == (status, True)
    assert "<script>alert" not in reply.text


def test_who_is_not_signed_in_is_led_to_sign_in(client: FlaskClient) -> None:
    for page in ("concordance", "concordance.csv"):
        assert client.get(address(page, words="养老")).status_code == 303


@given(st.lists(st.text(max_size=8), min_size=1, max_size=4))
def test_no_cell_begins_like_a_formula(cells: list[str]) -> None:
    read = csv.reader(io.StringIO(csv_file(cells, [cells]).decode("utf-8-sig"), newline=""))
    *_, row = read
    for cell, given_cell in zip(row, cells, strict=True):
        assert cell.lstrip(" \u3000")[:1] not in {*"=+-@\t\r\n＝＋－＠"}
        assert cell.removeprefix("'") == given_cell.removeprefix("'")


def test_the_bare_page_asks_for_words_and_writes_nothing_down(
    staff: FlaskClient, accounts: Staff
) -> None:
    before = accounts.trail(1)[0].number
    assert staff.get("/desk/concordance").status_code == 200
    assert accounts.trail(1)[0].number == before
