"""A folder of plan files -> a Shelf: the documents that could be read, and each fault by name."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from index.errors import PlansFaulty
from index.intake.catalogue import NAME
from index.intake.documents import Document, document_ids, read_document
from index.intake.faults import Fault, sifted
from index.intake.folders import PlanFolders
from index.reading import can_convert

Watch = Callable[[Iterable[Path]], Iterable[Path]]  # shows progress, gives back what it got


@dataclass(frozen=True, slots=True)
class Shelf:
    """What can be read of a folder of plans, and what is wrong with the rest of it."""

    documents: tuple[Document, ...]
    faults: tuple[Fault, ...] = ()

    def __post_init__(self) -> None:
        if not self.documents:
            raise PlansFaulty("\n".join(fault.told for fault in self.faults))


def read_shelf(folders: Path | PlanFolders, watch: Watch = iter) -> Shelf:
    """The plans that can be read, in the order of the catalogue, then by file name.

    A fault stops only its own file: a file without a row is read with the facts found in it, a
    row without a file is passed over, and of a catalogue that is wrong nothing is believed.
    Raises PlanFolderMissing, or PlansFaulty when no file at all can be read.
    """
    folders = folders if isinstance(folders, PlanFolders) else PlanFolders(folders)
    files = folders.files()
    described, faults = folders.catalogue()
    ids = document_ids(file.name for file in files)
    documents, unread = sifted(
        watch(files),
        lambda file: read_document(
            file, ids[file.name], (described or {}).get(file.name), folders.marks(file.name)
        ),
        lambda file: file.name,
    )
    if described is not None and not faults:
        faults += _mismatches(folders, files, documents, described)
    faults += [fault for document in documents for fault in _lost_marks(folders, document)]
    order = list(dict.fromkeys([*(described or ()), *ids]))
    documents.sort(key=lambda document: order.index(document.file))
    return Shelf(tuple(documents), (*unread, *faults))


def _lost_marks(folders: PlanFolders, document: Document) -> Iterator[Fault]:
    lost = len(folders.marks(document.file)) - len(document.marked)
    if lost:
        yield Fault(
            document.file,
            f"{document.file}：有 {lost} 处标题的更正对不上现在读出的文字；请在工作台核对提纲。",
            left_out=False,
        )


def fingerprint(folders: Path | PlanFolders) -> str:
    """A hash of the plan files, of what stands beside them, and whether old Word can be read."""
    folders = folders if isinstance(folders, PlanFolders) else PlanFolders(folders)
    files = _hash_of(folders.everything())
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
    folders: PlanFolders,
    files: Iterable[Path],
    documents: Iterable[Document],
    rows: Iterable[str],
) -> list[Fault]:
    """A file that cannot be read is not asked for its row as well."""
    listed = set(rows)
    unlisted = {one.file for one in documents if folders.is_catalogued(one.file)} - listed
    absent = listed - {file.name for file in files} - set(folders.hidden())
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
