"""What is served: the newest whole generation, noticed when it changes."""

import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from index.errors import GenerationDamaged, IndexNotBuilt
from index.intake.documents import sha256
from index.served import ServedShelf
from index.store import Store
from tests.index.stored import put, tiny


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def write(tmp_path: Path, data: Path) -> "Write":
    return Write(tmp_path, data)


class Write:
    """Writes tiny generations into one data folder."""

    def __init__(self, plans: Path, data: Path) -> None:
        (plans / "plan.txt").write_text("一、任务", encoding="utf-8")
        self.plans, self.store = plans, Store(data)

    def __call__(self, *names: str) -> None:
        for name in names:
            put(self.store, tiny(name), self.plans)

    def damage(self, name: str) -> None:
        (self.store.folder / "generations" / name / "generation.db").write_bytes(b"not a database")


def test_a_swap_is_noticed_at_the_next_question(data: Path, write: Write) -> None:
    write("first")
    shelf = ServedShelf(data)
    first = shelf.current()
    write("second")
    assert (first.id, shelf.current().id) == ("first", "second")
    assert first.documents[0].text, "a question under way keeps the generation it began with"


def test_without_an_index_questions_are_refused_until_there_is_one(
    data: Path, write: Write
) -> None:
    shelf = ServedShelf(data)
    with pytest.raises(IndexNotBuilt, match="flask build-index"):
        shelf.current()
    write("first")
    assert shelf.current().id == "first"


def test_a_damaged_newest_generation_falls_back_to_an_older_whole_one(
    data: Path, write: Write
) -> None:
    write("first", "second")
    write.damage("second")
    shelf = ServedShelf(data)
    assert shelf.current().id == "first"
    assert shelf.degraded


def test_a_running_service_keeps_its_generation_when_the_next_one_is_damaged(
    data: Path, write: Write
) -> None:
    write("first")
    shelf = ServedShelf(data)
    shelf.current()
    write("second")
    write.damage("second")
    assert shelf.current().id == "first"
    assert shelf.degraded


def test_when_every_generation_is_damaged_questions_are_refused(data: Path, write: Write) -> None:
    write("first", "second")
    write.damage("first")
    write.damage("second")
    with pytest.raises(GenerationDamaged, match="flask build-index --force"):
        ServedShelf(data).current()


def test_the_next_whole_generation_ends_the_degraded_service(data: Path, write: Write) -> None:
    write("first", "second")
    write.damage("second")
    shelf = ServedShelf(data)
    shelf.current()
    write("third")
    assert shelf.current().id == "third"
    assert not shelf.degraded


def test_a_damaged_generation_built_anew_is_served_without_a_restart(
    data: Path, write: Write
) -> None:
    write("first", "second")
    write.damage("second")
    shelf = ServedShelf(data)
    shelf.current()
    write("second")
    assert shelf.current().id == "second"
    assert not shelf.degraded


@pytest.mark.parametrize(
    "pointer", [b"", b"gone", b"\xff\xfe\x00", b"second\0", b"../../etc", b"\n"]
)
def test_a_broken_pointer_falls_back_to_a_whole_generation(
    data: Path, write: Write, pointer: bytes
) -> None:
    write("first", "second")
    (data / "CURRENT").write_bytes(pointer)
    shelf = ServedShelf(data)
    assert shelf.current().id in {"first", "second"}
    assert shelf.degraded


def test_a_running_service_outlives_the_loss_of_the_pointer(data: Path, write: Write) -> None:
    write("first")
    shelf = ServedShelf(data)
    shelf.current()
    (data / "CURRENT").unlink()
    assert shelf.current().id == "first"


def test_the_text_on_disk_is_compared_before_a_quote_leaves(data: Path, write: Write) -> None:
    write("first")
    shelf = ServedShelf(data)
    generation = shelf.current()
    (document,) = generation.documents
    assert sha256(shelf.text_now(generation, document.id)) == document.sha256
    with sqlite3.connect(data / "generations" / "first" / "generation.db") as connection:
        connection.execute("update documents set text = replace(text, '养', '善')")
    connection.close()
    with pytest.raises(GenerationDamaged, match="flask build-index --force"):
        shelf.text_now(generation, document.id)
    with pytest.raises(GenerationDamaged):
        shelf.text_now(generation, "unknown")


def test_questions_that_come_at_once_wait_for_one_and_the_same_generation(
    data: Path, write: Write
) -> None:
    write("first")
    shelf, at_once = ServedShelf(data), threading.Barrier(8)

    def asked(_: int) -> int:
        at_once.wait(timeout=30)
        return id(shelf.current())

    with ThreadPoolExecutor(8) as threads:
        assert len(set(threads.map(asked, range(8)))) == 1
