"""Taking plans in: file, catalogue and index together, or nothing of it."""

from pathlib import Path

import pytest

from index.catalogue import read_catalogue
from tests.chatbot.cli.desk import HEADER, PLAN, Desk, assert_refused

TITLE = "梅州市养老服务“十四五”规划(征求意见稿)"


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """A plan that is not in the folder of plans yet."""
    file = tmp_path / "new.txt"
    file.write_text(f"{TITLE}\n{PLAN}\n三、保障\n加强智慧应用。", encoding="utf-8")
    return file


def test_a_plan_is_copied_described_and_served(desk: Desk, new: Path) -> None:
    done = desk.run("add-plan", new)
    assert done.exit_code == 0, done.output
    assert (desk.plans / "new.txt").read_bytes() == new.read_bytes()
    rows = {row.file: row for row in read_catalogue(desk.plans) or ()}
    assert set(rows) == {"a.txt", "new.txt"}, "the plan that was there before has its row too"
    assert (rows["new.txt"].title, rows["new.txt"].status) == (TITLE, "征求意见稿")
    assert TITLE in desk.run("ask", "怎么加强智慧应用？").output


def test_a_faulty_file_among_good_ones_changes_nothing(
    desk: Desk, new: Path, tmp_path: Path
) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    assert_refused(desk.run("add-plan", new, empty), "empty.txt")
    assert [file.name for file in desk.plans.iterdir()] == ["a.txt"]
    assert desk.current() == ""


def test_another_plan_of_the_same_name_is_refused_unless_it_is_to_replace(
    desk: Desk, tmp_path: Path
) -> None:
    other = tmp_path / "a.txt"
    other.write_text(f"{TITLE}\n{PLAN}", encoding="utf-8")
    assert_refused(desk.run("add-plan", other), "a.txt", "--replace")
    assert (desk.plans / "a.txt").read_text(encoding="utf-8") == PLAN
    assert desk.run("add-plan", other, "--replace").exit_code == 0
    assert (desk.plans / "a.txt").read_bytes() == other.read_bytes()


def test_two_files_of_one_name_are_not_taken_for_one(desk: Desk, new: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    twin = tmp_path / "other" / "new.txt"
    twin.write_text(PLAN, encoding="utf-8")
    assert_refused(desk.run("add-plan", new, twin), "new.txt")


def test_what_staff_wrote_in_the_catalogue_is_kept(desk: Desk, new: Path) -> None:
    row = "a.txt,自己写的标题,民政局,梅州市,2021-2025,草案,2021-09-18,,true\n"
    (desk.plans / "catalogue.csv").write_text(HEADER + row, encoding="utf-8")
    before = read_catalogue(desk.plans)
    assert desk.run("add-plan", new).exit_code == 0
    after = read_catalogue(desk.plans)
    assert before and after
    assert after[0] == before[0]
