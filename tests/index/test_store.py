"""A generation on disk is whole or refused, and comes back as it was written."""

import contextlib
import hashlib
import json
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.errors import GenerationDamaged, IndexNotBuilt
from index.generation import Generation
from index.intake.faults import Fault
from index.outlining.outline import outline
from index.store import Store
from tests.index.stored import MADE_FROM, TEXT, put, tiny
from tests.index.written import plan, plan_texts

ROOT = Path(__file__).resolve().parents[2]
NAMES = {"old", "new", "newer"}
Stages = tuple[Store, Path, list[dict[str, object]]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of plans that holds the file of the tiny generations."""
    plans = tmp_path / "plans"
    plans.mkdir()
    (plans / "plan.txt").write_bytes("\ufeff 页面:\r\n一、任务\r\n".encode())
    return plans


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "data")


def test_the_real_generation_comes_back_as_it_was(
    store: Store, generation: Generation, plans: Path
) -> None:
    put(store, generation, plans)
    loaded = store.load(generation.id)
    assert replace(loaded, cache_folder=generation.cache_folder) == generation
    assert (store.current_name(), store.made_from()) == (generation.id, MADE_FROM)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(plan_texts, st.text(max_size=20), st.sampled_from([True, False, None]))
def test_any_text_comes_back_as_it_was(
    store: Store, folder: Path, text: str, title: str, official: bool | None
) -> None:
    document = replace(plan(text, title), official=official, issuer=title)
    built = replace(tiny("g", text), documents=(document,), outlines=(outline(document),))
    put(store, built, folder)
    assert replace(store.load(store.current_name()), cache_folder=None) == built
    assert store.stored_text("g", document.id) == text


def test_a_plan_without_headings_or_terms_of_its_own_comes_back(store: Store, folder: Path) -> None:
    bare = replace(tiny("g", "加强领导。"), user_words=())
    put(store, bare, folder)
    assert replace(store.load("g"), cache_folder=None) == bare


def test_the_plan_files_are_kept_byte_for_byte(store: Store, folder: Path) -> None:
    put(store, tiny("g"), folder)
    kept = list(store.folder.glob("generations/g/**/plan.txt"))
    assert [file.read_bytes() for file in kept] == [(folder / "plan.txt").read_bytes()]


@pytest.mark.parametrize("place", [0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 1.0])
def test_a_flipped_bit_in_the_database_is_refused(store: Store, folder: Path, place: float) -> None:
    put(store, tiny("g"), folder)
    database = store.folder / "generations" / "g" / "generation.db"
    content = bytearray(database.read_bytes())
    content[int(place * (len(content) - 1))] ^= 1
    database.write_bytes(content)
    with pytest.raises(GenerationDamaged, match="flask build-index --force"):
        store.load("g")


def test_a_flipped_bit_in_the_manifest_is_refused_or_harmless(store: Store, folder: Path) -> None:
    put(store, tiny("g"), folder)
    manifest = store.folder / "generations" / "g" / "manifest.json"
    whole = manifest.read_bytes()
    for place in range(len(whole)):
        flipped = bytearray(whole)
        flipped[place] ^= 1
        manifest.write_bytes(flipped)
        store.made_from()
        try:
            assert store.load("g").documents == tiny("g").documents
        except GenerationDamaged as refusal:
            assert "flask build-index --force" in str(refusal)


@pytest.mark.parametrize("content", [b"", b"[]", b"7", b"{}", b"\xff", b'{"sha256": null}'])
def test_a_manifest_that_says_nothing_is_refused(
    store: Store, folder: Path, content: bytes
) -> None:
    put(store, tiny("g"), folder)
    (store.folder / "generations" / "g" / "manifest.json").write_bytes(content)
    with pytest.raises(GenerationDamaged, match="flask build-index --force"):
        store.load("g")
    assert store.made_from() != MADE_FROM


def test_what_was_left_out_is_kept_beside_the_generation(store: Store, folder: Path) -> None:
    faults = (Fault("b.txt", "b.txt：空的；请补上。"), Fault("c.txt", "c.txt：没有行。", False))
    store.write(tiny("g"), folder, MADE_FROM, faults)
    assert store.faults("g") == faults
    put(store, tiny("g"), folder)
    assert store.faults(store.current_name()) == ()


def test_a_manifest_of_an_older_version_names_no_faults(store: Store, folder: Path) -> None:
    put(store, tiny("g"), folder)
    manifest = store.folder / "generations" / "g" / "manifest.json"
    kept = json.loads(manifest.read_text(encoding="utf-8"))
    del kept["faults"]
    manifest.write_text(json.dumps(kept), encoding="utf-8")
    assert store.faults("g") == ()
    assert store.made_from() == MADE_FROM


def test_a_text_that_no_longer_has_its_hash_is_refused_whatever_the_manifest_says(
    store: Store, folder: Path
) -> None:
    put(store, tiny("g"), folder)
    home = store.folder / "generations" / "g"
    with contextlib.closing(sqlite3.connect(home / "generation.db")) as connection, connection:
        connection.execute("update documents set text = replace(text, '养', '善')")
    kept = json.loads((home / "manifest.json").read_text(encoding="utf-8"))
    kept["sha256"] = hashlib.sha256((home / "generation.db").read_bytes()).hexdigest()
    (home / "manifest.json").write_text(json.dumps(kept), encoding="utf-8")
    with pytest.raises(GenerationDamaged, match="存文与其校验值不符"):
        store.load("g")


@pytest.mark.parametrize("lost", ["generation.db", "manifest.json"])
def test_a_generation_that_lost_a_file_is_refused(store: Store, folder: Path, lost: str) -> None:
    put(store, tiny("g"), folder)
    (store.folder / "generations" / "g" / lost).unlink()
    with pytest.raises(GenerationDamaged, match="flask build-index --force"):
        store.load("g")


def test_without_an_index_the_command_to_run_is_named(store: Store) -> None:
    with pytest.raises(IndexNotBuilt, match="flask build-index"):
        store.current_name()
    assert store.made_from() is None
    assert store.names() == []


def test_old_generations_are_forgotten_and_the_newest_ones_kept(store: Store, folder: Path) -> None:
    for number in range(7):
        put(store, tiny(f"g{number}"), folder)
    kept = store.names()
    assert "g6" in kept
    assert "g0" not in kept
    assert 2 <= len(kept) <= 4, "one to serve, one or more to fall back on, and no heap of them"
    assert kept == sorted(kept, reverse=True)


@pytest.fixture(scope="module", params=["another generation", "the same generation"])
def stages(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Stages:
    """A store in which every touch of the disk has once been the writer's last."""
    plans = tmp_path_factory.mktemp("killed")
    (plans / "plan.txt").write_text(TEXT, encoding="utf-8")
    store = Store(plans / "data")
    put(store, tiny("new"), plans)
    if request.param == "another generation":
        put(store, tiny("old"), plans)
    return store, plans, killed_writes(store, plans, "new")


def test_a_writer_killed_at_any_touch_of_the_disk_leaves_a_whole_index(stages: Stages) -> None:
    store, _, found = stages
    assert len(found) > 10
    assert [stage["killed"] for stage in found] == [True] * (len(found) - 1) + [False]
    assert [stage for stage in found if not stage["served"]] == []
    assert store.current_name().partition(".")[0] == "new"
    assert store.load(store.current_name()).documents == tiny("new").documents


def test_what_killed_writers_left_behind_is_swept_away(stages: Stages) -> None:
    store, plans, _ = stages
    put(store, tiny("newer"), plans)
    homes = list((store.folder / "generations").iterdir())
    assert {entry.name.partition(".")[0] for entry in homes} <= NAMES
    assert {entry.name for entry in store.folder.iterdir()} <= {
        *("CURRENT", "generations", "cache", "texts.db")
    }


def killed_writes(store: Store, plans: Path, wanted: str) -> list[dict[str, object]]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.index.killed_writes", str(store.folder), str(plans), wanted],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]
