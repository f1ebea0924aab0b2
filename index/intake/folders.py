"""Where plan files lie: the folder that was given, and above it what the bureau took in itself.

The second lies in the data folder and is what the desk writes: files, a catalogue, marks of
headings, and a list of files that are served no more. A file or a line of the catalogue there takes
the place of that of the same name in the folder that was given, which is only read.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from index.errors import CatalogueWrong, PlanFolderMissing
from index.intake.catalogue import NAME, CatalogueRow, read_catalogue
from index.intake.faults import Fault
from index.intake.heading_marks import HeadingMark, marks_beside, read_marks
from index.reading import FORMATS, is_transcript, transcript_beside

OWN = "plans"  # within the data folder
HIDDEN = "hidden.csv"
_HIDDEN_COLUMNS = ("file", "replaced_by", "closed")


@dataclass(frozen=True, slots=True)
class Hidden:
    """Why a file is served no more: another took its place, or ("") it was withdrawn.

    `is_closed`: what it said may not be opened any more either.
    """

    replaced_by: str = ""
    is_closed: bool = False


@dataclass(frozen=True, slots=True)
class PlanFolders:
    """The folder of plans as it was given, and the bureau's own, which may be missing."""

    given: Path
    own: Path | None = None

    @classmethod
    def of(cls, plans: Path, data: Path) -> "PlanFolders":
        """Those of an installation: its folder of plans, and what its data folder holds of them."""
        return cls(plans, data / OWN)

    def files(self) -> list[Path]:
        """The plan files by name, without the hidden ones; PlanFolderMissing when there is none."""
        if self.own is None or not self.own.is_dir():
            return plan_files(self.given)
        present = _present(self.given) if self.given.is_dir() else []
        by_name = {file.name: file for file in (*present, *_present(self.own))}
        hidden = self.hidden()
        found = [file for name, file in sorted(by_name.items()) if name not in hidden]
        if not found:
            raise PlanFolderMissing(
                "没有一份规划文件：收录的都撤下了，"
                f"规划文件夹 {self.given} 里也没有；请先收入一份。"
            )
        return found

    def file(self, name: str) -> Path:
        """Where a plan file of this name lies."""
        own = self.own / name if self.own else None
        return own if own and own.exists() else self.given / name

    def catalogue(self) -> tuple[dict[str, CatalogueRow] | None, list[Fault]]:
        """What is known of each file by name, None without a catalogue; and what is wrong with it.

        Of a catalogue that is wrong nothing is believed.
        """
        rows: dict[str, CatalogueRow] | None = None
        faults = []
        for folder in self._folders():
            try:
                read = read_catalogue(folder)
            except CatalogueWrong as fault:
                faults.append(Fault(NAME, str(fault)))
                continue
            if read is not None:
                rows = (rows or {}) | {row.file: row for row in read}
        return rows, faults

    def is_catalogued(self, name: str) -> bool:
        """Whether the folder that this file lies in has a catalogue."""
        return (self.file(name).parent / NAME).exists()

    def marks(self, name: str) -> tuple[HeadingMark, ...]:
        """What was said of the headings of a plan file; or PlanFileUnreadable."""
        return read_marks(marks_beside(self.own / name)) if self.own else ()

    def hidden(self) -> dict[str, Hidden]:
        """The files that are served no more."""
        listed = self.own / HIDDEN if self.own else None
        if listed is None or not listed.exists():
            return {}
        with listed.open(encoding="utf-8", newline="") as lines:
            return {
                row["file"]: Hidden(row["replaced_by"], row["closed"] == "1")
                for row in csv.DictReader(lines)
            }

    def everything(self) -> list[Path]:
        """All files that what is read hangs on: plans, what stands beside them, catalogues."""
        plans = self.files()
        typed = [text for file in plans if (text := transcript_beside(file))]
        beside = [folder / NAME for folder in self._folders()]
        if self.own:
            beside += [self.own / HIDDEN, *(marks_beside(self.own / file.name) for file in plans)]
        return [*plans, *typed, *(file for file in beside if file.exists())]

    def _folders(self) -> list[Path]:
        return [folder for folder in (self.given, self.own) if folder]


def write_hidden(own: Path, hidden: dict[str, Hidden]) -> None:
    """Write the list of files that are served no more whole."""
    draft = own / f".{HIDDEN}.new"
    with draft.open("w", encoding="utf-8", newline="") as lines:
        rows = ((name, one.replaced_by, int(one.is_closed)) for name, one in sorted(hidden.items()))
        csv.writer(lines, lineterminator="\n").writerows([_HIDDEN_COLUMNS, *rows])
    draft.replace(own / HIDDEN)


def plan_files(folder: Path) -> list[Path]:
    """The plan files of the folder by name; raises PlanFolderMissing when there is none."""
    if not folder.is_dir():
        raise PlanFolderMissing(
            f"规划文件夹 {folder} 不存在；请建立它，或用 PLANBOT_PLANS 指明位置。"
        )
    found = _present(folder)
    if not found:
        known = " ".join(sorted(FORMATS))
        raise PlanFolderMissing(f"规划文件夹 {folder} 里没有规划文件；请放入 {known} 文件。")
    return sorted(found, key=lambda file: file.name)


def _present(folder: Path) -> list[Path]:
    files: Iterable[Path] = (file for file in folder.iterdir() if file.is_file())
    return [file for file in files if file.suffix.lower() in FORMATS and not is_transcript(file)]
