"""A build -> a process of its own, which goes on when the page or the worker is gone."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from threading import Thread

_HOME = Path(__file__).parents[3]  # where wsgi.py lies


def start(number: int, environment: Mapping[str, str]) -> None:
    """Let `flask publish` carry out the build of this number."""
    process = subprocess.Popen(  # noqa: S603  our own command, no shell
        [sys.executable, "-m", "flask", "--app", "wsgi", "publish", str(number)],
        cwd=_HOME,
        env=dict(environment),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    Thread(target=process.wait, daemon=True).start()  # so that it leaves no zombie
