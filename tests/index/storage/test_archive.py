"""What was once served is kept: an old citation opens the text that it was made of."""

from pathlib import Path

import pytest

from index.storage.archive import Archive
from index.store import Store
from tests.index.stored import TEXT, put, tiny


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    (tmp_path / "plan.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


@pytest.fixture
def store(plans: Path) -> Store:
    kept = Store(plans / "data")
    for name, text in (("first", TEXT), ("second", TEXT + "\n(二)殡葬\n建公墓。")):
        put(kept, tiny(name, text), plans)
    return kept


def test_every_text_that_was_served_can_be_opened_by_its_hash(store: Store) -> None:
    (before,) = store.load("first").documents
    (now,) = store.load("second").documents
    archive = Archive(store.folder)
    assert archive.find(before.id, before.sha256) == before
    assert archive.find(now.id, now.sha256[:12]) == now
    assert [one.sha256 for one in archive.versions(now.id)] == [now.sha256, before.sha256]


def test_a_text_that_was_never_served_is_not_there(store: Store, tmp_path: Path) -> None:
    archive = Archive(store.folder)
    (now,) = store.load("second").documents
    assert archive.find(now.id, "0" * 64) is None
    assert archive.find("nothing", now.sha256) is None
    assert archive.find(now.id, now.sha256[:3]) is None
    assert Archive(tmp_path / "elsewhere").versions(now.id) == ()


def test_writing_the_same_again_keeps_it_once(store: Store, plans: Path) -> None:
    generation = store.load("second")
    put(store, generation, plans)
    (now,) = generation.documents
    assert len(Archive(store.folder).versions(now.id)) == 2
