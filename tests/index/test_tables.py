"""A row of a table is a passage that knows the row which names its columns."""

from collections.abc import Callable
from pathlib import Path

import pytest

from index.build import passage_texts
from index.chunking import Passage, chunk
from index.intake.documents import Document, read_document
from index.outlining.outline import outline
from index.reading.paragraphs import Role
from tests.index.indicators import AFTER, BEFORE, HEADER, ROWS, merged_page, web_page, word_file

each_format = pytest.mark.parametrize("make", [web_page, word_file], ids=["html", "docx"])
Make = Callable[[Path], Path]


def read(file: Path) -> tuple[Document, tuple[Passage, ...]]:
    document = read_document(file, "plan", None)
    return document, chunk(document, outline(document))


def rows_of(document: Document, passages: tuple[Passage, ...]) -> dict[str, str]:
    """Row -> header, cells apart by tabs."""
    return {
        passage.span.cut(document.text): passage.header.cut(document.text)
        for passage in passages
        if passage.header
    }


@each_format
def test_each_row_is_a_passage_with_its_header(make: Make, tmp_path: Path) -> None:
    document, passages = read(make(tmp_path))
    assert rows_of(document, passages) == {"\t".join(row): "\t".join(HEADER) for row in ROWS}


@each_format
def test_the_text_around_a_table_stays_text(make: Make, tmp_path: Path) -> None:
    document, passages = read(make(tmp_path))
    texts = {passage.span.cut(document.text) for passage in passages if not passage.header}
    assert {BEFORE[1], AFTER[1]} <= texts
    assert {passage.path[-1] for passage in passages if passage.header} == {BEFORE[0]}


@each_format
def test_a_row_opens_no_section_and_is_found_by_its_header_too(make: Make, tmp_path: Path) -> None:
    document, passages = read(make(tmp_path))
    paths = [section.path for section in outline(document)]
    assert paths == [(), (BEFORE[0],), (AFTER[0],)]
    for passage in passages:
        if passage.header:
            assert "\t".join(HEADER) in passage_texts(document, passage)


@each_format
def test_the_lines_of_a_table_are_told_apart_from_text(make: Make, tmp_path: Path) -> None:
    document, _ = read(make(tmp_path))
    roles = [
        (style.role, style.span.cut(document.text)) for style in document.styles if style.table
    ]
    assert roles[0] == (Role.TABLE_HEADER, "\t".join(HEADER))
    assert roles[1:] == [(Role.TABLE_ROW, "\t".join(row)) for row in ROWS]


def test_a_cell_over_two_rows_stands_in_each_of_them(tmp_path: Path) -> None:
    document, passages = read(merged_page(tmp_path))
    rows = rows_of(document, passages)
    assert list(rows) == [
        "机构\t护理型床位占比\t38%\t58%",
        "机构\t养老机构床位数（张）\t4200\t6100",
    ]
    assert set(rows.values()) == {"类别\t指标\t目标\t目标\n类别\t指标\t2020年\t2025年"}


def test_numbered_rows_do_not_open_sections(tmp_path: Path) -> None:
    rows = "".join(
        f"<tr><td>{n}.</td><td>任务{n}</td><td>（一）科室</td></tr>" for n in range(1, 4)
    )
    head = "<tr><th>序号</th><th>任务</th><th>责任</th></tr>"
    page = f"<html><body><p>一、分工</p><table>{head}{rows}</table><p>二、要求</p></body></html>"
    file = tmp_path / "a.html"
    file.write_text(page, encoding="utf-8")
    document, passages = read(file)
    assert [section.path for section in outline(document)][1:] == [("一、分工",), ("二、要求",)]
    assert len(rows_of(document, passages)) == 3


def test_two_tables_keep_their_own_headers(tmp_path: Path) -> None:
    tables = "".join(
        f"<table><tr><th>指标</th><th>{year}年</th></tr><tr><td>床位</td><td>{year}张</td></tr></table>"
        f"<p>以上为{year}年数。</p>"
        for year in (2020, 2025)
    )
    file = tmp_path / "a.html"
    file.write_text(f"<html><body><p>一、现状</p>{tables}</body></html>", encoding="utf-8")
    document, passages = read(file)
    assert rows_of(document, passages) == {
        "床位\t2020张": "指标\t2020年",
        "床位\t2025张": "指标\t2025年",
    }
