"""Changes to what the bureau took in -> a folder that holds them, put in place at one stroke."""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from index.intake.catalogue import CatalogueRow, read_catalogue, write_catalogue
from index.intake.folders import OWN, Hidden, PlanFolders, write_hidden
from index.intake.heading_marks import HeadingMark, marks_beside, write_marks

_BEFORE = ".plans-before"
_STAGED = ".plans-staged-"


@dataclass(frozen=True, slots=True)
class Change:
    """A plan taken in, corrected or withdrawn; its file name tells which.

    `source` holds the bytes, None when they are there already; `replaces` is another file that it
    takes the place of. What is withdrawn and `is_closed` may not be opened any more either.
    """

    file: str
    row: CatalogueRow | None = None
    source: Path | None = None
    marks: tuple[HeadingMark, ...] = ()
    replaces: str = ""
    is_closed: bool = False

    @property
    def is_withdrawal(self) -> bool:
        return self.row is None


@contextlib.contextmanager
def staged(data: Path, changes: Iterable[Change]) -> Iterator[Path]:
    """The bureau's own folder as it is to be; gone afterwards unless it was `put_in_place`."""
    with tempfile.TemporaryDirectory(prefix=_STAGED, dir=data) as parent:
        own = Path(parent) / OWN
        own.mkdir()
        if (data / OWN).is_dir():
            for file in (data / OWN).iterdir():
                os.link(file, own / file.name)  # all writing is to a new file, so links are safe
        _apply(own, tuple(changes))
        yield own


@contextlib.contextmanager
def in_place(plans: Path, data: Path, staged_folder: Path) -> Iterator[PlanFolders]:
    """The folders with the staged one as the bureau's own; as before if what is done fails."""
    own, before = data / OWN, data / _BEFORE
    if own.exists():
        own.rename(before)
    staged_folder.rename(own)
    try:
        yield PlanFolders.of(plans, data)
    except BaseException:
        own.rename(staged_folder)
        if before.exists():
            before.rename(own)
        raise
    shutil.rmtree(before, ignore_errors=True)


def recover(data: Path) -> None:
    """Mend what a power cut left half done; to be called while nobody else builds."""
    own, before = data / OWN, data / _BEFORE
    if before.is_dir() and not own.exists():
        before.rename(own)
    for left in (before, *data.glob(f"{_STAGED}*")):
        shutil.rmtree(left, ignore_errors=True)


def _apply(own: Path, changes: tuple[Change, ...]) -> None:
    folders = PlanFolders(own, own)
    rows = {row.file: row for row in read_catalogue(own) or ()}
    hidden = folders.hidden()
    for change in changes:
        if change.is_withdrawal:
            hidden[change.file] = Hidden(is_closed=change.is_closed)
            continue
        hidden.pop(change.file, None)
        if change.replaces and change.replaces != change.file:
            hidden[change.replaces] = Hidden(change.file)
        if change.source:
            (own / change.file).unlink(missing_ok=True)
            shutil.copyfile(change.source, own / change.file)
        rows[change.file] = replace(change.row or CatalogueRow(change.file), file=change.file)
        write_marks(marks_beside(own / change.file), change.marks)
    write_catalogue(own, rows.values())
    write_hidden(own, hidden)
