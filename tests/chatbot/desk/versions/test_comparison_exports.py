"""A comparison can be taken along: as one harmless page, and as a Word table."""

import io
import re

import docx
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from chatbot.desk.text.squeezed import squeeze
from chatbot.desk.versions.changes import Comparison
from chatbot.files.comparison_docx import comparison_docx
from chatbot.files.comparison_html import comparison_html
from tests.chatbot.desk.two_versions import LAW, edited, versions
from tests.chatbot.desk.word_marks import mark_of
from tests.chatbot.files.making import MADE

HOSTILE = (
    '规划<script>alert(1)</script>\n第一条 <img src=x onerror=alert(1)> & "引号" \'。\n'
    "第二条 </td></table><iframe src=//a.example>。"
)


def cells(found: Comparison) -> list[tuple[str, ...]]:
    document = docx.Document(io.BytesIO(comparison_docx(found, MADE)))
    return [tuple(cell.text for cell in row.cells) for row in document.tables[0].rows]


def test_the_page_marks_what_went_and_what_came() -> None:
    page = comparison_html(edited(("五百元", "五千元")))
    assert "<del>五百</del>元" in page
    assert "<ins>五千</ins>元" in page
    assert "共 1 处改动，其中实质改动 1 处：数字 1。" in page


def test_hostile_text_stays_text() -> None:
    page = comparison_html(versions(HOSTILE, HOSTILE.replace("引号", "标签")))
    tree = html.document_fromstring(page)
    for name in ("script", "img", "iframe", "link", "object"):
        assert tree.findall(f".//{name}") == []
    assert not [name for node in tree.iter() for name in node.attrib if name.startswith("on")]
    assert '<img src=x onerror=alert(1)> & "' in tree.text_content()
    assert len(tree.findall(".//table")) == 2


def test_the_page_fetches_nothing() -> None:
    page = comparison_html(edited(("五百元", "五千元")))
    assert not re.search(r"\b(?:src|href)=|url\(|@import", page)
    assert "default-src 'none'" in page


def test_the_page_holds_both_texts_whole() -> None:
    new = LAW.replace("五百元", "五千元")
    tree = html.document_fromstring(comparison_html(versions(LAW, new)))
    rows = tree.findall(".//table")[-1].findall("./tbody/tr")
    sides = ["".join(row.findall("td")[side].text_content() for row in rows) for side in (0, 1)]
    assert [squeeze(side).text for side in sides] == [squeeze(LAW).text, squeeze(new).text]


def test_equal_versions_give_a_page_that_says_so() -> None:
    page = comparison_html(versions(LAW, LAW))
    assert "两个版本内容相同" in page
    assert "<del>" not in page


def test_word_opens_the_table_and_it_holds_the_words() -> None:
    rows = cells(edited(("五百元", "五千元"), ("和奖章。", "和奖章。\n第七条 自公布之日起施行。")))
    assert rows[0] == ("旧", "新", "改动")
    before = "第五条 违反本条例第四条规定的，处五百元以下的罚款。"
    assert rows[1] == (before, before.replace("五百", "五千"), "第五条\n数字")
    assert rows[2] == ("", "第七条 自公布之日起施行。", "第七条\n新增")


def test_words_gone_and_words_come_have_their_boxes_in_word() -> None:
    document = docx.Document(io.BytesIO(comparison_docx(edited(("五百元", "五千元")), MADE)))
    old, new, _ = document.tables[0].rows[1].cells
    assert [run.text for run in old.paragraphs[0].runs if mark_of(run) == "dashed"] == ["五百"]
    assert [run.text for run in new.paragraphs[0].runs if mark_of(run) == "single"] == ["五千"]


def test_equal_versions_give_a_word_file_without_a_table() -> None:
    document = docx.Document(io.BytesIO(comparison_docx(versions(LAW, LAW), MADE)))
    assert document.tables == []
    assert "两个版本内容相同（空白不计）。" in [one.text for one in document.paragraphs]


@settings(max_examples=25)
@given(st.text(min_size=1).filter(str.strip), st.text(min_size=1).filter(str.strip))
def test_any_two_texts_can_be_taken_along(old: str, new: str) -> None:
    found = versions(old, new)
    html.document_fromstring(comparison_html(found))
    docx.Document(io.BytesIO(comparison_docx(found, MADE)))
