"""Asking and checking drafts at once -> how much each slows the other, beyond its share of the CPU.

    python -m benchmarks.desk.load [LAWS] [--seconds N]

Starts the real service under gunicorn, on 100 laws of LAWS (passages {id, title, text}, gzip'ed)
or on plan_texts. The first check after the start is timed, then asking and checking 3,000
characters: each alone, beside a copy of the other outside the service (what sharing the CPU costs
anyway), and beside the other in the service. Exit code 1 when the last is much worse than that.
"""

import argparse
import itertools
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Event

from benchmarks.browser.serving import served
from benchmarks.desk.client import NAME, PASSWORD, Client, memory, signed_in
from benchmarks.wording import first_laws
from chatbot.records.staff.accounts import Role
from chatbot.records.staff.staff import Staff
from chatbot.services import Services, make_services
from chatbot.settings import Settings

_PLANS = Path("plan_texts")
_DRAFT = 3000  # characters
_WORST = 1.5  # times what sharing the CPU costs
_BUSY = """
import sys
from benchmarks.desk.load import busy_checking, busy_asking
{"check": busy_checking, "ask": busy_asking}[sys.argv[1]]()
"""


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("laws", type=Path, nargs="?")
    parser.add_argument("--seconds", type=float, default=10.0, help="for each measure")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        plans = plans_of(options.laws, Path(folder)) if options.laws else _PLANS
        os.environ |= {"PLANBOT_PLANS": str(plans), "PLANBOT_DATA": str(Path(folder) / "data")}
        subprocess.run([sys.executable, "-m", "flask", "build-index"], check=True)
        Staff(Path(folder) / "data" / "staff.db").add(NAME, Role.REVIEWER, PASSWORD)
        _first_checks(plans)
        with served() as address:
            client = signed_in(address)
            for _ in range(8):  # every worker has answered and checked
                client.check(draft_of(plans)), client.ask("施行日期是哪一天？")
            return _measure(client, plans, options.seconds)


def plans_of(laws: Path, folder: Path) -> Path:
    """A folder of plans made of 100 laws."""
    plans = folder / "plans"
    plans.mkdir()
    for law in first_laws(laws):
        (plans / f"{law.id.replace('/', '-')}.txt").write_text(law.text, encoding="utf-8")
    return plans


def draft_of(plans: Path) -> str:
    """3,000 characters: sentences of the plans, a character altered now and then."""
    texts = (file.read_text(encoding="utf-8") for file in sorted(plans.glob("*.txt")))
    whole = "".join(text[400:3400] for text in itertools.islice(texts, 30))
    whole = "".join(whole[place : place + 200] + "。" for place in range(0, len(whole), 3000))
    whole = (whole * (1 + _DRAFT // len(whole)))[:_DRAFT]
    return "".join("某" if n % 60 == 0 else sign for n, sign in enumerate(whole))


def questions_of(plans: Path) -> Iterator[str]:
    """Words of the plans, asked for one after another."""
    texts = [file.read_text(encoding="utf-8") for file in sorted(plans.glob("*.txt"))]
    asked = [f"{text[place : place + 12]}是怎么规定的？" for text in texts for place in (500, 900)]
    return itertools.cycle(one.replace("\n", "") for one in asked)


def _first_checks(plans: Path) -> None:
    """How long the first checks after a start take, and what the service holds in memory."""
    begun = time.perf_counter()
    with served() as address:
        _write(f"started in {time.perf_counter() - begun:.1f} s")
        client = signed_in(address)
        before = memory()
        times = [client.check(draft_of(plans)) for _ in range(8)]
        shown = " ".join(f"{one:.0f}" for one in times)
        _write(f"checks after a start, one by one (ms): {shown}")
        _write(f"memory of the service: {before:.0f} MB at first, {memory():.0f} MB after them")


def _measure(client: Client, plans: Path, seconds: float) -> int:
    questions, draft = questions_of(plans), draft_of(plans)

    def ask() -> float:
        return client.ask(next(questions))

    def check() -> float:
        return client.check(draft)

    worst = 0.0
    for name, measured, other, kind in (("ask", ask, check, "check"), ("check", check, ask, "ask")):
        alone = _times(measured, seconds)
        with _outside(kind):
            shared = _times(measured, seconds)
        with _beside(other):
            beside = _times(measured, seconds)
        rows = {"alone": alone, "CPU shared": shared, "in the service": beside}
        for where, times in rows.items():
            slower = statistics.median(times) / statistics.median(alone)
            _write(f"{name:6} {where:16} {_told(times)}  x{slower:.2f}")
        ratio = statistics.median(beside) / statistics.median(shared)
        worst = max(worst, ratio)
        _write(f"{name:6} beyond its share of the CPU: x{ratio:.2f}\n")
    return int(worst > _WORST)


def _times(measured: Callable[[], float], seconds: float) -> list[float]:
    until = time.perf_counter() + seconds
    times = [measured()]
    while time.perf_counter() < until:
        times.append(measured())
    return times


@contextmanager
def _beside(other: Callable[[], float]) -> Iterator[None]:
    over = Event()

    def again() -> None:
        while not over.is_set():
            other()

    with ThreadPoolExecutor() as pool:
        done = pool.submit(again)
        try:
            yield
        finally:
            over.set()
            done.result()


@contextmanager
def _outside(kind: str) -> Iterator[None]:
    busy = subprocess.Popen(  # noqa: S603  ourselves
        [sys.executable, "-c", _BUSY, kind], stdout=subprocess.PIPE
    )
    try:
        assert busy.stdout  # noqa: S101  for mypy: it is piped
        busy.stdout.readline()
        yield
    finally:
        busy.kill()
        busy.wait()


def busy_checking() -> None:
    """Check drafts for ever in this process."""
    services, draft = _services(), draft_of(Path(os.environ["PLANBOT_PLANS"]))
    services.desk.check(draft)
    _write("ready")
    while True:
        services.desk.check(draft)


def busy_asking() -> None:
    """Answer questions for ever in this process."""
    services = _services()
    questions = questions_of(Path(os.environ["PLANBOT_PLANS"]))
    services.answer(next(questions))
    _write("ready")
    while True:
        services.answer(next(questions))


def _services() -> Services:
    services = make_services(Settings.from_environment())
    services.shelf.warm_up()
    return services


def _told(times: list[float]) -> str:
    middle = statistics.median(times)
    late = statistics.quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
    return f"median {middle:7.1f} ms  p95 {late:7.1f} ms  ({len(times)} times)"


def _write(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
