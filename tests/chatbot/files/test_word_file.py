"""What is written into a Word file is read from it again, whatever signs it holds."""

import io

import docx
import pytest
from docx.document import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from chatbot.files.word_file import Mark, WordFile, Words
from tests.chatbot.desk.word_marks import mark_of
from tests.chatbot.files.making import MADE

HOSTILE = [
    "\x00",
    "\x0b\x0c\x1b",
    "\ud800",
    "\udfff甲",
    "\ufffe\uffff",
    "<w:t>&amp;]]>",
    "長" * 70_000,
]


def opened(file: WordFile) -> Document:
    return docx.Document(io.BytesIO(file.content()))


def test_no_line_runs_through_or_under_a_number() -> None:
    file = WordFile("报告", MADE)
    file.paragraph([Words("二", Mark.GONE), Words("一", Mark.COME)])
    for run in opened(file).paragraphs[1].runs:
        assert (run.font.strike, run.font.underline) == (None, None)


def test_the_parts_stand_in_order_and_marks_are_kept() -> None:
    file = WordFile("报告", MADE)
    file.heading("一、总数")
    file.paragraph([Words("五百", Mark.GONE), Words("五千", Mark.COME), Words("元")])
    file.table(("甲", "乙"), (1, 2), [("一\n二", [Words("三", Mark.STRONG)])])
    found = opened(file)
    assert [one.text for one in found.paragraphs] == ["报告", "一、总数", "五百五千元"]
    assert [mark_of(run) for run in found.paragraphs[2].runs] == ["dashed", "single", ""]
    assert [[cell.text for cell in row.cells] for row in found.tables[0].rows] == [
        ["甲", "乙"],
        ["一\n二", "三"],
    ]
    assert found.tables[0].rows[1].cells[1].paragraphs[0].runs[0].bold


@pytest.mark.parametrize("words", HOSTILE)
def test_no_sign_breaks_the_file(words: str) -> None:
    file = WordFile(f"题{words}", MADE)
    file.heading(words)
    file.table(("甲",), (1,), [(words,)])
    read = opened(file).tables[0].rows[1].cells[0].text
    assert len(read) == len(words)
    assert all(sign in {given, "\ufffd"} for sign, given in zip(read, words, strict=True))


@settings(max_examples=40)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cn"]), max_size=60))
def test_words_are_read_as_they_were_written(words: str) -> None:
    file = WordFile("题", MADE)
    file.paragraph(words)
    assert opened(file).paragraphs[1].text == words
