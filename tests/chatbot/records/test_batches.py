"""A batch goes on where it was, in whichever process; no draft is done twice or forgotten."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from chatbot.records.batch import Done, Noted, Sent
from chatbot.records.batches import Batches
from chatbot.records.checks import FILE, Checks, Counts, Keeping
from tests.chatbot.records.accounts import Clock
from tests.conftest import ROOT

DAYS, DAY = 30, 86_400
FILES = tuple(Sent(f"{name}.txt", name.encode()) for name in "甲乙丙")
NOTED = Noted("substance", "有出入", "每年两次", "每年一次", "《规划》第四部分")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / FILE


@pytest.fixture
def batches(file: Path, clock: Clock) -> Batches:
    return Batches(file, Keeping(DAYS, clock))


def started(batches: Batches, *files: Sent) -> str:
    return batches.start("三份", "王芳", "", files or FILES)


def done(draft: str = "文稿", generation: str = "g1") -> Done:
    return Done(draft, Counts(substance=1), generation, (NOTED,))


def do_next(batches: Batches, name: str) -> str:
    begun = batches.begin(name)
    assert begun
    batches.finish(begun.id, done(begun.file.decode() or begun.draft))
    return begun.name


def test_each_draft_has_its_turn_in_the_order_they_were_sent(batches: Batches) -> None:
    name = started(batches)
    assert [do_next(batches, name) for _ in FILES] == [one.name for one in FILES]
    assert batches.begin(name) is None
    batch = batches.find(name)
    assert batch
    assert (batch.left, [one.generation for one in batch.checks]) == (0, ["g1"] * 3)
    assert list(batches.found(name).values()) == [(NOTED,)] * 3


def test_a_service_started_anew_goes_on_with_what_was_cut_off(
    batches: Batches, file: Path, clock: Clock
) -> None:
    name = started(batches)
    do_next(batches, name)
    assert batches.begin(name), "the second is begun when the service is stopped"
    anew = Batches(file, Keeping(DAYS, clock))
    assert [do_next(anew, name), do_next(anew, name)] == ["乙.txt", "丙.txt"]
    batch = anew.find(name)
    assert batch
    assert batch.left == 0


def test_a_draft_that_ends_no_request_is_given_up(batches: Batches) -> None:
    name = started(batches, *FILES[:2])
    assert [batches.begin(name) is not None for _ in range(3)] == [True] * 3
    assert do_next(batches, name) == "乙.txt"
    batch = batches.find(name)
    assert batch
    assert "程序几次中断" in batch.checks[0].fault
    assert batch.left == 0


def test_one_draft_at_a_time_is_checked_whoever_asks(
    batches: Batches, file: Path, clock: Clock
) -> None:
    other_worker = Batches(file, Keeping(DAYS, clock))
    with batches.turn() as is_ours:
        assert is_ours
        with batches.turn() as twice, other_worker.turn() as elsewhere:
            assert not twice
            assert not elsewhere
    with other_worker.turn() as is_theirs:
        assert is_theirs


def test_a_killed_worker_leaves_its_turn_to_others(batches: Batches, file: Path) -> None:
    code = f"""
import sys, time
from pathlib import Path
from chatbot.records.batches import Batches
from chatbot.records.checks import Keeping
with Batches(Path({str(file)!r}), Keeping(30)).turn() as is_ours:
    print(is_ours, flush=True)
    time.sleep(60)
"""
    worker = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE)
    with worker:
        assert worker.stdout
        assert worker.stdout.readline() == b"True\n"
        with batches.turn() as is_ours:
            assert not is_ours
        worker.kill()
        worker.wait()
        with batches.turn() as is_ours:
            assert is_ours


def test_two_windows_never_do_the_same_draft(batches: Batches) -> None:
    name = started(batches, *(Sent(str(number), b"x") for number in range(30)))
    seen: list[str] = []

    def work() -> None:
        while (batch := batches.find(name)) and batch.left:
            with batches.turn() as is_ours:
                if is_ours and (begun := batches.begin(name)):
                    seen.append(begun.name)
                    batches.finish(begun.id, done())

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(int, seen)) == list(range(30))


def test_once_it_is_read_only_the_text_of_a_file_is_kept(batches: Batches, file: Path) -> None:
    name = started(batches, *FILES, Sent("戊.exe", b"", "不认识这种文件"))
    do_next(batches, name)
    begun = batches.begin(name)
    assert begun
    batches.fail(begun.id, "读不懂")
    with batches._database.reading() as database:
        rows = database.query("select file, draft, fault from checks order by place")
        assert [tuple(row.values()) for row in rows] == [
            (b"", "甲", ""),
            (b"", "", "读不懂"),
            ("丙".encode(), "", ""),
            (b"", "", "不认识这种文件"),
        ]


def test_a_stopped_batch_stands_still_until_its_owner_lets_it_go_on(batches: Batches) -> None:
    name = started(batches)
    assert not batches.stop(name, "李明")
    assert batches.stop(name, "王芳")
    assert batches.begin(name) is None
    assert batches.stop(name, "王芳", is_stopped=False)
    assert batches.begin(name)


def test_all_texts_are_checked_again_from_what_is_kept(batches: Batches) -> None:
    name = started(batches, *FILES[:2])
    do_next(batches, name)
    begun = batches.begin(name)
    assert begun
    batches.fail(begun.id, "读不懂")
    assert batches.again(name, "王芳")
    begun = batches.begin(name)
    assert begun
    assert (begun.name, begun.file, begun.draft) == ("甲.txt", b"", "甲")
    batches.finish(begun.id, done())
    assert batches.begin(name) is None


def test_a_batch_and_its_drafts_last_and_go_together(
    batches: Batches, file: Path, clock: Clock
) -> None:
    checks, name = Checks(file, Keeping(DAYS, clock)), started(batches)
    batch = batches.find(name)
    assert batch
    first = batch.checks[0].id
    assert checks.everything() == (), "they are listed with their batch"
    assert not checks.delete(first, "王芳")
    clock.now += 20 * DAY
    assert batches.rename(name, "王芳", "三份讲话")
    assert batches.prolong(name, "王芳")
    clock.now += 20 * DAY
    assert [one.name for one in batches.everything()] == ["三份讲话"]
    assert checks.find(first)
    clock.now += 10 * DAY
    assert batches.find(name) is None
    assert checks.find(first) is None
    assert batches.begin(name) is None
    other = started(batches)
    begun = batches.begin(other)
    assert begun
    assert not batches.delete(other, "李明")
    assert batches.delete(other, "王芳")
    batches.finish(begun.id, done())
    assert checks.find(begun.id) is None
