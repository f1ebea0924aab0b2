"""What staff send in is served once it is published, whole or not at all."""

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from chatbot.cli.plans.build_index import build_index
from chatbot.records.publishing.builds import Builds, BuildState
from chatbot.records.publishing.intakes import Intake, Kind, State
from chatbot.records.staff import audit
from chatbot.records.staff.audit import Action, Deed
from chatbot.records.staff.staff import Staff
from chatbot.settings import Settings
from index.intake.heading_marks import HeadingMark
from tests.chatbot.desk.publishing.house import GIVEN, SENT, WHO, House, house
from tests.conftest import ROOT


@pytest.fixture
def bureau(tmp_path: Path, built: Path) -> House:
    return house(tmp_path, built)


def test_what_is_published_is_served_and_the_given_folder_is_as_it_was(bureau: House) -> None:
    sent = bureau.send(SENT)
    assert bureau.titles() == ["青河县养老规划"]
    build = bureau.publish(sent)
    assert (build.state, build.done) == (BuildState.DONE, 95)
    assert "现在有 2 份文件" in build.told
    assert bureau.titles() == ["青河县养老规划", "青河县殡葬办法"]
    assert bureau.again(sent.number).state is State.PUBLISHED
    assert [file.name for file in bureau.plans.iterdir()] == ["plan.txt"]
    assert bureau.plans.joinpath("plan.txt").read_text(encoding="utf-8") == GIVEN


def test_corrected_facts_and_headings_hold_after_every_new_index(bureau: House) -> None:
    sent = bureau.send(SENT)
    facts = bureau.intaking.facts(sent, {"title": "青河县殡葬管理办法", "region": "青河县"})
    marks = (HeadingMark("第二条 收费公示。", 1, 0),)
    wanted = replace(sent, facts=facts, marks=marks)
    bureau.intakes.change(wanted, Deed(WHO, Action.PLAN_CORRECTED))
    bureau.publish(sent)
    build_index(bureau.plans, bureau.data, force=True)
    (document,) = [one for one in bureau.served().documents if one.file == "办法.txt"]
    assert (document.title, document.region) == ("青河县殡葬管理办法", "青河县")
    assert document.effective == "", "a day that was cleared stays away, though the file tells one"
    headings = [one.path[-1] for one in bureau.served().sections(document.id) if one.path]
    assert "第一条" in headings
    assert "第二条" not in headings


def test_a_given_plan_can_be_corrected_without_being_touched(bureau: House) -> None:
    intake = bureau.begin(Intake(0, Kind.CORRECTION, "plan.txt"))
    facts = bureau.intaking.facts(intake, {"title": "青河县养老服务规划"})
    bureau.intakes.change(replace(intake, facts=facts), Deed(WHO, Action.PLAN_CORRECTED))
    bureau.publish(intake)
    assert bureau.titles() == ["青河县养老服务规划"]
    assert bureau.plans.joinpath("plan.txt").read_text(encoding="utf-8") == GIVEN


def test_a_new_version_takes_the_place_of_the_old_one(bureau: House) -> None:
    newer = bureau.send(GIVEN.replace("三百", "五百"), "新规划.txt", replaces="plan.txt")
    bureau.publish(newer)
    (document,) = bureau.served().documents
    assert "五百张" in document.text


def test_a_withdrawn_plan_can_be_taken_in_again(bureau: House) -> None:
    bureau.publish(bureau.send(SENT))
    bureau.publish(bureau.begin(Intake(0, Kind.WITHDRAWAL, "办法.txt")))
    assert bureau.titles() == ["青河县养老规划"]
    bureau.publish(bureau.send(SENT))
    assert bureau.titles() == ["青河县养老规划", "青河县殡葬办法"]


def test_the_last_plan_cannot_be_withdrawn(bureau: House) -> None:
    build = bureau.publish(bureau.begin(Intake(0, Kind.WITHDRAWAL, "plan.txt")))
    assert build.state is BuildState.FAILED
    assert "请先收入一份" in build.told
    assert bureau.titles() == ["青河县养老规划"]


def test_a_file_that_cannot_be_read_changes_nothing_and_is_told(bureau: House) -> None:
    bad = bureau.send("不是 Word 文件。", "坏.docx")
    build = bureau.publish(bad)
    assert build.state is BuildState.FAILED
    assert "坏.docx" in build.told
    assert bureau.titles() == ["青河县养老规划"]
    assert bureau.again(bad.number).state is State.READY
    assert not (bureau.data / "plans").exists()


def test_a_cancelled_build_changes_nothing(bureau: House) -> None:
    sent = bureau.send(SENT)
    build = bureau.publish(sent, is_cancelled=True)
    assert build.state is BuildState.CANCELLED
    assert bureau.titles() == ["青河县养老规划"]
    assert bureau.again(sent.number).state is State.READY
    assert [one.name for one in bureau.data.glob(".plans*")] == []
    assert bureau.publish(sent).state is BuildState.DONE


def test_a_disk_that_fails_at_the_last_moment_leaves_all_as_it_was(bureau: House) -> None:
    bureau.publish(bureau.send(SENT))
    before = sorted(file.name for file in (bureau.data / "plans").iterdir())
    newer = bureau.send(SENT + "\n第四条 附则。", "办法二.txt")
    texts = bureau.data / "texts.db"
    texts.rename(bureau.data / "aside")
    texts.mkdir()
    build = bureau.publish(newer)
    texts.rmdir()
    (bureau.data / "aside").rename(texts)
    assert build.state is BuildState.FAILED
    assert "历次文本读写不了" in build.told
    assert sorted(file.name for file in (bureau.data / "plans").iterdir()) == before
    assert bureau.titles() == ["青河县养老规划", "青河县殡葬办法"]
    assert bureau.again(newer.number).state is State.READY


def test_every_step_stands_in_the_trail(bureau: House) -> None:
    bureau.publish(bureau.send(SENT))
    trail = Staff(bureau.data / audit.FILE).trail(10)
    assert [(one.action, one.who) for one in trail] == [
        (Action.PLAN_PUBLISHED, WHO),
        (Action.BUILD_STARTED, WHO),
        (Action.PLAN_UPLOADED, WHO),
    ]
    assert all("办法.txt" in one.detail for one in trail)


def test_a_build_that_is_killed_can_be_carried_out_again(bureau: House) -> None:
    sent = bureau.send(SENT)
    build = bureau.builds.begin(WHO)
    started = Deed(WHO, Action.BUILD_STARTED)
    bureau.intakes.move([sent], State.PUBLISHING, started, build)
    environment = Settings(plans=bureau.plans, data=bureau.data).environment()
    command = [sys.executable, "-m", "flask", "--app", "wsgi", "publish", str(build)]
    process = subprocess.Popen(command, cwd=ROOT, env=environment)
    while not _has_begun(bureau.builds, build) and process.poll() is None:
        time.sleep(0.01)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    assert bureau.titles()[0] == "青河县养老规划"
    late = Builds(bureau.data / audit.FILE, lambda: time.time() + 3600).find(build)
    assert late
    assert late.state is BuildState.LOST
    assert bureau.publish(bureau.again(sent.number)).state is BuildState.DONE
    assert bureau.titles() == ["青河县养老规划", "青河县殡葬办法"]


def _has_begun(builds: Builds, number: int) -> bool:
    found = builds.find(number)
    return found is not None and bool(found.step)
