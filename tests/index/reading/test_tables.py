"""Cells that span stand where they belong: below the names of their columns, page after page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.reading.paragraphs import Paragraph, Role
from index.reading.tables import Cell, TableTooLarge, labelled, parts_lines, table_lines

cells = st.builds(
    Cell, st.text("甲乙1 ", max_size=3), st.integers(-1, 5), st.integers(-1, 5), st.booleans()
)


def written(*rows: list[Cell]) -> list[str]:
    return [line.text for line in table_lines(rows, 1)]


def test_a_cell_over_rows_stands_in_each_and_a_name_above_each_of_its_columns() -> None:
    head = [Cell("类别"), Cell("目标", columns=2)]
    assert written(head, [Cell("养老", rows=2), Cell("5"), Cell("8")], [Cell("6"), Cell("9")]) == [
        "类别\t目标\t目标",
        "养老\t5\t8",
        "养老\t6\t9",
    ]


def test_a_header_over_two_rows_is_two_header_rows() -> None:
    rows = [
        [Cell("指标", rows=2), Cell("目标", columns=2)],
        [Cell("甲"), Cell("乙")],
        [Cell("1")] * 3,
    ]
    roles = [line.role for line in table_lines(rows, 1)]
    assert roles == [Role.TABLE_HEADER, Role.TABLE_HEADER, Role.TABLE_ROW]


@pytest.mark.parametrize(
    "first", [["床位", "8"], ["床位", "95.5%"], ["很长" * 20, "乙"], ["", "乙"]]
)
def test_a_first_row_of_figures_or_sentences_is_no_header(first: list[str]) -> None:
    rows = [[Cell(text) for text in first], [Cell("甲"), Cell("乙")]]
    assert {line.role for line in table_lines(rows, 1)} == {Role.TABLE_ROW}


def row(*texts: str) -> list[Cell]:
    return [Cell(text) for text in texts]


def test_a_cell_over_columns_stands_in_the_first_and_leaves_the_others_empty() -> None:
    rows = [row("项目", "一档", "二档"), [Cell("合计", columns=2), Cell("9")], row("甲", "1", "2")]
    assert written(*rows) == ["项目\t一档\t二档", "合计\t\t9", "甲\t1\t2"]


def test_a_row_of_one_cell_at_the_top_names_the_table_and_is_text() -> None:
    rows = [[Cell("附件1", columns=2)], row("指标", "目标"), row("床位", "8")]
    found = table_lines(rows, 1)
    assert [line.role for line in found] == [Role.TEXT, Role.TABLE_HEADER, Role.TABLE_ROW]
    assert found[0] == Paragraph("附件1")


def test_years_name_columns() -> None:
    found = table_lines([row("年份", "2011", "2012"), row("新开工", "3", "4")], 1)
    assert [line.role for line in found] == [Role.TABLE_HEADER, Role.TABLE_ROW]


def test_columns_that_only_the_drawing_makes_are_one() -> None:
    drawn_beside = [row("", "指标", "目标", ""), row("床位", "", "", "8"), row("机构", "", "", "3")]
    assert written(*drawn_beside) == ["指标\t目标", "床位\t8", "机构\t3"]


def test_a_table_over_two_pages_is_one() -> None:
    head = row("区", "编号", "项目")
    one = [head, [Cell("甲区", rows=2), *row("1", "学校")], row("2", "幼儿")]
    other = [head, row("", "", "园"), row("", "3", "医院")]
    assert [line.text for line in parts_lines([one, other], 1)] == [
        "区\t编号\t项目",
        "甲区\t1\t学校",
        "甲区\t2\t幼儿园",
        "甲区\t3\t医院",
    ]


def test_a_page_break_between_two_rows_cuts_nothing_through() -> None:
    head = row("编号", "项目")
    parts = [[head, row("1", "学校"), row("2", "幼儿园")], [head, row("3", "医院")], [head]]
    assert [line.text for line in parts_lines(parts, 1)] == [
        "编号\t项目",
        "1\t学校",
        "2\t幼儿园",
        "3\t医院",
    ]


def test_a_label_without_a_value_is_a_line_of_its_own() -> None:
    cells = row("", "发文机关：", "成文日期：", "2021年", "", "备注：")
    assert list(labelled(cells)) == ["发文机关：", "成文日期：2021年", "备注："]


def test_no_rows_are_no_lines() -> None:
    assert table_lines([], 1) == []
    assert table_lines([[], [Cell("")]], 1) == []


def test_a_span_over_everything_is_cut_short() -> None:
    rows = [[Cell("甲", 10**9, 10**9)], *([[Cell("乙")]] * 300)]
    assert len(table_lines(rows, 1)) == 300 + 1


def test_a_table_of_a_million_places_is_refused() -> None:
    with pytest.raises(TableTooLarge):
        table_lines([[Cell("甲", 200, 200)]] * 5000, 1)


@given(st.lists(st.lists(cells, max_size=5), max_size=6))
def test_every_word_of_every_cell_is_in_some_row(rows: list[list[Cell]]) -> None:
    found: list[Paragraph] = table_lines(rows, 1)
    for row in rows:
        for cell in row:
            assert any(cell.text.strip() in line.text for line in found) or not cell.text.strip()
    assert all(line.text.strip() for line in found)
    assert all(line.table == (0 if line.role is Role.TEXT else 1) for line in found)
