"""A folder of plan files -> a Shelf: the documents that could be read, and each fault by name."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from index.errors import CatalogueWrong, PlanFolderMissing, PlansFaulty
from index.intake.catalogue import NAME, CatalogueRow, read_catalogue
from index.intake.documents import Document, document_ids, read_document
from index.intake.faults import Fault, sifted
from index.reading import FORMATS, can_convert, is_transcript, transcript_beside

Watch = Callable[[Iterable[Path]], Iterable[Path]]  # shows progress, gives back what it got


@dataclass(frozen=True, slots=True)
class Shelf:
    """What can be read of a folder of plans, and what is wrong with the rest of it."""

    documents: tuple[Document, ...]
    faults: tuple[Fault, ...] = ()

    def __post_init__(self) -> None:
        if not self.documents:
            raise PlansFaulty("\n".join(fault.told for fault in self.faults))


def read_shelf(folder: Path, watch: Watch = iter) -> Shelf:
    """The plans of the folder that can be read, in the order of the catalogue, then by file name.

    A fault stops only its own file: a file without a row is read with the facts found in it, a
    row without a file is passed over, and of a catalogue that is wrong nothing is believed.
    Raises PlanFolderMissing, or PlansFaulty when no file at all can be read.
    """
    files = plan_files(folder)
    rows, faults = _catalogue(folder)
    ids = document_ids(file.name for file in files)
    described = {row.file: row for row in rows or ()}
    documents, unread = sifted(
        watch(files),
        lambda file: read_document(file, ids[file.name], described.get(file.name)),
        lambda file: file.name,
    )
    if rows is not None:
        faults += _mismatches(files, documents, rows)
    order = list(dict.fromkeys([*described, *ids]))
    documents.sort(key=lambda document: order.index(document.file))
    return Shelf(tuple(documents), (*unread, *faults))


def _catalogue(folder: Path) -> tuple[tuple[CatalogueRow, ...] | None, list[Fault]]:
    try:
        return read_catalogue(folder), []
    except CatalogueWrong as fault:
        return None, [Fault(NAME, str(fault))]


def plan_files(folder: Path) -> list[Path]:
    """The plan files of the folder by name; raises PlanFolderMissing when there is none."""
    if not folder.is_dir():
        raise PlanFolderMissing(
            f"规划文件夹 {folder} 不存在；请建立它，或用 PLANBOT_PLANS 指明位置。"
        )
    files = [file for file in folder.iterdir() if file.is_file()]
    found = [file for file in files if file.suffix.lower() in FORMATS and not is_transcript(file)]
    if not found:
        known = " ".join(sorted(FORMATS))
        raise PlanFolderMissing(f"规划文件夹 {folder} 里没有规划文件；请放入 {known} 文件。")
    return sorted(found, key=lambda file: file.name)


def fingerprint(folder: Path) -> str:
    """A hash of the plan files, of what stands beside them, and whether old Word can be read."""
    catalogue = [folder / NAME] if (folder / NAME).exists() else []
    plans = plan_files(folder)
    typed = [text for file in plans if (text := transcript_beside(file))]
    files = _hash_of([*plans, *typed, *catalogue])
    return files if can_convert() else f"{files} without LibreOffice"


def code_fingerprint() -> str:
    """A hash of this package's code and word lists: when it changes, all is built anew."""
    package = Path(__file__).parents[1]
    return _hash_of(sorted(file for file in package.rglob("*") if file.suffix in _CODE))


def _hash_of(files: Iterable[Path]) -> str:
    state = hashlib.sha256()
    for file in files:
        state.update(file.name.encode("utf-8", "surrogateescape") + b"\0")
        state.update(_content_hash(file))
    return state.hexdigest()


def _content_hash(file: Path) -> bytes:
    """Of a file that cannot be read the reason counts: it is another one once it is mended."""
    try:
        with file.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").digest()
    except OSError as error:
        return str(error.errno).encode("ascii")


_CODE = {".py", ".tsv", ".txt", ".csv"}


def _mismatches(
    files: Iterable[Path], documents: Iterable[Document], rows: Iterable[CatalogueRow]
) -> list[Fault]:
    """A file that cannot be read is not asked for its row as well."""
    listed = {row.file for row in rows}
    unlisted = {document.file for document in documents} - listed
    absent = listed - {file.name for file in files}
    return [
        *(
            Fault(name, f"{name}：{NAME} 里没有它的一行；请补上一行，或把文件移走。", False)
            for name in sorted(unlisted)
        ),
        *(
            Fault(name, f"{name}：{NAME} 里有它，文件夹里却没有；请放入文件，或删去这一行。", False)
            for name in sorted(absent)
        ),
    ]
