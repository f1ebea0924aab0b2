"""Accounts: made, signed in, disabled; sessions that end, and a full trail."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from chatbot.records.errors import (
    AccountUnfit,
    AccountUnknown,
    PasswordUnfit,
    SignInRefused,
)
from chatbot.records.staff.accounts import Right, Role
from chatbot.records.staff.audit import Action
from chatbot.records.staff.passwords import new_password
from chatbot.records.staff.staff import Staff
from tests.chatbot.records.accounts import HERE, PASSWORD, WRONG, Clock


def actions(staff: Staff) -> list[tuple[str, Action]]:
    return [(entry.who, entry.action) for entry in reversed(staff.trail(1000))]


def test_there_is_no_account_at_first(tmp_path: Path) -> None:
    empty = Staff(tmp_path / "empty.db")
    assert empty.everyone() == ()
    for name in ("admin", "root", ""):
        with pytest.raises(SignInRefused):
            empty.sign_in(name, name, HERE)


def test_the_right_password_opens_a_session_and_every_step_is_written_down(staff: Staff) -> None:
    token = staff.sign_in("王芳", PASSWORD, HERE)
    account = staff.signed_in(token)
    assert account is not None
    assert (account.name, account.role) == ("王芳", Role.REVIEWER)
    staff.sign_out(token, HERE)
    assert staff.signed_in(token) is None
    assert actions(staff) == [
        ("命令行", Action.ACCOUNT_ADDED),
        ("王芳", Action.SIGNED_IN),
        ("王芳", Action.SIGNED_OUT),
    ]


def test_neither_password_nor_token_lies_in_the_file(staff: Staff, staff_file: Path) -> None:
    token = staff.sign_in("王芳", PASSWORD, HERE)
    with pytest.raises(SignInRefused):
        staff.sign_in(WRONG, "typed into the wrong box", HERE)
    with closing(sqlite3.connect(staff_file)) as connection:
        dump = "\n".join(connection.iterdump())
    assert "scrypt:32768:8:1$" in dump
    for secret in (PASSWORD, WRONG, token):
        assert secret not in dump
    assert staff_file.stat().st_mode & 0o077 == 0


def test_a_wrong_password_and_an_unknown_name_are_refused_in_the_same_words(staff: Staff) -> None:
    with pytest.raises(SignInRefused) as wrong:
        staff.sign_in("王芳", WRONG, HERE)
    with pytest.raises(SignInRefused) as unknown:
        staff.sign_in("李雷", PASSWORD, HERE)
    assert str(wrong.value) == str(unknown.value)
    assert actions(staff)[1:] == [
        ("王芳", Action.SIGN_IN_FAILED),
        ("未知账号", Action.SIGN_IN_FAILED),
    ]


def test_a_session_ends_half_an_hour_after_the_last_request(staff: Staff, clock: Clock) -> None:
    token = staff.sign_in("王芳", PASSWORD, HERE)
    for _ in range(3):
        clock.now += 29 * 60
        assert staff.signed_in(token)
    clock.now += 30 * 60
    assert staff.signed_in(token) is None


def test_a_session_ends_after_twelve_hours_however_busy(staff: Staff, clock: Clock) -> None:
    token = staff.sign_in("王芳", PASSWORD, HERE)
    for _ in range(47):
        clock.now += 15 * 60
        assert staff.signed_in(token)
    clock.now += 15 * 60
    assert staff.signed_in(token) is None


def test_a_disabled_accounts_session_ends_at_once_and_for_good(staff: Staff) -> None:
    token = staff.sign_in("王芳", PASSWORD, HERE)
    staff.disable("王芳")
    assert staff.signed_in(token) is None
    with pytest.raises(SignInRefused, match="账号或密码不对"):
        staff.sign_in("王芳", PASSWORD, HERE)
    staff.enable("王芳")
    assert staff.signed_in(token) is None
    assert staff.sign_in("王芳", PASSWORD, HERE)


def test_a_new_password_ends_the_sessions_of_the_old(staff: Staff) -> None:
    token = staff.sign_in("王芳", PASSWORD, HERE)
    staff.set_password("王芳", "another-good-one")
    assert staff.signed_in(token) is None
    with pytest.raises(SignInRefused):
        staff.sign_in("王芳", PASSWORD, HERE)
    assert staff.sign_in("王芳", "another-good-one", HERE)


def test_a_new_role_holds_from_the_next_request_on(staff: Staff) -> None:
    token = staff.sign_in("王芳", PASSWORD, HERE)
    staff.set_role("王芳", Role.AUDITOR)
    account = staff.signed_in(token)
    assert account is not None
    assert account.may(Right.AUDIT)
    assert not account.may(Right.CHECK)


def test_an_editor_may_all_that_a_reviewer_may_and_change_things() -> None:
    assert Role.REVIEWER.rights < Role.EDITOR.rights
    assert Right.PIN not in Role.REVIEWER.rights | Role.AUDITOR.rights
    assert Role.AUDITOR.rights == {Right.AUDIT}


@pytest.mark.parametrize("name", ["", "a", "王 芳", "a" * 33, "a/b", "<b>x</b>", "a\nb"])
def test_a_name_that_is_none_is_refused(staff: Staff, name: str) -> None:
    with pytest.raises(AccountUnfit, match="不合适"):
        staff.add(name, Role.EDITOR, PASSWORD)


def test_the_same_name_in_other_letters_is_taken(staff: Staff) -> None:
    staff.add("Wang", Role.EDITOR, PASSWORD)
    with pytest.raises(AccountUnfit, match="已经有了"):
        staff.add("ＷＡＮＧ", Role.EDITOR, PASSWORD)
    assert staff.sign_in(" WANG ", PASSWORD, HERE)


@pytest.mark.parametrize("password", ["", "short", "abababababab", "wang-wang-12", "x" * 201])
def test_a_password_easily_guessed_is_refused(staff: Staff, password: str) -> None:
    with pytest.raises(PasswordUnfit):
        staff.add("wang", Role.EDITOR, password)


def test_generated_passwords_are_fit_and_never_the_same(staff: Staff) -> None:
    made = {new_password() for _ in range(50)}
    assert len(made) == 50
    staff.set_password("王芳", made.pop())


def test_what_is_not_there_cannot_be_changed(staff: Staff) -> None:
    for change in (staff.disable, staff.enable):
        with pytest.raises(AccountUnknown, match="flask staff list"):
            change("nobody")


def test_the_trail_is_read_page_by_page(staff: Staff) -> None:
    for _ in range(5):
        staff.set_role("王芳", Role.EDITOR)
    first = staff.trail(4)
    rest = staff.trail(4, first[-1].number)
    assert [entry.number for entry in (*first, *rest)] == [6, 5, 4, 3, 2, 1]


def test_signing_out_of_no_session_is_not_written_down(staff: Staff) -> None:
    before = actions(staff)
    staff.sign_out("no-such-token", HERE)
    assert actions(staff) == before
