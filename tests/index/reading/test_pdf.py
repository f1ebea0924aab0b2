"""A PDF is read in the order of its columns, without heads and feet, its lines made whole again."""

from functools import partial
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from index.errors import PlanFileUnreadable
from index.reading.fixed_layout.pdf import read
from index.reading.paragraphs import Role
from tests.index.reading.pdf_files import (
    HEIGHT,
    LEFT,
    WIDTH,
    Page,
    lines,
    of_pages,
    put,
    put_lines,
    texts,
    wrapped,
)

PARAGRAPHS = (
    "健全居家社区机构相协调、医养康养相结合的养老服务体系，推动养老事业和养老产业协同发展，"
    "到2025年，全市养老床位达到8万张，护理型床位占比达到55%以上。",
    "发展普惠型养老服务和互助性养老，支持家庭承担养老功能，培育养老新业态，"
    "构建居家社区机构相协调的服务网络，加强对困难老人的关爱。",
    "完善社区居家养老服务网络，推进公共设施适老化改造，推动专业机构服务向社区延伸，"
    "整合利用存量资源发展社区嵌入式养老。",
)


def text_page(canvas: Canvas) -> None:
    put_lines(canvas, [line for one in PARAGRAPHS for line in wrapped(one, 36)])


def test_wrapped_lines_are_joined_into_paragraphs(tmp_path: Path) -> None:
    assert texts(of_pages(tmp_path, text_page)) == list(PARAGRAPHS)


def test_a_paragraph_goes_on_over_the_page(tmp_path: Path) -> None:
    parts = wrapped(PARAGRAPHS[0], 36)
    pages = [*wrapped(PARAGRAPHS[1], 36), parts[0]], [*parts[1:], *wrapped(PARAGRAPHS[2], 36)]
    file = of_pages(tmp_path, *(partial(put_lines, lines=page) for page in pages))
    assert texts(file) == [PARAGRAPHS[1], PARAGRAPHS[0], PARAGRAPHS[2]]


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        put_lines(canvas, [line for one in PARAGRAPHS[:2] for line in wrapped(one, 17)], 60)
        put_lines(canvas, [line for one in PARAGRAPHS[2:] * 2 for line in wrapped(one, 17)], 320)

    assert texts(of_pages(tmp_path, page)) == [*PARAGRAPHS, PARAGRAPHS[2]]


def test_a_title_over_two_columns_comes_first(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, "某市养老服务体系建设第十四个五年规划", 120, 90, 20)
        put_lines(canvas, [line for one in PARAGRAPHS[:2] for line in wrapped(one, 17)], 60, 140)
        put_lines(
            canvas, [line for one in PARAGRAPHS[2:] * 2 for line in wrapped(one, 17)], 320, 140
        )

    found = texts(of_pages(tmp_path, page))
    assert found == ["某市养老服务体系建设第十四个五年规划", *PARAGRAPHS, PARAGRAPHS[2]]


def test_a_running_head_and_page_numbers_are_left_out(tmp_path: Path) -> None:
    def page(number: int, foot: str) -> Page:
        def draw(canvas: Canvas) -> None:
            put(canvas, "某市养老服务规划", 240, 60, 9)
            put_lines(canvas, [line for one in on_page(number) for line in wrapped(one, 36)])
            put(canvas, foot.format(number), WIDTH / 2, HEIGHT - 50, 9)

        return draw

    def on_page(number: int) -> list[str]:
        return [f"{one[7 * number : -1]}{one[: 7 * number]}。" for one in PARAGRAPHS]

    feet = ["{}", "— {} —", "- {} -", "第 {} 页", "{}"]
    file = of_pages(tmp_path, *(page(number, foot) for number, foot in enumerate(feet, 1)))
    assert texts(file) == [one for number in range(1, 6) for one in on_page(number)]


def test_larger_lines_are_headings_and_the_largest_is_the_title(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, "养老服务规划", 200, 90, 24)
        put(canvas, "一、总体要求", LEFT, 140, 18)
        put_lines(canvas, wrapped(PARAGRAPHS[0], 36), LEFT, 180)
        put(canvas, "（一）基本原则", LEFT, 280, 15)
        put_lines(canvas, wrapped(PARAGRAPHS[1], 36), LEFT, 320)

    found = [(line.role, line.level, line.text) for line in lines(of_pages(tmp_path, page))]
    assert found[:2] == [(Role.TEXT, 0, "养老服务规划"), (Role.HEADING, 1, "一、总体要求")]
    assert found[3] == (Role.HEADING, 2, "（一）基本原则")


def test_a_line_that_opens_a_part_ends_the_paragraph_above_it(tmp_path: Path) -> None:
    opened = "（一）" + PARAGRAPHS[1][:30]
    page = [PARAGRAPHS[0][:36], opened]
    assert texts(of_pages(tmp_path, partial(put_lines, lines=page))) == page


def test_notes_at_the_foot_of_a_page_do_not_cut_a_paragraph(tmp_path: Path) -> None:
    parts = wrapped(PARAGRAPHS[0], 36)

    def first(canvas: Canvas) -> None:
        end = put_lines(canvas, [*wrapped(PARAGRAPHS[1], 36), parts[0]])
        put(canvas, "注：床位数以年末登记的为准。", LEFT, end + 300, 9)
        put(canvas, "数据来自市民政局的年度统计。", LEFT, end + 320, 9)

    def second(canvas: Canvas) -> None:
        put_lines(canvas, [*parts[1:], *wrapped(PARAGRAPHS[2], 36)])

    assert texts(of_pages(tmp_path, first, second)) == [
        PARAGRAPHS[1],
        PARAGRAPHS[0],
        "注：床位数以年末登记的为准。",
        "数据来自市民政局的年度统计。",
        PARAGRAPHS[2],
    ]


def test_a_title_over_two_lines_in_the_middle_is_one(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, "云山市人民政府办公室关于印发养老服务体系", LEFT, 90, 22)
        put(canvas, "建设规划的通知", LEFT + 150, 120, 22)
        put_lines(canvas, wrapped(PARAGRAPHS[0], 36), LEFT, 180)

    title = "云山市人民政府办公室关于印发养老服务体系建设规划的通知"
    assert texts(of_pages(tmp_path, page)) == [title, PARAGRAPHS[0]]


def test_a_ruled_table_is_rows_where_it_stands(tmp_path: Path) -> None:
    columns, rows = [72, 200, 320, 440], [200, 230, 260, 290]
    cells = [["指标", "2020年", "2025年"], ["养老床位", "5万张", "8万张"], ["护理型", "40%", "55%"]]

    def page(canvas: Canvas) -> None:
        put_lines(canvas, wrapped(PARAGRAPHS[0], 36))
        canvas.grid(columns, [HEIGHT - row for row in rows])
        for row, words in zip(rows, cells, strict=False):
            for column, word in zip(columns, words, strict=False):
                put(canvas, word, column + 6, row + 20)
        put_lines(canvas, wrapped(PARAGRAPHS[1], 36), LEFT, 330)

    found = lines(of_pages(tmp_path, page))
    assert [line.text.strip() for line in found] == [
        PARAGRAPHS[0],
        *("\t".join(row) for row in cells),
        PARAGRAPHS[1],
    ]
    assert [line.role for line in found[1:4]] == [Role.TABLE_HEADER, Role.TABLE_ROW, Role.TABLE_ROW]


def test_a_merged_cell_of_a_ruled_table_stands_in_each_row(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        put_lines(canvas, wrapped(PARAGRAPHS[0], 36))
        for top in (200, 230, 290):
            canvas.line(72, HEIGHT - top, 440, HEIGHT - top)
        canvas.line(200, HEIGHT - 260, 440, HEIGHT - 260)
        for x in (72, 200, 320, 440):
            canvas.line(x, HEIGHT - 200, x, HEIGHT - 290)
        words = [("类别", 80, 220), ("指标", 210, 220), ("目标", 330, 220), ("养老", 80, 265)]
        words += [("床位", 210, 250), ("8万张", 330, 250), ("机构", 210, 280), ("60家", 330, 280)]
        for word, x, top in words:
            put(canvas, word, x, top)

    found = texts(of_pages(tmp_path, page))
    assert found[1:] == ["类别\t指标\t目标", "养老\t床位\t8万张", "养老\t机构\t60家"]


def test_a_blank_page_among_others_does_no_harm(tmp_path: Path) -> None:
    file = of_pages(tmp_path, text_page, lambda canvas: canvas.setTitle("空"), text_page)
    assert texts(file) == [*PARAGRAPHS, *PARAGRAPHS]


def test_a_scan_without_text_is_refused_in_chinese(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.rect(72, 72, 400, 600, fill=1)
        put(canvas, "1", WIDTH / 2, HEIGHT - 50)

    with pytest.raises(PlanFileUnreadable, match=r"规划\.pdf：是扫描件，没有文字层"):
        read(of_pages(tmp_path, page, page))


def test_an_encrypted_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PlanFileUnreadable, match="加了密码"):
        read(of_pages(tmp_path, text_page, is_locked=True))


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9, 0.98])
def test_a_truncated_file_is_refused(tmp_path: Path, share: float) -> None:
    file = of_pages(tmp_path, *[text_page] * 5)
    content = file.read_bytes()
    file.write_bytes(content[: int(share * len(content))])
    with pytest.raises(PlanFileUnreadable, match="不是完整的 PDF 文件"):
        read(file)


def test_a_file_with_something_after_its_end_is_read(tmp_path: Path) -> None:
    file = of_pages(tmp_path, text_page)
    file.write_bytes(file.read_bytes() + b"\r\n\0\0<!-- saved -->\n")
    assert texts(file) == list(PARAGRAPHS)


def test_a_file_that_only_begins_and_ends_as_a_pdf_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "规划.pdf"
    file.write_bytes(b"%PDF-1.4\n%%EOF\n")
    with pytest.raises(PlanFileUnreadable, match="不是完整的 PDF 文件"):
        read(file)
