"""The catalogue is believed as it stands, or refused with the line to correct."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.errors import CatalogueWrong
from index.intake.catalogue import CatalogueRow, read_catalogue, write_catalogue

HEADER = "file,title,issuer,region,period,status,published,source_url,official\n"


def read(folder: Path, content: str | bytes) -> tuple[CatalogueRow, ...] | None:
    raw = content.encode() if isinstance(content, str) else content
    (folder / "catalogue.csv").write_bytes(raw)
    return read_catalogue(folder)


def test_a_folder_without_a_catalogue_has_none(tmp_path: Path) -> None:
    assert read_catalogue(tmp_path) is None


@pytest.mark.parametrize(
    "content",
    [
        (HEADER + "a.txt,规划,民政局,梅州市,2021-2025,草案,2021-09-18,,true\n").encode("utf-8-sig"),
        (HEADER + "a.txt,规划,民政局,梅州市,2021-2025,草案,2021-09-18,,TRUE\r\n").encode(),
        "official,file,published,status,period,region,issuer,title,备注\n"
        "true, a.txt ,2021-09-18,草案,2021-2025,梅州市,民政局,规划,随便\n".encode(),
    ],
    ids=["with a byte order mark", "windows line ends", "columns in another order, one more"],
)
def test_a_row_is_read_however_the_table_was_saved(tmp_path: Path, content: bytes) -> None:
    row = CatalogueRow(
        *("a.txt", "规划", "民政局", "梅州市", "2021-2025", "草案", "2021-09-18", ""), official=True
    )
    assert read(tmp_path, content) == (row,)


def test_an_empty_cell_or_missing_column_says_nothing(tmp_path: Path) -> None:
    assert read(tmp_path, "file,title\na.txt,\nb.txt\n") == (
        CatalogueRow("a.txt"),
        CatalogueRow("b.txt"),
    )


def test_a_table_of_a_heading_alone_describes_no_plan(tmp_path: Path) -> None:
    assert read(tmp_path, HEADER) == ()


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("", "file"),
        ("名称,标题\na.txt,规划\n", "file"),
        (HEADER + ",规划,,,,,,,\n", "第 2 行"),
        (HEADER + "a.txt,,,,,,,,\nb.txt,,,,,,,,yes\n", "第 3 行"),
        (HEADER + "a.txt,,,,,,2021年9月18日,,\n", "2021年9月18日"),
        (HEADER + "a.txt,,,,,,2021-13-45,,\n", "2021-13-45"),
        (HEADER + "a.txt,,,,,,,,\na.txt,,,,,,,,\n", "a.txt"),
        (HEADER.encode() + "a.txt,民政规划,,,,,,,\n".encode("gbk"), "UTF-8"),
    ],
    ids="empty,no file column,no file,bad official,other date,no such date,doubled,gbk".split(","),
)
def test_a_fault_is_named_with_its_place(tmp_path: Path, content: str | bytes, named: str) -> None:
    with pytest.raises(CatalogueWrong, match=named) as refusal:
        read(tmp_path, content)
    assert "catalogue.csv" in str(refusal.value)


def test_every_faulty_row_is_named_at_once(tmp_path: Path) -> None:
    rows = "a.txt,,,,,,yesterday,,\n,,,,,,,,\nb.txt,,,,,,,,maybe\nb.txt,,,,,,,,\n"
    with pytest.raises(CatalogueWrong) as refusal:
        read(tmp_path, HEADER + rows)
    for named in ("第 2 行", "第 3 行", "第 4 行", "b.txt"):
        assert named in str(refusal.value)


cells = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12).map(str.strip)
rows = st.builds(
    CatalogueRow,
    *(cells.filter(bool), *[cells] * 5),
    published=st.dates().map(str),
    source_url=cells,
    official=st.sampled_from([True, False, None]),
)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(rows, max_size=4, unique_by=lambda row: row.file))
def test_what_is_written_is_read_back(tmp_path: Path, written: list[CatalogueRow]) -> None:
    write_catalogue(tmp_path, written)
    assert read_catalogue(tmp_path) == tuple(written)
    assert [file.name for file in tmp_path.iterdir()] == ["catalogue.csv"]
