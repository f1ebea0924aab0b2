"""A plan on its way is changed by one person at a time, and never written over."""

from dataclasses import replace
from pathlib import Path

import pytest

from chatbot.records.errors import IntakeChanged, IntakeUnfit
from chatbot.records.publishing.intakes import Intake, Intakes, Kind, State
from chatbot.records.staff.audit import Action, Deed
from index.intake.heading_marks import HeadingMark

SENT = Intake(0, Kind.NEW, "规划.pdf", "0" * 64, 12)


def deed(who: str) -> Deed:
    return Deed(who, Action.PLAN_CORRECTED)


@pytest.fixture
def intakes(tmp_path: Path) -> Intakes:
    return Intakes(tmp_path / "staff.db")


def begun(intakes: Intakes, sent: Intake = SENT) -> Intake:
    found = intakes.find(intakes.begin(sent, deed("王芳")))
    assert found
    return found


def test_what_is_kept_comes_back(intakes: Intakes) -> None:
    sent = replace(SENT, facts={"title": "规划"}, marks=(HeadingMark("一、", 1, 2),), note="试")
    found = begun(intakes, sent)
    assert (found.by, found.changed_by, found.version) == ("王芳", "王芳", 1)
    assert replace(found, number=0, by="", at="", changed_by="", changed_at="") == sent


def test_who_is_late_writes_over_nothing(intakes: Intakes) -> None:
    seen = begun(intakes)
    intakes.change(replace(seen, facts={"title": "甲"}), deed("李明"))
    with pytest.raises(IntakeChanged, match="李明 刚刚改过"):
        intakes.change(replace(seen, facts={"title": "乙"}), deed("王芳"))
    kept = intakes.find(seen.number)
    assert kept
    assert kept.facts == {"title": "甲"}
    assert kept.hands == {"王芳", "李明"}


def test_a_file_is_on_its_way_once(intakes: Intakes) -> None:
    first = begun(intakes)
    with pytest.raises(IntakeUnfit, match=f"第 {first.number} 号，王芳"):
        begun(intakes)
    intakes.move([first], State.DISCARDED, deed("王芳"))
    assert begun(intakes).number > first.number


def test_what_is_being_published_is_not_changed(intakes: Intakes) -> None:
    seen = begun(intakes)
    intakes.move([seen], State.PUBLISHING, deed("王芳"), 1)
    (now,) = intakes.open()
    with pytest.raises(IntakeUnfit, match="正在公布"):
        intakes.change(now, deed("李明"))
    with pytest.raises(IntakeUnfit, match="正在公布"):
        intakes.move([now], State.DISCARDED, deed("李明"), is_by_hand=True)


def test_all_are_moved_or_none(intakes: Intakes) -> None:
    first, second = begun(intakes), begun(intakes, replace(SENT, file="办法.pdf"))
    intakes.change(second, deed("李明"))
    with pytest.raises(IntakeChanged):
        intakes.move([first, second], State.PUBLISHING, deed("王芳"))
    assert {one.state for one in intakes.open()} == {State.WAITING}
