"""A service that is warm makes nobody wait: after its start, and after each rebuild."""

import shutil
import time
from pathlib import Path
from threading import Event, Thread

import pytest

from chatbot.app import create_app
from chatbot.services import Services, make_services
from chatbot.settings import Settings
from chatbot.warming import keep_warm, warm_up
from index.errors import IndexNotBuilt
from tests.chatbot.cli.desk import PLAN


def services_in(plans: Path, data: Path) -> Services:
    return make_services(Settings(plans=plans, data=data))


def test_a_warm_service_holds_the_desk_ready(plans: Path, built: Path) -> None:
    services = services_in(plans, built)
    assert services.desk.ready_for == ""
    warm_up(services)
    assert services.desk.ready_for == services.shelf.current().id


def test_without_an_index_there_is_nothing_to_warm(plans: Path, tmp_path: Path) -> None:
    with pytest.raises(IndexNotBuilt):
        warm_up(services_in(plans, tmp_path))


def test_a_rebuilt_index_is_taken_in_before_anybody_asks(built: Path, tmp_path: Path) -> None:
    mine, data = tmp_path / "plans", tmp_path / "data"
    mine.mkdir()
    (mine / "old.txt").write_text(PLAN, encoding="utf-8")
    shutil.copytree(built / "cache", data / "cache")
    commands = create_app(Settings(plans=mine, data=data)).test_cli_runner()
    assert commands.invoke(args=["build-index"]).exit_code == 0
    services, over = services_in(mine, data), Event()
    warm_up(services)
    before = services.desk.ready_for
    watch = Thread(target=keep_warm, args=(services, over, 0.01))
    watch.start()
    try:
        (mine / "new.txt").write_text(f"新规划\n{PLAN}", encoding="utf-8")
        assert commands.invoke(args=["build-index"]).exit_code == 0
        until = time.monotonic() + 20
        while services.desk.ready_for == before and time.monotonic() < until:
            time.sleep(0.01)
    finally:
        over.set()
        watch.join()
    assert services.desk.ready_for == services.shelf.current().id != before
