"""Wrong passwords: each next try waits longer, nobody is kept out, no worker is blind."""

import threading
import time
from pathlib import Path

import pytest

from chatbot.records.errors import SignInRefused, TooManyAttempts
from chatbot.records.staff.passwords import hashed, matches
from chatbot.records.staff.staff import Staff
from tests.chatbot.records.accounts import HERE, PASSWORD, THERE, WRONG, Clock


def test_each_further_wrong_password_waits_longer_but_never_for_ever(
    staff: Staff, clock: Clock
) -> None:
    waits = []
    for _ in range(20):
        with pytest.raises(SignInRefused) as refusal:
            staff.sign_in("王芳", WRONG, HERE)
        if isinstance(refusal.value, TooManyAttempts):
            waits.append(refusal.value.wait)
            clock.now += refusal.value.wait
    assert waits[:6] == [1, 2, 4, 8, 16, 32]
    assert max(waits) <= 900
    clock.now += 900
    assert staff.signed_in(staff.sign_in("王芳", PASSWORD, HERE))


def test_while_it_waits_even_the_right_password_is_not_tried(staff: Staff) -> None:
    for _ in range(3):
        with pytest.raises(SignInRefused):
            staff.sign_in("王芳", WRONG, HERE)
    with pytest.raises(TooManyAttempts, match="请等 1 秒"):
        staff.sign_in("王芳", PASSWORD, HERE)


def test_a_stranger_cannot_keep_the_owner_out(staff: Staff, clock: Clock) -> None:
    for number in range(200):
        with pytest.raises(SignInRefused):
            staff.sign_in("王芳", WRONG, f"192.0.2.{number}")
    clock.now += 30
    assert staff.sign_in("王芳", PASSWORD, THERE)


def test_one_address_that_tries_many_names_must_wait(staff: Staff) -> None:
    with pytest.raises(TooManyAttempts):
        for number in range(40):
            with pytest.raises(SignInRefused) as refusal:
                staff.sign_in(f"name{number}", WRONG, HERE)
            if isinstance(refusal.value, TooManyAttempts):
                raise refusal.value
    assert staff.sign_in("王芳", PASSWORD, THERE)


def test_a_whole_office_signs_in_from_one_address(staff: Staff) -> None:
    for _ in range(30):
        assert staff.sign_in("王芳", PASSWORD, HERE)


def test_tries_at_the_same_moment_are_all_counted_by_every_worker(
    staff_file: Path, staff: Staff
) -> None:
    refused: list[type[Exception]] = []

    def guess() -> None:
        worker = Staff(staff_file, Clock())
        for _ in range(3):
            try:
                worker.sign_in("王芳", WRONG, HERE)
            except SignInRefused as refusal:
                refused.append(type(refusal))

    threads = [threading.Thread(target=guess) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert refused.count(SignInRefused) == 3
    assert refused.count(TooManyAttempts) == 9
    assert staff.everyone()


def test_an_unknown_name_takes_as_long_as_a_wrong_password() -> None:
    def seconds(known: str | None) -> float:
        begun = time.perf_counter()
        assert not matches(known, WRONG)
        return time.perf_counter() - begun

    known = hashed(PASSWORD)
    unknown_name = min(seconds(None) for _ in range(5))
    assert unknown_name > 0.5 * min(seconds(known) for _ in range(5))
