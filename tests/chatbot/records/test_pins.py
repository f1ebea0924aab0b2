"""Pins are seen by every worker at once, and no change of one goes without a line in the trail."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from chatbot.answering.pins.pin import Pin
from chatbot.records.errors import PinUnfit
from chatbot.records.pins import Pins, Rechecked, State
from chatbot.records.staff.audit import OPERATOR, Action, Deed
from chatbot.records.staff.staff import Staff
from index.spans import Span
from tests.chatbot.records.accounts import HERE, Clock

PIN = Pin(0, ("怎么养老？", "养老怎么办？"), "p", Span(2, 6), "a" * 64, "构建养老")
BY_WANG = Deed("王芳", Action.ANSWER_PINNED, "", HERE)
WITHDRAWN = Deed("王芳", Action.PIN_WITHDRAWN, "", HERE)


def same(wording: str) -> object:
    return wording.rstrip("？")


@pytest.fixture
def pins(staff_file: Path, clock: Clock) -> Pins:
    return Pins(staff_file, clock)


def kept(pins: Pins, pin: Pin = PIN) -> int:
    return pins.pin(pin, "养老规划", same, BY_WANG)


def test_another_worker_sees_a_pin_at_once_and_sees_it_go(pins: Pins, staff_file: Path) -> None:
    other = Pins(staff_file)
    assert other.serving() == ()
    number = kept(pins)
    assert other.serving() == pins.serving() == (replace(PIN, number=number),)
    assert other.serving() is other.serving()
    assert pins.withdraw(number, WITHDRAWN)
    assert other.serving() == pins.serving() == ()
    assert not pins.withdraw(number, WITHDRAWN)


def test_each_change_has_its_line_in_the_trail(pins: Pins, staff: Staff) -> None:
    number = kept(pins)
    pins.recheck(lambda pin: replace(pin, span=Span(5, 9)))
    pins.recheck(lambda _: None)
    found = pins.find(number)
    assert found is not None
    pins.restore(found.pin, Deed("王芳", Action.PIN_RESTORED))
    pins.withdraw(number, WITHDRAWN)
    lines = staff.trail(5)
    assert [(line.action, line.who) for line in reversed(lines)] == [
        (Action.ANSWER_PINNED, "王芳"),
        (Action.PIN_MOVED, OPERATOR),
        (Action.PIN_SUSPENDED, OPERATOR),
        (Action.PIN_RESTORED, "王芳"),
        (Action.PIN_WITHDRAWN, "王芳"),
    ]
    assert {line.detail for line in lines} == {"第 1 号：怎么养老？"}


def test_a_question_is_pinned_once_until_its_pin_is_withdrawn(pins: Pins) -> None:
    number = kept(pins)
    again = replace(PIN, wordings=("养老怎么办",))
    with pytest.raises(PinUnfit, match="已经有指定答复（第 1 号）"):
        kept(pins, again)
    pins.recheck(lambda _: None)
    with pytest.raises(PinUnfit, match="请先撤回"):
        kept(pins, again)
    assert pins.waiting() == 1
    pins.withdraw(number, WITHDRAWN)
    assert kept(pins, again) == 2
    assert kept(pins, replace(again, number=2)) == 3
    assert [pin.number for pin in pins.serving()] == [3]
    assert [one.state for one in pins.everything()] == [
        State.SERVING,
        State.WITHDRAWN,
        State.WITHDRAWN,
    ]


@pytest.mark.parametrize(
    ("relocate", "told", "state", "start"),
    [
        (lambda pin: pin, Rechecked(1, 0, 0), State.SERVING, 2),
        (lambda pin: replace(pin, span=Span(5, 9)), Rechecked(0, 1, 0), State.SERVING, 5),
        (lambda _: None, Rechecked(0, 0, 1), State.SUSPENDED, 2),
    ],
    ids=["kept", "moved", "suspended"],
)
def test_a_new_text_keeps_moves_or_suspends_a_pin(
    pins: Pins, relocate: Callable[[Pin], Pin | None], told: Rechecked, state: State, start: int
) -> None:
    number = kept(pins)
    assert pins.recheck(relocate) == told
    found = pins.find(number)
    assert found is not None
    assert (found.state, found.pin.span.start, found.title) == (state, start, "养老规划")
    assert len(pins.serving()) == (state is State.SERVING)


def test_only_a_suspended_pin_is_restored_and_it_answers_again(pins: Pins) -> None:
    number = kept(pins)
    moved = replace(PIN, number=number, span=Span(7, 11), sha256="b" * 64)
    restored = Deed("王芳", Action.PIN_RESTORED)
    assert not pins.restore(moved, restored)
    pins.recheck(lambda _: None)
    assert pins.recheck(lambda _: None) == Rechecked(0, 0, 0)
    assert pins.restore(moved, restored)
    assert pins.serving() == (moved,)
    pins.withdraw(number, WITHDRAWN)
    assert not pins.restore(moved, restored)


def test_a_damaged_file_costs_nobody_an_answer(pins: Pins, staff_file: Path) -> None:
    kept(pins)
    assert len(pins.serving()) == 1
    staff_file.with_name("broken.db").write_bytes(b"not a database" * 100)
    assert Pins(staff_file.with_name("broken.db")).serving() == ()
