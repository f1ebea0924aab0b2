"""A saved page is read as a browser shows it: blocks are lines, data tables rows, the rest text."""

from pathlib import Path

import pytest

from index.errors import PlanFileEmpty, PlanFileUnreadable
from index.reading.html import read, squeezed
from index.reading.paragraphs import Paragraph, Role


def lines(folder: Path, body: str, encoding: str = "utf-8", head: str = "") -> list[Paragraph]:
    file = folder / "网页.html"
    file.write_bytes(f"<html><head>{head}</head><body>{body}</body></html>".encode(encoding))
    return read(file)


def texts(folder: Path, body: str) -> list[str]:
    return [line.text for line in lines(folder, body)]


def test_blocks_are_lines(tmp_path: Path) -> None:
    body = "<div>甲<p>乙</p>丙</div><ul><li>丁</li><li>戊</li></ul>"
    assert texts(tmp_path, body) == ["甲", "乙", "丙", "丁", "戊"]


def test_headings_have_their_level_and_what_follows_is_text(tmp_path: Path) -> None:
    body = "<h1>规划</h1><p>正文</p><h3><span>目</span>标</h3>尾"
    assert lines(tmp_path, body) == [
        Paragraph("规划", Role.HEADING, 1),
        Paragraph("正文"),
        Paragraph("目标", Role.HEADING, 3),
        Paragraph("尾"),
    ]


def test_a_break_ends_a_line(tmp_path: Path) -> None:
    assert texts(tmp_path, "<p>甲<br>乙<br/><br>丙</p>") == ["甲", "乙", "丙"]


def test_inline_elements_do_not_cut_a_line(tmp_path: Path) -> None:
    body = (
        "<p>到<span>2025</span>年，<b>床位<i>达</i></b><a href='#'>到</a><font>8</font>万张。</p>"
    )
    assert texts(tmp_path, body) == ["到2025年，床位达到8万张。"]


def test_a_space_between_chinese_words_stays(tmp_path: Path) -> None:
    assert texts(tmp_path, "<p>第一章 总 则</p>") == ["第一章 总 则"]


def test_a_source_line_break_between_chinese_is_nothing(tmp_path: Path) -> None:
    assert texts(tmp_path, "<p>养老服务\n\t  体系，\r\n建设</p>") == ["养老服务体系，建设"]


def test_a_source_line_break_beside_latin_is_a_space(tmp_path: Path) -> None:
    assert texts(tmp_path, "<p>plan\n  text</p>") == ["plan text"]


@pytest.mark.parametrize(
    "hidden",
    [
        "<p style='display:none'>藏</p>",
        "<div style='color:red; DISPLAY : none'><p>藏</p></div>",
        "<span style='visibility: hidden'>藏</span>",
        "<script>藏</script>",
        "<style>藏</style>",
        "<!-- 藏 -->",
        "<noscript>藏</noscript>",
        "<nav>藏</nav>",
        "<footer>藏</footer>",
        "<select><option>藏</option></select>",
        "<?php 藏 ?>",
    ],
)
def test_what_a_reader_does_not_see_is_left_out(tmp_path: Path, hidden: str) -> None:
    assert texts(tmp_path, f"<div>前{hidden}后</div>") in (["前后"], ["前", "后"])


def test_a_layout_table_vanishes(tmp_path: Path) -> None:
    body = (
        "<table><tr><td>栏目</td><td><table><tr><td><p>第一段。</p><p>第二段。</p></td></tr>"
        "</table></td></tr></table>"
    )
    assert lines(tmp_path, body) == [
        Paragraph("栏目"),
        Paragraph("第一段。"),
        Paragraph("第二段。"),
    ]


def test_a_table_that_holds_the_whole_text_vanishes(tmp_path: Path) -> None:
    body = (
        f"<table><tr><td>左</td><td>右</td></tr><tr><td>{'长' * 700}</td><td>尾</td></tr></table>"
    )
    assert {line.role for line in lines(tmp_path, body)} == {Role.TEXT}


def test_a_table_of_labels_about_the_page_vanishes(tmp_path: Path) -> None:
    body = (
        "<table><tr><td>索引号：</td><td>A1</td></tr><tr><td>发布日期：</td><td>2021</td></tr>"
        "</table>"
    )
    assert {line.role for line in lines(tmp_path, body)} == {Role.TEXT}


def test_a_table_of_labels_with_their_values_in_one_cell_vanishes(tmp_path: Path) -> None:
    body = (
        "<table><tr><td>索 引 号： A1</td><td>文  号：云府〔2015〕36号</td></tr>"
        "<tr><td>名 称：云山市通知</td><td></td></tr></table>"
    )
    assert [line.text for line in lines(tmp_path, body)] == [
        "索 引 号： A1",
        "文 号：云府〔2015〕36号",
        "名 称：云山市通知",
    ]


def test_a_data_table_is_rows_under_a_header_with_merged_cells_filled(tmp_path: Path) -> None:
    body = (
        "<table><tr><th rowspan='2'>指标</th><th colspan='2'>目标</th></tr>"
        "<tr><th>2020年</th><th>2025年</th></tr>"
        "<tr><td rowspan=2>床位</td><td>5</td><td>8</td></tr>"
        "<tr><td>6</td><td>9</td></tr></table>"
    )
    assert lines(tmp_path, body) == [
        Paragraph("指标\t目标\t目标", Role.TABLE_HEADER, table=1),
        Paragraph("指标\t2020年\t2025年", Role.TABLE_HEADER, table=1),
        Paragraph("床位\t5\t8", Role.TABLE_ROW, table=1),
        Paragraph("床位\t6\t9", Role.TABLE_ROW, table=1),
    ]


def test_lines_inside_a_cell_are_one_cell(tmp_path: Path) -> None:
    rows = (
        "<tr><td>指标</td><td>目标</td></tr><tr><td><p>每千</p><p>人口</p></td><td>4<br>5</td></tr>"
    )
    assert texts(tmp_path, f"<table>{rows}</table>") == ["指标\t目标", "每千人口\t4 5"]


@pytest.mark.parametrize("span", ["0", "-1", "x", "9999999999999999999999", "²", " "])
def test_a_span_that_makes_no_sense_is_one(tmp_path: Path, span: str) -> None:
    first = f"<tr><td rowspan='{span}'>甲</td><td>乙</td></tr>"
    body = f"<table>{first}<tr><td>丙</td><td>丁</td></tr></table>"
    assert texts(tmp_path, body) == ["甲\t乙", "丙\t丁"]


@pytest.mark.parametrize("declared", ["gb2312", "GBK", "gb18030"])
def test_a_page_declared_gb2312_may_hold_all_of_gb18030(tmp_path: Path, declared: str) -> None:
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">'
    assert lines(tmp_path, "<p>镕㙍，€</p>", "gb18030", head) == [Paragraph("镕㙍，€")]


def test_a_gb2312_page_with_a_broken_byte_is_read(tmp_path: Path) -> None:
    file = tmp_path / "网页.htm"
    file.write_bytes(b"<meta charset=gb2312><p>" + "养老服务".encode("gbk") + b"\xff</p>")
    assert read(file)[0].text.startswith("养老服务")


def test_a_page_that_declares_the_wrong_encoding_is_read_by_its_bytes(tmp_path: Path) -> None:
    page = lines(tmp_path, "<p>养老服务</p>", "gb18030", "<meta charset='utf-8'>")
    assert page == [Paragraph("养老服务")]


def test_a_utf8_page_that_declares_gb2312_is_read_by_its_bytes(tmp_path: Path) -> None:
    page = lines(tmp_path, "<p>养老服务体系</p>", "utf-8", "<meta charset='gb2312'>")
    assert page == [Paragraph("养老服务体系")]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_page_with_a_byte_order_mark_is_read(tmp_path: Path, encoding: str) -> None:
    assert lines(tmp_path, "<p>养老服务</p>", encoding) == [Paragraph("养老服务")]


def test_a_page_with_an_xml_declaration_is_read(tmp_path: Path) -> None:
    file = tmp_path / "网页.html"
    words = '<?xml version="1.0" encoding="utf-8"?><html><body><p>养老</p></body></html>'
    file.write_text(words, encoding="utf-8")
    assert read(file) == [Paragraph("养老")]


def test_entities_are_the_signs_they_stand_for(tmp_path: Path) -> None:
    assert texts(tmp_path, "<p>&ldquo;十四五&rdquo;&#20859;&lt;</p>") == ["“十四五”养<"]


@pytest.mark.parametrize("tag", ["p", "div", "font", "span", "b"])
def test_no_word_is_lost_where_tags_are_never_closed(tmp_path: Path, tag: str) -> None:
    words = [f"第{number}段" for number in range(600)]
    body = "".join(f"<{tag}>{word}" for word in words)
    try:
        found = "".join(texts(tmp_path, body))
    except PlanFileUnreadable:
        return
    assert found == "".join(words)


@pytest.mark.parametrize("content", [b"", b"  \n", b"<!-- -->"])
def test_a_page_without_content_is_empty(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "网页.html"
    file.write_bytes(content)
    with pytest.raises(PlanFileEmpty):
        assert read(file)


def test_white_space_of_the_source_is_one_space() -> None:
    assert squeezed("  a \t\n b\u3000c ") == "a b\u3000c"


def test_what_the_head_declares_comes_with_its_name_and_an_empty_value_not_at_all(
    tmp_path: Path,
) -> None:
    head = (
        "<title>云山市养老\n规划</title><meta name='PubDate' content='2024-09-12'>"
        "<meta name='ArticleTitle' content=' '><meta name='viewport' content='width=1'>"
    )
    found = [line.text for line in lines(tmp_path, "<p>正文</p>", head=head)]
    assert found == ["pubdate\t2024-09-12", "title\t云山市养老规划", "正文"]
