"""Twenty drafts in one batch while citizens ask -> how long the batch takes, and who waits longest.

    python -m benchmarks.desk.many [LAWS] [--drafts N] [--windows N]

Starts the real service under gunicorn, on 100 laws of LAWS (passages {id, title, text}, gzip'ed)
or on plan_texts. Two citizens ask for pages without a pause, first alone, then while N drafts of
3,000 characters, Word files, are checked one a request as the page's script does it, in so many
windows at once. Exit code 1 when a citizen waits longer than a second meanwhile.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

from benchmarks.browser.serving import served
from benchmarks.desk.client import NAME, PASSWORD, Client, signed_in
from benchmarks.desk.load import draft_of, plans_of, questions_of
from chatbot.files.made import Made
from chatbot.files.word_file import WordFile
from chatbot.records.staff.accounts import Role
from chatbot.records.staff.staff import Staff

_CITIZENS, _ALONE = 2, 5.0  # seconds
_LONGEST = 1000  # milliseconds


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("laws", type=Path, nargs="?")
    parser.add_argument("--drafts", type=int, default=20)
    parser.add_argument("--windows", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        plans = plans_of(options.laws, Path(folder)) if options.laws else Path("plan_texts")
        os.environ |= {"PLANBOT_PLANS": str(plans), "PLANBOT_DATA": str(Path(folder) / "data")}
        subprocess.run([sys.executable, "-m", "flask", "build-index"], check=True)
        Staff(Path(folder) / "data" / "staff.db").add(NAME, Role.REVIEWER, PASSWORD)
        with served() as address:
            staff = signed_in(address)
            for _ in range(8):  # every worker has answered and checked
                staff.check(draft_of(plans)), staff.ask("施行日期是哪一天？")
            return _measure(staff, plans, options.drafts, options.windows)


def _measure(staff: Client, plans: Path, drafts: int, windows: int) -> int:
    alone, _ = _while_asked(staff, plans, lambda: time.sleep(_ALONE))
    _write(f"citizens alone          {_told(alone)}")
    files = _files(draft_of(plans), drafts)
    shares = [dict(list(files.items())[start::windows]) for start in range(windows)]
    with ThreadPoolExecutor(windows) as pool:
        sent = time.perf_counter()
        batches = list(
            pool.map(lambda share: staff.send_files("/desk/wording/many", share), shares)
        )
        _write(f"sent in {time.perf_counter() - sent:.1f} s")
        beside, seconds = _while_asked(
            staff, plans, lambda: list(pool.map(lambda batch: _check_all(staff, batch), batches))
        )
    _write(f"citizens beside a batch {_told(beside)}")
    _write(f"{drafts} drafts in {windows} window(s): {seconds:.1f} s")
    _write(f"slowest citizen answer: {max(beside):.0f} ms")
    return int(max(beside) > _LONGEST)


def _files(draft: str, count: int) -> dict[str, bytes]:
    """Word files of one length, no two alike."""
    files = {}
    for number in range(count):
        file = WordFile(f"文稿 {number}", Made("bench", datetime.now(UTC)))
        place = number * len(draft) // count
        for line in (draft[place:] + draft[:place]).split("\n"):
            file.paragraph(line)
        files[f"{number}.docx"] = file.content()
    return files


def _check_all(staff: Client, batch: str) -> None:
    while "data-goes-on" in staff.page(batch):
        staff.press(f"{batch}/next")
    assert "都办完了" in staff.page(batch)  # noqa: S101  else there is nothing to measure
    assert "没有核对成" not in staff.page(batch)  # noqa: S101


def _while_asked(
    staff: Client, plans: Path, work: Callable[[], object]
) -> tuple[list[float], float]:
    """The milliseconds of each page that citizens asked for meanwhile, and the work's seconds."""
    over, citizen = Event(), Client(staff.address, staff.opener)

    def ask(skip: int) -> list[float]:
        questions, times = questions_of(plans), list[float]()
        for _ in range(skip):
            next(questions)
        while not over.is_set():
            times.append(citizen.ask_page(next(questions)))
        return times

    with ThreadPoolExecutor(_CITIZENS) as pool:
        asked = [pool.submit(ask, number) for number in range(_CITIZENS)]
        begun = time.perf_counter()
        try:
            work()
        finally:
            over.set()
        seconds = time.perf_counter() - begun
    return [milliseconds for one in asked for milliseconds in one.result()], seconds


def _told(times: list[float]) -> str:
    middle, late = statistics.median(times), statistics.quantiles(times, n=1000)[-1]
    told = f"median {middle:.0f} ms, 99.9 % within {late:.0f} ms, slowest {max(times):.0f} ms"
    return f"{told} ({len(times)} pages)"


def _write(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
