"""The environment is made once, and what stops it says how to go on."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools.sources import ROOT

NO_SUCH_PACKAGE = "no-such-package-anywhere==1.0\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with an environment in place, in a folder with a space and Chinese in its name."""
    folder = tmp_path / "规划 bot"
    shutil.copytree(ROOT / "tools", folder / "tools")
    (folder / "requirements.txt").write_text("", encoding="utf-8")
    python = folder / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    assert make_environment(folder).returncode == 0
    return folder


def test_an_unchanged_list_is_not_installed_again(folder: Path) -> None:
    again = make_environment(folder)
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")


def test_a_changed_list_is_installed_from_the_wheels_folder_alone(folder: Path) -> None:
    (folder / "wheels").mkdir()
    (folder / "requirements.txt").write_text(NO_SUCH_PACKAGE, encoding="utf-8")
    failed = make_environment(folder)
    assert failed.returncode == 1
    assert "Looking in indexes" not in failed.stdout
    assert "wheels/ 里的安装包不全" in failed.stderr


def test_a_failed_installation_is_tried_again(folder: Path) -> None:
    (folder / "wheels").mkdir()
    (folder / "requirements.txt").write_text(NO_SUCH_PACKAGE, encoding="utf-8")
    assert make_environment(folder).returncode == make_environment(folder).returncode == 1


def test_a_missing_interpreter_is_named_with_its_remedy(folder: Path) -> None:
    shutil.rmtree(folder / ".venv")
    stopped = make_environment(folder, PYTHON="no-such-python")
    assert stopped.returncode == 1
    assert "不能使用 PYTHON=no-such-python" in stopped.stderr
    assert "3.11" in stopped.stderr


def make_environment(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "tools/environment.sh", "requirements.txt"],
        cwd=folder,
        env={"PATH": "/usr/local/bin:/usr/bin:/bin"} | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
