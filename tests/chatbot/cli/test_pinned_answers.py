"""At a rebuild every pin is held against the new texts, and the command tells the outcome."""

import pytest

from chatbot.answering.pins.pin import Pin
from chatbot.records.pins import Pins, State
from chatbot.records.staff import audit
from chatbot.records.staff.audit import Action, Deed
from index.intake.documents import sha256
from index.spans import Span
from tests.chatbot.cli.desk import PLAN, Desk

QUOTE = "坚持以人民为中心。"
WORDING = "做事为了谁？"


@pytest.fixture
def pins(desk: Desk) -> Pins:
    """A pin on the small plan, which is indexed."""
    done = desk.run("build-index")
    assert done.exit_code == 0, done.output
    assert "指定答复" not in done.output
    kept = Pins(desk.data / audit.FILE)
    start = PLAN.index(QUOTE)
    pin = Pin(0, (WORDING,), "a", Span(start, start + len(QUOTE)), sha256(PLAN), QUOTE)
    kept.pin(pin, "a", str, Deed("王芳", Action.ANSWER_PINNED))
    return kept


def rebuilt(desk: Desk, text: str) -> str:
    (desk.plans / "a.txt").write_text(text, encoding="utf-8")
    done = desk.run("build-index", "--force")
    assert done.exit_code == 0, done.output
    return done.output


@pytest.mark.parametrize(
    ("text", "told", "state"),
    [
        (PLAN, "沿用 1 条，移位 0 条，停用待复核 0 条", State.SERVING),
        (f"前言在此。\n{PLAN}", "沿用 0 条，移位 1 条，停用待复核 0 条", State.SERVING),
        (PLAN.replace("人民", "群众"), "沿用 0 条，移位 0 条，停用待复核 1 条", State.SUSPENDED),
    ],
    ids=["kept", "moved", "suspended"],
)
def test_a_rebuild_keeps_moves_or_suspends_what_was_pinned(
    desk: Desk, pins: Pins, text: str, told: str, state: State
) -> None:
    assert f"「{QUOTE}」[1]" in desk.run("ask", WORDING).output
    assert told in rebuilt(desk, text)
    (kept,) = pins.everything()
    assert kept.state is state
    assert (f"「{QUOTE}」[1]" in desk.run("ask", WORDING).output) is (state is State.SERVING)


@pytest.mark.usefixtures("pins")
def test_the_reasons_of_an_answer_begin_with_its_pin(desk: Desk) -> None:
    assert "指定答复：工作人员" in desk.run("ask", "--explain", WORDING).output
    assert "指定答复" not in desk.run("ask", "--explain", "大养老体系怎么建？").output
