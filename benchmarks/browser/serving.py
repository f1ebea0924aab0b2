"""The service as in production, at a free port, and the browser that visits it."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.request import urlopen

CHROMIUM = shutil.which(os.environ.get("PLANBOT_CHROMIUM", "chromium"))
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run"
    " --disable-background-networking --disable-component-update --disable-sync"
)


@contextmanager
def served() -> Iterator[str]:
    """Its address, while it runs on the index that is there."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "gunicorn", "--config", "deploy/gunicorn.conf.py"]
    gunicorn = subprocess.Popen(  # noqa: S603  our own program
        [*command, "--bind", place, "wsgi:app"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(f"http://{place}")
        yield f"http://{place}"
    finally:
        gunicorn.terminate()
        gunicorn.wait(timeout=30)


def wait_for(address: str) -> None:
    for _ in range(120):
        try:
            urlopen(f"{address}/healthz", timeout=5).close()  # noqa: S310  our own address
        except OSError:
            time.sleep(0.5)
        else:
            return
    raise SystemExit("服务没有启动；请先运行 flask build-index。")
