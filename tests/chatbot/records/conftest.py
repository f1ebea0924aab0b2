"""One account in a new file, beside a clock that passes when told to."""

from pathlib import Path

import pytest

from chatbot.records.staff.accounts import Role
from chatbot.records.staff.staff import Staff
from tests.chatbot.records.accounts import PASSWORD, Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def staff_file(tmp_path: Path) -> Path:
    return tmp_path / "staff.db"


@pytest.fixture
def staff(staff_file: Path, clock: Clock) -> Staff:
    made = Staff(staff_file, clock)
    made.add("王芳", Role.REVIEWER, PASSWORD)
    return made
