"""catalogue.csv -> what the staff know of each plan file."""

import csv
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from index.errors import CatalogueWrong

NAME = "catalogue.csv"
COLUMNS = "file title issuer region period status published source_url official".split()
_OFFICIAL = {"true": True, "false": False, "": None}
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class CatalogueRow:
    """One plan as the catalogue describes it; empty where it says nothing."""

    file: str
    title: str = ""
    issuer: str = ""
    region: str = ""
    period: str = ""
    status: str = ""
    published: str = ""
    source_url: str = ""
    official: bool | None = None


def read_catalogue(folder: Path) -> tuple[CatalogueRow, ...] | None:
    """The rows of the folder's catalogue; None when it has none. Raises CatalogueWrong."""
    file = folder / NAME
    if not file.exists():
        return None
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines)
            _refuse_missing_columns(reader.fieldnames or ())
            rows = tuple(_row(cells, number) for number, cells in enumerate(reader, 2))
    except UnicodeDecodeError as error:
        raise CatalogueWrong(f"{NAME}：不是 UTF-8 编码；请另存为“CSV UTF-8”。") from error
    _refuse_doubles(rows)
    return rows


def _refuse_missing_columns(names: Iterable[str]) -> None:
    if "file" not in names:
        raise CatalogueWrong(f"{NAME}：第一行缺少列 file；表头应为 {','.join(COLUMNS)}。")


def _row(cells: dict[str, str | None], number: int) -> CatalogueRow:
    known = {name: (cells.get(name) or "").strip() for name in COLUMNS}
    official = known.pop("official").lower()
    if not known["file"]:
        raise CatalogueWrong(f"{NAME} 第 {number} 行：file 一列是空的；请填文件名或删去这一行。")
    if official not in _OFFICIAL:
        raise CatalogueWrong(
            f"{NAME} 第 {number} 行：official 应为 true、false 或留空，不是“{official}”。"
        )
    if known["published"] and not _DATE.fullmatch(known["published"]):
        raise CatalogueWrong(
            f"{NAME} 第 {number} 行：published“{known['published']}”应写成 2021-09-18 的样子。"
        )
    return CatalogueRow(**known, official=_OFFICIAL[official])


def _refuse_doubles(rows: tuple[CatalogueRow, ...]) -> None:
    seen: set[str] = set()
    for row in rows:
        if row.file in seen:
            raise CatalogueWrong(f"{NAME}：文件 {row.file} 写了两行；请删去一行。")
        seen.add(row.file)


def write_catalogue(folder: Path, rows: Iterable[CatalogueRow]) -> None:
    """Write the folder's catalogue whole, then put it in the place of the old one."""
    draft = folder / f".{NAME}.new"
    with draft.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, COLUMNS, lineterminator="\n")
        writer.writeheader()
        for row in rows:
            official = "" if row.official is None else str(row.official).lower()
            writer.writerow({**asdict(row), "official": official})
    draft.replace(folder / NAME)
