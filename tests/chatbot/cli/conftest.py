"""What the tests of the commands share: a desk to work at, and one only to ask."""

import shutil
from pathlib import Path

import pytest

from tests.chatbot.cli.desk import PLAN, Desk


@pytest.fixture
def desk(tmp_path: Path, built: Path) -> Desk:
    """One small plan, not yet indexed; jieba's dictionary is already there."""
    plans, data = tmp_path / "plans", tmp_path / "data"
    plans.mkdir()
    (plans / "a.txt").write_text(PLAN, encoding="utf-8")
    shutil.copytree(built / "cache", data / "cache")
    return Desk(plans, data)


@pytest.fixture
def real_desk(plans: Path, built: Path) -> Desk:
    """The index of the real plans; only to be asked."""
    return Desk(plans, built)
