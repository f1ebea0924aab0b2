"""A refused question is left for staff under a receipt, until it is deleted like the others."""

from dataclasses import replace
from pathlib import Path

import pytest

from chatbot.answering.answer import Outcome
from chatbot.answering.parts import Reply
from chatbot.records.asked.leaving import told
from chatbot.records.asked.questions import Records
from chatbot.records.asked.reviewing import Wanted
from chatbot.records.errors import AnswerUnknown
from tests.chatbot.records.writing import refusal

ASKED = "怎么申请高龄津贴，我的手机是13812345678"
MASKED = "怎么申请高龄津贴，我的手机是＊＊＊＊＊＊＊＊＊＊＊"


class Days:
    """A clock of days: each question is asked on one of them."""

    day = 1

    def __call__(self) -> str:
        return f"2026-11-{self.day:02}T08:00:00+00:00"


@pytest.fixture
def days() -> Days:
    return Days()


@pytest.fixture
def records(tmp_path: Path, days: Days) -> Records:
    kept = Records(tmp_path / "records.db", days, keep_days=10)
    kept.keep_question(ASKED, refusal("a1"))
    return kept


def test_what_is_left_is_found_by_its_receipt_however_it_is_typed(records: Records) -> None:
    receipt = records.leave("a1")
    for typed in (receipt, told(receipt), f" {told(receipt).replace('-', ' ')} "):
        left = records.left(typed)
        assert left is not None
        assert (left.question, left.handled_at) == (MASKED, "")
    assert records.left("000000000000") is None
    assert records.left("") is None


def test_each_who_leaves_it_has_a_receipt_of_their_own(records: Records) -> None:
    assert records.leave("a1") != records.leave("a1")
    (one,), _ = records.asked(Wanted(left=True), 9)
    assert one.left == 2


def test_only_what_was_not_answered_can_be_left(records: Records) -> None:
    records.keep_question("殡葬", replace(refusal("a2"), outcome=Outcome.UNCLEAR))
    talk = replace(refusal("a4"), outcome=Outcome.SMALL_TALK)
    records.keep_question("我要投诉", replace(talk, parts=(Reply("请拨打", may_be_left=True),)))
    assert records.leave("a4")
    in_danger = replace(refusal("a5"), outcome=Outcome.NOT_FOUND)
    records.keep_question("我不想活了", in_danger)  # its words are not kept
    for answer in ("a2", "a5", "never-given"):
        with pytest.raises(AnswerUnknown, match="没答上的问题"):
            records.leave(answer)


def test_what_nobody_has_dealt_with_since_is_waiting(records: Records, days: Days) -> None:
    assert records.waiting() == 0
    receipt = records.leave("a1")
    records.leave("a1")
    assert records.waiting() == 1
    days.day = 2
    records.handle(ASKED, "王芳", "已转业务科")
    assert records.waiting() == 0
    left = records.left(receipt)
    assert left is not None
    assert left.handled_at.startswith("2026-11-02")
    days.day = 3
    records.leave("a1")
    assert records.waiting() == 1


def test_what_was_left_is_deleted_with_the_rest(records: Records, days: Days) -> None:
    receipt = records.leave("a1")
    days.day = 20
    records.keep_question("殡葬改革怎么推进？", refusal("a3"))
    assert records.left(receipt) is None


def test_what_it_went_on_with_is_left_as_well(records: Records) -> None:
    records.keep_question("那要带什么？", replace(refusal("a9"), context="低保怎么办？"))
    left = records.left(records.leave("a9"))
    assert left is not None
    assert (left.question, left.context) == ("那要带什么？", "低保怎么办？")
    (one,), _ = records.asked(Wanted(words="带什么"), 9)
    assert one.context == "低保怎么办？"
