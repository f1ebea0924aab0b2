"""What has had its days is deleted while the service runs, though nobody opens the desk."""

import time
from pathlib import Path
from threading import Event, Thread

from chatbot.records.checks import FILE, Checks, Counts, Keeping, NewCheck
from chatbot.services import make_services
from chatbot.settings import Settings
from chatbot.tidying import keep_tidy

LONG_AGO = 1_600_000_000.0


def test_old_papers_go_and_new_ones_stay(tmp_path: Path) -> None:
    services, over = make_services(Settings(data=tmp_path)), Event()
    new = NewCheck("讲话", "王芳", "", "文稿", Counts(), "g1")
    Checks(tmp_path / FILE, Keeping(30, lambda: LONG_AGO)).save(new)
    watch = Thread(target=keep_tidy, args=(services, over, 0.01))
    watch.start()
    try:
        until = time.monotonic() + 20
        while _kept(services.checks) and time.monotonic() < until:
            time.sleep(0.01)
        assert _kept(services.checks) == 0
        services.checks.save(new)
        time.sleep(0.1)
    finally:
        over.set()
        watch.join()
    assert _kept(services.checks) == 1


def _kept(checks: Checks) -> int:
    with checks._database.reading() as database:
        return database.table("checks").count
