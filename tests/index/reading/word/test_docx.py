"""A Word file is read as its reader sees it: headings, tables, boxes, and no deleted word."""

import zipfile
from pathlib import Path

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import nsmap

from index.errors import PlanFileUnreadable
from index.reading.paragraphs import Paragraph, Role
from index.reading.word.docx import read
from tests.index.reading.bombs import crowded_word_file
from tests.index.reading.word.word_files import (
    cell,
    lines,
    of_body,
    paragraph,
    put,
    run,
    saved,
    table,
    texts,
)

SPAN_2 = '<w:gridSpan w:val="2"/>'
MERGED_FROM = '<w:vMerge w:val="restart"/>'
MERGED_ON = "<w:vMerge/>"
COMPATIBILITY = nsmap["w"].replace("wordprocessingml", "markup-compatibility")
ALTERNATIVES = f'xmlns:mc="{COMPATIBILITY.removesuffix("/main")}"'


def test_paragraphs_come_in_order_and_blank_ones_are_left_out(tmp_path: Path) -> None:
    file = of_body(tmp_path, paragraph("第一段。"), paragraph("  "), paragraph("第二段。"))
    assert lines(file) == [Paragraph("第一段。"), Paragraph("第二段。")]


def test_heading_styles_are_headings_of_their_level(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("总体要求", 1)
    document.add_paragraph("正文。")
    document.add_heading("基本原则", 2)
    assert lines(saved(document, tmp_path)) == [
        Paragraph("总体要求", Role.HEADING, 1),
        Paragraph("正文。"),
        Paragraph("基本原则", Role.HEADING, 2),
    ]


def test_a_heading_style_by_its_chinese_name_is_a_heading(tmp_path: Path) -> None:
    document = docx.Document()
    document.styles.add_style("标题 3", WD_STYLE_TYPE.PARAGRAPH)
    document.add_paragraph("保障措施", style="标题 3")
    assert lines(saved(document, tmp_path)) == [Paragraph("保障措施", Role.HEADING, 3)]


def test_runs_are_one_text_with_tabs_and_line_breaks(tmp_path: Path) -> None:
    words = "<w:p><w:r><w:t>牵头</w:t><w:tab/><w:t>单位</w:t><w:br/><w:t>民政局</w:t></w:r></w:p>"
    assert texts(of_body(tmp_path, words)) == ["牵头\t单位", "民政局"]


def test_deleted_words_are_left_out_and_inserted_words_kept(tmp_path: Path) -> None:
    words = (
        f"<w:p>{run('床位达到')}"
        '<w:del w:id="1" w:author="a"><w:r><w:delText>5</w:delText></w:r></w:del>'
        f'<w:ins w:id="2" w:author="a">{run("8")}</w:ins>{run("万张。")}</w:p>'
    )
    assert texts(of_body(tmp_path, words)) == ["床位达到8万张。"]


def test_moved_words_stand_only_where_they_went(tmp_path: Path) -> None:
    gone = f'<w:p><w:moveFrom w:id="1" w:author="a">{run("养老。")}</w:moveFrom></w:p>'
    come = f'<w:p><w:moveTo w:id="2" w:author="a">{run("养老。")}</w:moveTo></w:p>'
    assert texts(of_body(tmp_path, gone, paragraph("托育。"), come)) == ["托育。", "养老。"]


def test_a_deleted_row_is_left_out(tmp_path: Path) -> None:
    deleted = '<w:trPr><w:del w:id="1" w:author="a"/></w:trPr>' + cell("床位") + cell("5")
    rows = table(cell("指标") + cell("目标"), deleted, cell("床位") + cell("8"))
    assert texts(of_body(tmp_path, rows)) == ["指标\t目标", "床位\t8"]


def test_content_controls_are_read_round_blocks_and_inside_lines(tmp_path: Path) -> None:
    block = f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('控件里的段落。')}</w:sdtContent></w:sdt>"
    inline = f"<w:sdt><w:sdtContent>{run('2025年')}</w:sdtContent></w:sdt>"
    file = of_body(tmp_path, block, f"<w:p>{run('到')}{inline}{run('末。')}</w:p>")
    assert texts(file) == ["控件里的段落。", "到2025年末。"]


def test_links_and_the_results_of_fields_are_read_without_their_codes(tmp_path: Path) -> None:
    words = (
        f"<w:p><w:hyperlink>{run('见附件')}</w:hyperlink><w:r><w:instrText>PAGE</w:instrText></w:r>"
        f"<w:fldSimple w:instr='DATE'>{run('2021年')}</w:fldSimple></w:p>"
    )
    assert texts(of_body(tmp_path, words)) == ["见附件2021年"]


def test_a_text_box_is_read_once_after_its_line_and_by_paragraphs(tmp_path: Path) -> None:
    inside = paragraph("专栏1 重点工程") + paragraph("新建床位。")
    box = f"<w:pict><w:txbxContent>{inside}</w:txbxContent></w:pict>"
    words = (
        f"<w:p {ALTERNATIVES}>{run('如下：')}<w:r><mc:AlternateContent>"
        f"<mc:Choice Requires='wps'>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    assert texts(of_body(tmp_path, words)) == ["如下：", "专栏1 重点工程", "新建床位。"]


def test_a_table_is_rows_under_a_header_with_merged_cells_filled(tmp_path: Path) -> None:
    rows = table(
        cell("类别") + cell("指标", SPAN_2),
        cell("养老", MERGED_FROM) + cell("床位") + cell("8"),
        cell("", MERGED_ON) + cell("机构") + cell("3"),
    )
    assert lines(of_body(tmp_path, paragraph("前文。"), rows, paragraph("后文。"))) == [
        Paragraph("前文。"),
        Paragraph("类别\t指标\t指标", Role.TABLE_HEADER, table=1),
        Paragraph("养老\t床位\t8", Role.TABLE_ROW, table=1),
        Paragraph("养老\t机构\t3", Role.TABLE_ROW, table=1),
        Paragraph("后文。"),
    ]


def test_paragraphs_of_a_cell_are_one_cell(tmp_path: Path) -> None:
    two = f"<w:tc><w:tcPr/>{paragraph('每千人口')}{paragraph('托位数')}</w:tc>"
    file = of_body(tmp_path, table(cell("指标") + cell("目标"), two + cell("4.5")))
    assert texts(file) == ["指标\t目标", "每千人口托位数\t4.5"]


def test_a_table_of_one_column_is_a_frame_and_vanishes(tmp_path: Path) -> None:
    file = of_body(tmp_path, table(cell("专栏一"), cell("建设工程。")))
    assert lines(file) == [Paragraph("专栏一"), Paragraph("建设工程。")]


def test_two_tables_are_told_apart(tmp_path: Path) -> None:
    one = table(cell("甲") + cell("乙"), cell("一") + cell("二"))
    file = of_body(tmp_path, one, paragraph("中间。"), one)
    assert [line.table for line in lines(file)] == [1, 1, 0, 2, 2]


def test_a_table_inside_a_cell_is_read_once(tmp_path: Path) -> None:
    inner = table(cell("里一") + cell("里二"), cell("里三") + cell("里四"))
    outer = f"<w:tc><w:tcPr/>{inner}{paragraph('')}</w:tc>"
    file = of_body(tmp_path, table(cell("甲") + cell("乙"), cell("丙") + outer))
    assert "\n".join(texts(file)).count("里三") == 1


def test_rows_and_cells_inside_content_controls_are_read(tmp_path: Path) -> None:
    held = f"<w:sdt><w:sdtContent>{cell('8')}</w:sdtContent></w:sdt>"
    row = f"<w:sdt><w:sdtContent><w:tr>{cell('床位')}{held}</w:tr></w:sdtContent></w:sdt>"
    rows = table(cell("指标") + cell("目标")).replace("</w:tbl>", f"{row}</w:tbl>")
    assert texts(of_body(tmp_path, rows)) == ["指标\t目标", "床位\t8"]


def test_a_table_that_tells_of_the_document_is_read_label_by_label(tmp_path: Path) -> None:
    rows = table(
        cell("发文机关：") + cell("云山市民政局") + cell("成文日期：") + cell("2021年9月1日"),
        cell("标题：") + cell("养老服务规划", SPAN_2),
    )
    assert lines(of_body(tmp_path, rows)) == [
        Paragraph("发文机关：云山市民政局"),
        Paragraph("成文日期：2021年9月1日"),
        Paragraph("标题：养老服务规划"),
    ]


def test_a_hyphen_that_holds_its_line_together_is_a_hyphen(tmp_path: Path) -> None:
    words = "<w:p><w:r><w:t>2021</w:t><w:noBreakHyphen/><w:t>2025年</w:t></w:r></w:p>"
    assert texts(of_body(tmp_path, words)) == ["2021-2025年"]


def test_elements_inside_one_another_beyond_all_use_are_refused(tmp_path: Path) -> None:
    wrapped = "<w:sdt><w:sdtContent>" * 60 + paragraph("养老。") + "</w:sdtContent></w:sdt>" * 60
    with pytest.raises(PlanFileUnreadable, match=r"规划\.docx：内容套得太深"):
        read(of_body(tmp_path, wrapped))


def test_a_package_without_a_list_of_numberings_is_read(tmp_path: Path) -> None:
    document = docx.Document()
    numberings = next(
        name for name, part in document.part.rels.items() if part.reltype.endswith("/numbering")
    )
    del document.part.rels[numberings]
    put(document, paragraph("养老。"))
    assert texts(saved(document, tmp_path)) == ["养老。"]


def test_a_package_of_something_else_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "规划.docx"
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("表格.xml", "<表格/>")
    with pytest.raises(PlanFileUnreadable, match="不是完整的 Word 文件"):
        read(file)


def test_a_package_behind_a_password_is_refused(tmp_path: Path) -> None:
    file = of_body(tmp_path, paragraph("养老。"))
    content = bytearray(file.read_bytes())
    content[content.index(b"PK\x01\x02") + 8] |= 1  # as the directory says of a locked entry
    file.write_bytes(content)
    with pytest.raises(PlanFileUnreadable, match=r"规划\.docx：文件加了密码"):
        read(file)


def test_a_package_of_thousands_of_parts_is_refused_unread(tmp_path: Path) -> None:
    with pytest.raises(PlanFileUnreadable, match="压缩内容解开后过大"):
        read(crowded_word_file(tmp_path))


def test_a_file_that_is_no_package_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "规划.docx"
    file.write_text("不是压缩文件", encoding="utf-8")
    with pytest.raises(PlanFileUnreadable, match="不是完整的 Word 文件"):
        read(file)


def test_headers_and_footers_are_not_text(tmp_path: Path) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "内部资料"
    put(document, paragraph("正文。"))
    assert texts(saved(document, tmp_path)) == ["正文。"]
