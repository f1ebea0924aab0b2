"""Guides are seen by every worker at once; a table is taken in whole or not at all."""

from dataclasses import replace
from pathlib import Path

import pytest

from chatbot.answering.guidance.guide import Guide
from chatbot.answering.parts import Guidance
from chatbot.records.errors import GuideUnfit
from chatbot.records.guides import Guides, Taken
from chatbot.records.staff.audit import Action, Deed
from chatbot.records.staff.staff import Staff
from tests.chatbot.records.accounts import HERE, Clock

KEPT = Deed("王芳", Action.GUIDE_KEPT, "", HERE)
TAKEN = Deed("王芳", Action.GUIDES_TAKEN, "", HERE)


def guide(*topics: str, number: int = 0, phone: str = "12345") -> Guide:
    return Guide(number, topics, Guidance(topics[0], "2026-11-27", "2027-05-31", phone=phone))


@pytest.fixture
def guides(staff_file: Path, clock: Clock) -> Guides:
    return Guides(staff_file, clock)


def test_another_worker_shows_a_guide_at_once(guides: Guides, staff_file: Path) -> None:
    other = Guides(staff_file)
    assert other.serving() == ()
    number = guides.keep(guide("低保"), KEPT)
    assert other.serving() == (guide("低保", number=number),)
    assert other.serving() is other.serving()
    assert guides.withdraw(number, replace(KEPT, action=Action.GUIDE_WITHDRAWN))
    assert other.serving() == ()
    assert not guides.withdraw(number, KEPT)


def test_a_changed_guide_takes_the_place_of_the_old_one_which_stays_on_record(
    guides: Guides,
) -> None:
    first = guides.keep(guide("低保"), KEPT)
    second = guides.keep(guide("低保", number=first, phone="2180000"), KEPT)
    assert [one.number for one in guides.serving()] == [second]
    assert [(one.guide.guidance.phone, one.is_serving) for one in guides.everything()] == [
        ("2180000", True),
        ("12345", False),
    ]
    with pytest.raises(GuideUnfit, match="已经改过或撤回"):
        guides.keep(guide("低保", number=first), KEPT)


def test_two_guides_do_not_share_a_topic(guides: Guides) -> None:
    guides.keep(guide("低保", "最低生活保障"), KEPT)
    with pytest.raises(GuideUnfit, match="“最低生活保障”已经有办事指引"):
        guides.keep(guide("困难救助", "最低生活保障"), KEPT)
    assert len(guides.serving()) == 1


def test_a_table_adds_changes_and_leaves_alone(guides: Guides) -> None:
    one, two = (guides.keep(guide(topic), KEPT) for topic in ("低保", "养老"))
    swapped = (guide("养老", number=one), guide("低保", number=two), guide("殡葬"))
    assert guides.take(swapped, TAKEN) == Taken(added=1, changed=2, same=0)
    kept = guides.serving()
    later = tuple(
        replace(one, guidance=replace(one.guidance, checked="2026-12-01")) for one in kept
    )
    assert guides.take(later, TAKEN) == Taken(added=0, changed=0, same=3)
    assert guides.serving() is kept


def test_a_table_with_a_fault_changes_nothing(guides: Guides) -> None:
    number = guides.keep(guide("低保"), KEPT)
    for wrong in (guide("殡葬"), guide("养老", number=77)):
        with pytest.raises(GuideUnfit, match="第 4 行"):
            guides.take((guide("低保", number=number, phone="1"), guide("殡葬"), wrong), TAKEN)
    assert guides.serving() == (guide("低保", number=number),)


def test_each_change_has_its_line_in_the_trail(guides: Guides, staff: Staff) -> None:
    number = guides.keep(guide("低保"), KEPT)
    guides.withdraw(number, replace(KEPT, action=Action.GUIDE_WITHDRAWN))
    assert [(line.action, line.detail) for line in staff.trail(2)] == [
        (Action.GUIDE_WITHDRAWN, "第 1 号：低保"),
        (Action.GUIDE_KEPT, "第 1 号：低保"),
    ]


def test_a_file_of_guides_that_cannot_be_read_costs_nobody_an_answer(tmp_path: Path) -> None:
    file = tmp_path / "staff.db"
    file.mkdir()
    assert Guides(file).serving() == ()
