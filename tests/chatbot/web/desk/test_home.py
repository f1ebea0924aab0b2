"""The first page of the desk: what can be done, and which plan files are not served, and why."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from chatbot.records.staff.accounts import Role
from tests.chatbot.web.conftest import PASSWORD, PLANS, built_app, signed_in
from tests.index.reading import pdf_files

MakeDesk = Callable[[], FlaskClient]


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    return Path(shutil.copytree(PLANS, tmp_path / "plans"))


@pytest.fixture
def desk(plans: Path, tmp_path: Path) -> MakeDesk:
    """A reviewer's browser at a desk that serves this folder of plans."""

    def made() -> FlaskClient:
        app = built_app(plans, tmp_path / "data")
        app.extensions["planbot"].staff.add("reviewer", Role.REVIEWER, PASSWORD)
        return signed_in(app, "reviewer")

    return made


def test_a_file_that_was_left_out_is_named_with_the_reason_and_the_remedy(
    plans: Path, desk: MakeDesk
) -> None:
    pdf_files.of_pages(plans, lambda canvas: canvas.rect(90, 90, 300, 500))
    page = desk().get("/desk").text
    assert "有 1 个规划文件没有收入" in page
    assert "规划.pdf：是扫描件，没有文字层；请用文字识别软件" in page


def test_a_row_without_a_file_is_told_as_what_does_no_harm(plans: Path, desk: MakeDesk) -> None:
    catalogue = plans / "catalogue.csv"
    row = "没有的.txt,没有的规划,,,,,,,\n"
    catalogue.write_text(catalogue.read_text("utf-8") + row, encoding="utf-8")
    page = desk().get("/desk").text
    assert "目录和文件有 1 处对不上" in page
    assert "没有的.txt：catalogue.csv 里有它" in page


def test_a_whole_shelf_says_nothing_of_faults(desk: MakeDesk) -> None:
    page = desk().get("/desk").text
    assert "核对文稿" in page
    assert "没有收入" not in page
    assert "对不上" not in page
