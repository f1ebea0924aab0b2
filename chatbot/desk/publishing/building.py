"""Plan folders -> the generation that is served, and what hangs on it brought along."""

import contextlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from chatbot.answering.pins.pin import relocated
from chatbot.desk.publishing.uploads import uploads_folder
from chatbot.records.arrivals import Arrivals
from chatbot.records.pins import Pins, Rechecked
from chatbot.records.staff import audit
from index.build import build_shelf
from index.errors import PlanError, PlansFaulty
from index.generation import Generation
from index.intake.documents import Document
from index.intake.faults import Fault
from index.intake.folders import PlanFolders
from index.intake.shelf import code_fingerprint, fingerprint, read_shelf
from index.locks import folder_lock
from index.storage.rows import MadeFrom
from index.store import Store

READING, INDEXING = "读取文件", "建立索引"  # the steps, as a watch is told of them
_Item = TypeVar("_Item")
NOTHING_RECHECKED = Rechecked(0, 0, 0)


class Watch(Protocol):
    """Shows that work goes on: gives back the items of a step as they are taken."""

    def __call__(self, items: Iterable[_Item], label: str) -> Iterable[_Item]: ...


@dataclass(frozen=True, slots=True)
class Built:
    """What is served now; `generation` is None when the files had not changed.

    `same_text` are files whose texts are equal.
    """

    name: str
    generation: Generation | None
    faults: tuple[Fault, ...]
    pins: Rechecked = NOTHING_RECHECKED
    same_text: tuple[tuple[str, ...], ...] = ()


@contextlib.contextmanager
def building(data: Path) -> Iterator[None]:
    """Wait until nobody else builds for this data folder, and keep others from it."""
    with folder_lock(uploads_folder(data)):  # the data folder itself is locked by each database
        yield


@dataclass(frozen=True, slots=True)
class Swap:
    """What goes on around the swap: `place` gives the folders as they are from then on.

    Nothing is swapped when one of the `needed` files cannot be read.
    """

    place: AbstractContextManager[PlanFolders]
    needed: frozenset[str]


def build_index(
    folders: PlanFolders,
    data: Path,
    watch: Watch,
    *,
    force: bool = False,
    swap: Swap | None = None,
) -> Built:
    """Build and swap in a generation unless the present one was made from the same files.

    To be called while `building`. Whatever `watch` raises leaves all as it was. Raises PlanError.
    """
    store = Store(data)
    made_from = MadeFrom(fingerprint(folders), code_fingerprint())
    before = store.made_from()
    if not force and before == made_from:
        name = store.current_name()
        return Built(name, None, store.faults(name))
    shelf = read_shelf(folders, lambda files: watch(files, READING))
    same_code = before is not None and before.code == made_from.code and not force
    generation, faults = build_shelf(
        shelf,
        lambda passages: watch(passages, INDEXING),
        data / "cache",
        _present(store) if same_code else None,
    )
    if swap and (missed := [one for one in faults if one.left_out and one.file in swap.needed]):
        raise PlansFaulty("\n".join(fault.told for fault in missed))
    with swap.place if swap else contextlib.nullcontext(folders) as now:
        store.write(generation, now, made_from, faults)
    Arrivals(data / "records.db").note(generation.documents)
    pins = Pins(data / audit.FILE).recheck(lambda pin: relocated(pin, generation))
    return Built(store.current_name(), generation, faults, pins, _same_text(generation.documents))


def _present(store: Store) -> Generation | None:
    with contextlib.suppress(PlanError):
        return store.load(store.current_name())
    return None


def _same_text(documents: Iterable[Document]) -> tuple[tuple[str, ...], ...]:
    files: dict[str, list[str]] = defaultdict(list)
    for document in documents:
        files[document.sha256].append(document.file)
    return tuple(tuple(names) for names in files.values() if len(names) > 1)
