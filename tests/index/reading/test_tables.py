"""Spanning cells are written into every row they cover, and once across."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.reading.paragraphs import Paragraph, Role
from index.reading.tables import Cell, TableTooLarge, table_lines

cells = st.builds(
    Cell, st.text("甲乙1 ", max_size=3), st.integers(-1, 5), st.integers(-1, 5), st.booleans()
)


def written(*rows: list[Cell]) -> list[str]:
    return [line.text for line in table_lines(rows, 1)]


def test_a_cell_over_rows_stands_in_each_and_one_over_columns_once() -> None:
    head = [Cell("类别"), Cell("目标", columns=2)]
    assert written(head, [Cell("养老", rows=2), Cell("5"), Cell("8")], [Cell("6"), Cell("9")]) == [
        "类别\t目标",
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
    assert all(line.text.strip() and line.table == 1 for line in found)
