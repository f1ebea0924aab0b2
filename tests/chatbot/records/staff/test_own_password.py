"""Somebody changes their own password: only with the old one, and other sessions end."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from chatbot.records.errors import PasswordUnfit, SignInRefused, TooManyAttempts
from chatbot.records.staff.accounts import Role
from chatbot.records.staff.audit import Action
from chatbot.records.staff.sessions import IDLE
from chatbot.records.staff.staff import Staff
from tests.chatbot.records.accounts import HERE, PASSWORD, THERE, WRONG, Clock

NEW = "xin-de-mi-ma-2027"


def test_a_new_password_takes_the_place_of_the_old_and_ends_every_other_session(
    staff: Staff,
) -> None:
    here, there = staff.sign_in("王芳", PASSWORD, HERE), staff.sign_in("王芳", PASSWORD, THERE)
    now = staff.change_password(here, PASSWORD, NEW, HERE)
    assert staff.signed_in(here) is staff.signed_in(there) is None
    account = staff.signed_in(now)
    assert account is not None
    assert account.knows_password_alone
    assert staff.trail(1)[0].action is Action.PASSWORD_CHANGED
    with pytest.raises(SignInRefused):
        staff.sign_in("王芳", PASSWORD, THERE)
    staff.sign_in("王芳", NEW, HERE)


@pytest.mark.parametrize("new", ["short", "a" * 201, "1" * 20, "王芳-mei-zhou-shi", PASSWORD])
def test_an_unfit_password_is_refused_and_costs_no_try(staff: Staff, new: str) -> None:
    token = staff.sign_in("王芳", PASSWORD, HERE)
    for _ in range(9):
        with pytest.raises(PasswordUnfit):
            staff.change_password(token, PASSWORD, new, HERE)
    staff.change_password(token, PASSWORD, NEW, HERE)


def test_wrong_old_passwords_must_wait_longer_and_longer(staff: Staff, clock: Clock) -> None:
    token = staff.sign_in("王芳", PASSWORD, HERE)
    for _ in range(3):
        with pytest.raises(SignInRefused, match="原密码不对"):
            staff.change_password(token, WRONG, NEW, HERE)
    for wait in (1, 2, 4):
        with pytest.raises(TooManyAttempts) as refused:
            staff.change_password(token, PASSWORD, NEW, HERE)
        assert refused.value.wait == wait
        clock.now += wait
        with pytest.raises(SignInRefused, match="原密码不对"):
            staff.change_password(token, WRONG, NEW, HERE)
    assert [one.action for one in staff.trail(6)] == [Action.PASSWORD_CHANGE_FAILED] * 6
    assert staff.signed_in(token) is not None


def test_a_session_that_is_over_changes_nothing(staff: Staff, clock: Clock) -> None:
    token = staff.sign_in("王芳", PASSWORD, HERE)
    clock.now += IDLE
    with pytest.raises(SignInRefused, match="过期"):
        staff.change_password(token, PASSWORD, NEW, HERE)
    staff.sign_in("王芳", PASSWORD, HERE)


def test_a_password_set_by_somebody_else_is_known_as_such(staff: Staff) -> None:
    def is_own() -> bool:
        return staff.everyone()[0].knows_password_alone

    assert not is_own()
    staff.change_password(staff.sign_in("王芳", PASSWORD, HERE), PASSWORD, NEW, HERE)
    assert is_own()
    staff.set_role("王芳", Role.EDITOR)
    assert is_own()
    staff.set_password("王芳", PASSWORD)
    assert not is_own()


def test_the_sessions_of_somebody_are_listed_and_ended_but_for_this_one(
    staff: Staff, clock: Clock
) -> None:
    staff.add("李明", Role.EDITOR, NEW)
    other = staff.sign_in("李明", NEW, HERE)
    first = staff.sign_in("王芳", PASSWORD, HERE)
    clock.now += 60
    here = staff.sign_in("王芳", PASSWORD, THERE)
    account = staff.signed_in(here)
    assert account is not None
    found = staff.sessions_of(account, here)
    assert [(one.is_this, clock.now - one.begun) for one in found] == [(True, 0), (False, 60)]
    assert staff.end_other_sessions(account, here, THERE) == 1
    assert staff.signed_in(first) is None
    assert staff.signed_in(here) is not None
    assert staff.signed_in(other) is not None
    entry = staff.trail(1)[0]
    assert (entry.action, entry.detail) == (Action.SESSIONS_ENDED, "1 处")


def test_a_file_of_an_earlier_version_is_taken_over(staff: Staff, staff_file: Path) -> None:
    staff.everyone()
    with closing(sqlite3.connect(staff_file)) as connection:
        connection.execute("alter table accounts drop column given")
    again = Staff(staff_file)
    again.sign_in("王芳", PASSWORD, HERE)
    again.set_password("王芳", NEW)
    assert not again.everyone()[0].knows_password_alone
