"""The words of a draft and their places are one thing, and a hostile file hurts nobody."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from index.errors import PlanFileEmpty, PlanFileUnreadable
from index.reading import read_paragraphs
from index.reading.word.drafts.placed_xml import UnfitXml, placed
from index.reading.word.drafts.word_draft import Held, read_word_draft
from tests.index.reading import bombs
from tests.index.reading.word.word_files import (
    DECLARED,
    cell,
    of_body,
    paragraph,
    run,
    table,
    with_document,
)


def test_each_character_stands_where_it_is_said_to(tmp_path: Path) -> None:
    first = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>甲&amp;乙𠮷&#x4e19;</w:t></w:r></w:p>"
    body = f"<w:body>{first}{paragraph('丁戊')}</w:body>"
    file = with_document(tmp_path, f"<w:document {DECLARED}>{body}</w:document>".encode())
    draft = read_word_draft(file)
    with zipfile.ZipFile(file) as package:
        content = package.read("word/document.xml")
    assert draft.text == "甲&乙𠮷丙\n丁戊"
    found = [content[at:].decode() for held in draft.held for at in starts(held)]
    begun = ("甲", "&amp;", "乙𠮷", "&#x4e19;", "丁戊")
    assert all(one.startswith(words) for one, words in zip(found, begun, strict=True))


def starts(held: Held) -> list[int]:
    assert held.holder.text is not None
    return [byte for _, byte in held.holder.text.chunks]


def test_plain_paragraphs_are_read_as_those_of_a_plan(tmp_path: Path) -> None:
    file = of_body(tmp_path, paragraph("第一段。"), paragraph(" "), paragraph("第二段。"))
    assert read_word_draft(file).text.split("\n") == [one.text for one in read_paragraphs(file)]


def test_a_row_of_entries_is_a_line_and_prose_in_cells_a_line_a_cell(tmp_path: Path) -> None:
    rows = table(cell("床位") + cell("五万张"), cell("坚持公平。") + cell("坚持公正。"))
    assert read_word_draft(of_body(tmp_path, rows)).text == "床位\t五万张\n坚持公平。\n坚持公正。"


def test_a_file_without_words_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PlanFileEmpty, match="没有文字"):
        read_word_draft(of_body(tmp_path, "<w:p/>"))


@pytest.mark.parametrize(
    "bomb",
    [
        bombs.swollen_word_file,
        bombs.swollen_but_denied,
        bombs.crowded_word_file,
        bombs.billion_laughs,
        bombs.quadratic_laughs,
        bombs.nested_word_file,
        bombs.nested_tables,
    ],
    ids=lambda bomb: bomb.__name__,
)
def test_a_bomb_is_refused(tmp_path: Path, bomb: Callable[[Path], Path]) -> None:
    with pytest.raises((PlanFileUnreadable, PlanFileEmpty), match="；请"):
        read_word_draft(bomb(tmp_path))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<a>",
        b"<!DOCTYPE a><a/>",
        '<?xml version="1.0"?><a>养老</a>'.encode("utf-16"),
        b"<a>\xff</a>",
    ],
)
def test_what_is_no_plain_xml_is_refused(content: bytes) -> None:
    with pytest.raises(UnfitXml):
        placed(content)


def test_a_document_of_another_encoding_is_refused_with_what_to_do(tmp_path: Path) -> None:
    file = with_document(tmp_path, "<w:document/>".encode("utf-16"))
    with pytest.raises(PlanFileUnreadable, match="请用 Word 或 WPS 重新保存"):
        read_word_draft(file)


def test_a_mark_of_byte_order_shifts_no_place() -> None:
    content = (
        b"\xef\xbb\xbf" + f"<a><b>{run('x')}</b></a>".replace("w:", "").replace("xml:", "").encode()
    )
    root = placed(content)
    assert content[root[0].start : root[0].start + 3] == b"<b>"  # type: ignore[attr-defined]
