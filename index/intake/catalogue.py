"""catalogue.csv -> what the staff know of each plan file."""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from index.errors import CatalogueWrong

NAME = "catalogue.csv"
COLUMNS = (
    "file title issuer region period status published source_url official"
    " short_title number issued effective expires"
).split()
NONE = "-"  # in a cell: what the file seems to say of this is wrong, and nothing is known
_DATES = ("published", "issued", "effective", "expires")
_OFFICIAL = {"true": True, "false": False, "": None}


@dataclass(frozen=True, slots=True)
class CatalogueRow:
    """One plan as the catalogue describes it; empty where it says nothing, NONE where nothing is.

    `short_title` is what people call it, beside its title.
    """

    file: str
    title: str = ""
    issuer: str = ""
    region: str = ""
    period: str = ""
    status: str = ""
    published: str = ""
    source_url: str = ""
    official: bool | None = None
    short_title: str = ""
    number: str = ""
    issued: str = ""
    effective: str = ""
    expires: str = ""


def read_catalogue(folder: Path) -> tuple[CatalogueRow, ...] | None:
    """The rows of the folder's catalogue; None when it has none. Raises CatalogueWrong."""
    file = folder / NAME
    if not file.exists():
        return None
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines)
            if "file" not in (reader.fieldnames or ()):
                raise CatalogueWrong(f"{NAME}：第一行缺少列 file；表头应为 {','.join(COLUMNS)}。")
            cells = [{name: (row.get(name) or "").strip() for name in COLUMNS} for row in reader]
    except UnicodeDecodeError as error:
        raise CatalogueWrong(f"{NAME}：不是 UTF-8 编码；请另存为“CSV UTF-8”。") from error
    except OSError as error:
        raise CatalogueWrong(f"{NAME}：打不开（{error.strerror}）；请检查权限。") from error
    except csv.Error as error:
        raise CatalogueWrong(f"{NAME}：不像 CSV 表格（{error}）；请用表格软件另存一份。") from error
    if faults := [*_faults(cells), *_doubles(cells)]:
        raise CatalogueWrong("\n".join(faults))
    return tuple(_row(known) for known in cells)


def _faults(cells: list[dict[str, str]]) -> Iterator[str]:
    """What is wrong with each row, in words for the person who keeps the catalogue."""
    for number, known in enumerate(cells, 2):
        place, official = f"{NAME} 第 {number} 行", known["official"]
        if not known["file"]:
            yield f"{place}：file 一列是空的；请填文件名或删去这一行。"
        if official.lower() not in _OFFICIAL:
            yield f"{place}：official 应为 true、false 或留空，不是“{official}”。"
        for name in _DATES:
            if known[name] not in ("", NONE) and not is_date(known[name]):
                yield f"{place}：{name}“{known[name]}”应写成 2021-09-18 的样子。"


def is_date(value: str) -> bool:
    """Whether it is a day of the calendar in ISO form."""
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _doubles(cells: list[dict[str, str]]) -> list[str]:
    times = Counter(known["file"] for known in cells)
    return [
        f"{NAME}：文件 {file} 写了 {count} 行；请只留一行。"
        for file, count in times.items()
        if file and count > 1
    ]


def _row(known: dict[str, str]) -> CatalogueRow:
    official = _OFFICIAL[known["official"].lower()]
    rest = {name: value for name, value in known.items() if name != "official"}
    return CatalogueRow(**rest, official=official)


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
