"""A saved check is found by its id until its days are over; then it and its draft are gone."""

from dataclasses import replace
from pathlib import Path

import pytest

from chatbot.records.checks import FILE, Checks, Counts, Keeping, NewCheck
from tests.chatbot.records.accounts import Clock

DAYS, DAY = 30, 86_400
DRAFT = "各级党委、政府每年听取两次民政工作汇报。"
NEW = NewCheck("讲话", "王芳", "", DRAFT, Counts(1, 0, 2, 3), "g1")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / FILE


@pytest.fixture
def checks(file: Path, clock: Clock) -> Checks:
    return Checks(file, Keeping(DAYS, clock))


def test_what_is_saved_is_found_with_its_draft_and_its_last_day(checks: Checks) -> None:
    name = checks.save(NEW)
    found = checks.find(name)
    assert found
    kept, draft = found
    assert (kept.name, kept.owner, kept.counts, kept.generation) == (
        "讲话",
        "王芳",
        NEW.counts,
        "g1",
    )
    assert (kept.at, kept.until) == ("2027-01-15T08:00:00+00:00", "2027-02-14T08:00:00+00:00")
    assert draft == DRAFT
    assert checks.find("nobody") is None
    assert checks.everything() == (kept,)


def test_the_newest_stands_first_and_no_two_ids_are_alike(checks: Checks) -> None:
    names = [checks.save(replace(NEW, name=str(number))) for number in range(5)]
    assert len(set(names)) == 5
    assert all(len(name) >= 16 for name in names)
    assert [one.name for one in checks.everything()] == list("43210")


def test_only_its_owner_renames_prolongs_and_deletes(checks: Checks, clock: Clock) -> None:
    name = checks.save(NEW)
    assert not checks.rename(name, "李明", "别的")
    assert not checks.prolong(name, "李明")
    assert not checks.delete(name, "李明")
    assert checks.everything()[0].name == "讲话"
    clock.now += 10 * DAY
    assert checks.rename(name, "王芳", "定稿")
    assert checks.prolong(name, "王芳")
    assert [(one.name, one.until[:10]) for one in checks.everything()] == [("定稿", "2027-02-24")]
    assert checks.delete(name, "王芳")
    assert checks.find(name) is None
    assert not checks.delete(name, "王芳")


def test_after_its_days_it_is_shown_to_nobody_and_its_text_leaves_the_disk(
    checks: Checks, file: Path, clock: Clock
) -> None:
    name = checks.save(NEW)
    clock.now += DAYS * DAY - 1
    assert checks.find(name)
    clock.now += 1
    assert checks.find(name) is None
    assert checks.everything() == ()
    assert not checks.prolong(name, "王芳")
    assert DRAFT.encode() in on_disk(file)
    checks.forget_old()
    assert DRAFT.encode() not in on_disk(file)


def test_what_its_owner_deletes_leaves_the_disk_at_once(checks: Checks, file: Path) -> None:
    name = checks.save(NEW)
    assert DRAFT.encode() in on_disk(file)
    assert checks.delete(name, "王芳")
    assert DRAFT.encode() not in on_disk(file)


def test_fewer_days_hold_for_what_was_saved_before_and_none_keep_nothing(
    checks: Checks, file: Path, clock: Clock
) -> None:
    name = checks.save(NEW)
    clock.now += 5 * DAY
    assert Checks(file, Keeping(5, clock)).find(name) is None
    off = Checks(file, Keeping(0, clock))
    assert off.everything() == ()
    off.forget_old()
    assert checks.find(name) is None


def test_the_file_is_for_the_eyes_of_the_service_alone(checks: Checks, file: Path) -> None:
    checks.save(NEW)
    assert {one.stat().st_mode & 0o777 for one in file.parent.glob(f"{FILE}*")} == {0o600}


def on_disk(file: Path) -> bytes:
    """What lies in the file, and in the journal beside it."""
    return b"".join(one.read_bytes() for one in file.parent.glob(f"{file.name}*"))
