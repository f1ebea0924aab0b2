"""What tests share: a real server on a real index, and a real browser to look at it."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import hypothesis
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.portal_site import PortalSite

ROOT = Path(__file__).resolve().parent.parent
ARTEFACTS = ROOT / "tests" / "artefacts"
SECONDS_TO_START = 60
CHROMIUM_FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run"
    " --disable-background-networking --disable-component-update --disable-sync"
).split()

in_ci = os.environ.get("CI", "").lower() in {"1", "true", "yes"}
failed = pytest.StashKey[bool]()

# A small machine under load is slow without being wrong; CI tries the same examples every time.
hypothesis.settings.register_profile("house", deadline=None, derandomize=in_ci, print_blob=True)
hypothesis.settings.load_profile("house")


@pytest.fixture(scope="session")
def portal_site() -> Iterator[PortalSite]:
    """Another site, whose pages may hold the widget."""
    with PortalSite() as site:
        yield site


@pytest.fixture(scope="session")
def server_settings(
    tmp_path_factory: pytest.TempPathFactory, portal_site: PortalSite
) -> dict[str, str]:
    """The environment of `server`, and of commands that act on its data."""
    return os.environ | {
        "PLANBOT_PLANS": str(ROOT / "plan_texts"),
        "PLANBOT_DATA": str(tmp_path_factory.mktemp("server") / "instance"),
        "PLANBOT_ORIGINS": portal_site.origin,
    }


@pytest.fixture(scope="session")
def server(server_settings: dict[str, str]) -> Iterator[str]:
    """The address of gunicorn as it runs in production, on a new index of plan_texts."""
    build_index(server_settings)
    with running(server_settings) as address:
        yield address


@contextmanager
def running(settings: dict[str, str], port: int = 0) -> Iterator[str]:
    """The address of gunicorn on the index that is there; 0: the system picks a free port."""
    log = Path(settings["PLANBOT_DATA"]).parent / "gunicorn.log"
    with log.open("wb") as output:
        command = [sys.executable, "-m", "gunicorn", "--config", "deploy/gunicorn.conf.py"]
        gunicorn = subprocess.Popen(
            [*command, "--bind", f"127.0.0.1:{port}", "wsgi:app"],  # gunicorn logs where
            cwd=ROOT,
            env=settings,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            yield address_once_healthy(gunicorn, log)
        finally:
            gunicorn.terminate()
            gunicorn.wait(timeout=30)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium; where there is none, a skip on a desk and a failure in CI."""
    executable = shutil.which(os.environ.get("PLANBOT_CHROMIUM", "chromium"))
    if executable is None:
        reason = "no Chromium; install it (`sudo apt-get install chromium`) or set PLANBOT_CHROMIUM"
        (pytest.fail if in_ci else pytest.skip)(reason)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=CHROMIUM_FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of a browser that has never been here; when its test fails, its picture is kept."""
    context = browser.new_context(locale="zh-CN")
    page = context.new_page()
    yield page
    if request.node.stash.get(failed, False):
        picture(page, request.node.name)
    context.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.when == "call":
        item.stash[failed] = report.failed
    return report


def picture(page: Page, name: str) -> None:
    """Keep a picture of the page where people look for it after a run."""
    name = re.sub(r"[^\w-]+", "-", name)
    page.screenshot(path=ARTEFACTS / f"{name}.png", full_page=True)


def build_index(environment: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "flask", "build-index"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def address_once_healthy(gunicorn: subprocess.Popen[bytes], log: Path) -> str:
    """Where gunicorn listens, as soon as /healthz says an index is served."""
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and gunicorn.poll() is None:
        listening = re.search(r"Listening at: (http://[\d.:]+)", log.read_text(encoding="utf-8"))
        if listening and is_healthy(listening[1]):
            return listening[1]
        time.sleep(0.1)
    raise AssertionError(f"gunicorn did not become healthy:\n{log.read_text(encoding='utf-8')}")


def is_healthy(address: str) -> bool:
    try:
        with urlopen(f"{address}/healthz", timeout=5) as answer:  # noqa: S310
            return bool(answer.status == 200)
    except HTTPError as refusal:
        refusal.close()
        return False
    except OSError:  # it does not listen, or is too busy starting to reply
        return False
