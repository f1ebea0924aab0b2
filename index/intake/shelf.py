"""A folder of plan files -> Documents, with every fault of the folder named at once."""

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path

from index.errors import CatalogueWrong, PlanError, PlanFolderMissing, PlansFaulty
from index.intake.catalogue import NAME, CatalogueRow, read_catalogue
from index.intake.documents import Document, document_ids, read_document
from index.reading import FORMATS

Watch = Callable[[Iterable[Path]], Iterable[Path]]  # shows progress, gives back what it got


def read_shelf(folder: Path, watch: Watch = iter) -> tuple[Document, ...]:
    """Every plan of the folder, in the order of the catalogue, else by file name.

    With a catalogue each file needs a row and each row a file; without one the facts come from
    the files. Raises PlanFolderMissing, or PlansFaulty that names every fault found.
    """
    files = plan_files(folder)
    rows, faults = _catalogue(folder)
    if rows is not None:
        faults += _mismatches(files, rows)
    ids = document_ids(file.name for file in files)
    described = {row.file: row for row in rows or ()}
    documents: list[Document] = []
    for file in watch(files):
        try:
            documents.append(read_document(file, ids[file.name], described.get(file.name)))
        except PlanError as fault:
            faults.append(fault)
    if faults:
        raise PlansFaulty("\n".join(str(fault) for fault in faults))
    order = list(described) or [file.name for file in files]
    return tuple(sorted(documents, key=lambda document: order.index(document.file)))


def _catalogue(folder: Path) -> tuple[tuple[CatalogueRow, ...] | None, list[PlanError]]:
    """The catalogue, or what is wrong with it, so that the files' faults are named as well."""
    try:
        return read_catalogue(folder), []
    except CatalogueWrong as fault:
        return None, [fault]


def plan_files(folder: Path) -> list[Path]:
    """The plan files of the folder by name; raises PlanFolderMissing when there is none."""
    if not folder.is_dir():
        raise PlanFolderMissing(
            f"规划文件夹 {folder} 不存在；请建立它，或用 PLANBOT_PLANS 指明位置。"
        )
    found = [file for file in folder.iterdir() if file.is_file() and file.suffix.lower() in FORMATS]
    if not found:
        known = " ".join(sorted(FORMATS))
        raise PlanFolderMissing(f"规划文件夹 {folder} 里没有规划文件；请放入 {known} 文件。")
    return sorted(found, key=lambda file: file.name)


def fingerprint(folder: Path) -> str:
    """A hash of the plan files and their catalogue."""
    catalogue = [folder / NAME] if (folder / NAME).exists() else []
    return _hash_of([*plan_files(folder), *catalogue])


def code_fingerprint() -> str:
    """A hash of this package's code and word lists: when it changes, all is built anew."""
    package = Path(__file__).parents[1]
    return _hash_of(sorted(file for file in package.rglob("*") if file.suffix in _CODE))


def _hash_of(files: Iterable[Path]) -> str:
    state = hashlib.sha256()
    for file in files:
        state.update(file.name.encode("utf-8", "surrogateescape") + b"\0")
        state.update(hashlib.sha256(file.read_bytes()).digest())
    return state.hexdigest()


_CODE = {".py", ".tsv", ".txt", ".csv"}


def _mismatches(files: Iterable[Path], rows: Iterable[CatalogueRow]) -> list[PlanError]:
    present = {file.name for file in files}
    listed = {row.file for row in rows}
    return [
        *(
            CatalogueWrong(f"{name}：{NAME} 里没有它的一行；请补上一行，或把文件移走。")
            for name in sorted(present - listed)
        ),
        *(
            CatalogueWrong(f"{name}：{NAME} 里有它，文件夹里却没有；请放入文件，或删去这一行。")
            for name in sorted(listed - present)
        ),
    ]
