"""ruff, mypy and import-linter have nothing to say."""

import subprocess
import sys

from tools.sources import ROOT


def test_ruff_finds_nothing() -> None:
    assert_silent("-m", "ruff", "check", ".")


def test_mypy_finds_nothing() -> None:
    assert_silent("-m", "mypy")


def test_every_import_points_upstream() -> None:
    program = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    assert_silent("-c", program, "--no-logo")


def assert_silent(*arguments: str) -> None:
    """Run one tool at the top of the project; its own words are the failure message."""
    done = subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
