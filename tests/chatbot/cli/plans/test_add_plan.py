"""Taking plans in: file, catalogue and index together, or nothing of it."""

from pathlib import Path

import pytest

from index.intake.catalogue import read_catalogue
from index.intake.folders import Hidden, write_hidden
from tests.chatbot.cli.desk import HEADER, PLAN, Desk, assert_refused
from tests.index.indicators import word_file
from tests.index.reading import pdf_files

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


def test_a_scan_is_taken_in_with_the_text_beside_it(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "scans"
    folder.mkdir()
    scan = pdf_files.of_pages(folder, lambda canvas: canvas.rect(90, 90, 300, 500))
    typed = folder / f"{scan.name}.txt"
    typed.write_text(f"=== 第 1 页 ===\n{TITLE}\n三、保障\n加强智慧应用。", encoding="utf-8")
    done = desk.run("add-plan", scan)
    assert done.exit_code == 0, done.output
    assert (desk.plans / typed.name).read_bytes() == typed.read_bytes()
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


def test_a_replaced_plan_is_described_anew_and_stays_as_official_as_it_was(
    desk: Desk, tmp_path: Path
) -> None:
    row = "a.txt,旧标题,旧机关,梅州市,2016-2020,草案,2016-01-01,https://example.org/a,true\n"
    (desk.plans / "catalogue.csv").write_text(HEADER + row, encoding="utf-8")
    other = tmp_path / "a.txt"
    other.write_text(f"{TITLE}\n{PLAN}", encoding="utf-8")
    assert desk.run("add-plan", other, "--replace").exit_code == 0
    (after,) = read_catalogue(desk.plans) or ()
    assert (after.title, after.status, after.period) == (TITLE, "征求意见稿", "2021-2025")
    assert (after.source_url, after.official) == ("https://example.org/a", True)


def test_a_word_file_is_taken_in_with_its_table(desk: Desk, tmp_path: Path) -> None:
    done = desk.run("add-plan", word_file(tmp_path))
    assert done.exit_code == 0, done.output
    assert "期限：2021-2025" in done.output
    assert "58%" in desk.run("ask", "护理型床位占比2025年的目标是多少？").output


def test_a_plan_that_is_already_in_the_folder_gets_its_row(desk: Desk) -> None:
    done = desk.run("add-plan", desk.plans / "a.txt")
    assert done.exit_code == 0, done.output
    assert [row.file for row in read_catalogue(desk.plans) or ()] == ["a.txt"]
    assert (desk.plans / "a.txt").read_text(encoding="utf-8") == PLAN


def test_the_same_text_under_another_name_is_taken_and_reported(desk: Desk, tmp_path: Path) -> None:
    twin = tmp_path / "twin.txt"
    twin.write_text(PLAN, encoding="utf-8")
    done = desk.run("add-plan", twin)
    assert done.exit_code == 0, done.output
    assert "a.txt、twin.txt 的文字完全相同" in done.output


def test_facts_that_a_plan_does_not_state_are_asked_for(desk: Desk, new: Path) -> None:
    done = desk.run("add-plan", new)
    assert "发布日期：（文件没有写明，请在 catalogue.csv 补上）" in done.output
    assert "地区：梅州市" in done.output


def test_a_faulty_catalogue_is_refused_before_anything_is_copied(desk: Desk, new: Path) -> None:
    (desk.plans / "catalogue.csv").write_text(HEADER + "a.txt,,,,,,soon,,\n", encoding="utf-8")
    assert_refused(desk.run("add-plan", new), "catalogue.csv")
    assert not (desk.plans / "new.txt").exists()


def test_several_plans_are_taken_in_at_once(desk: Desk, new: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("云山市殡葬管理办法\n一、任务\n推行节地安葬。", encoding="utf-8")
    assert desk.run("add-plan", new, other).exit_code == 0
    assert [row.file for row in read_catalogue(desk.plans) or ()] == [
        "a.txt",
        "new.txt",
        "other.txt",
    ]
    assert "节地" in desk.run("ask", "怎么推行节地安葬？").output


@pytest.mark.parametrize("with_catalogue", [False, True])
def test_another_plan_that_cannot_be_read_is_named_and_keeps_none_out(
    desk: Desk, new: Path, with_catalogue: bool
) -> None:
    if with_catalogue:
        (desk.plans / "catalogue.csv").write_text(HEADER + "a.txt,,,,,,,,\n", encoding="utf-8")
    (desk.plans / "b.txt").touch()
    done = desk.run("add-plan", new)
    assert done.exit_code == 0, done.output
    assert "b.txt：文件里没有文字" in done.output
    assert (desk.plans / new.name).exists()
    assert desk.current() != ""


def test_what_the_desk_took_in_or_withdrew_goes_before_it_and_that_is_told(
    desk: Desk, new: Path
) -> None:
    own = desk.data / "plans"
    own.mkdir(parents=True)
    (own / "new.txt").write_text(f"{TITLE}\n{PLAN}", encoding="utf-8")
    assert "new.txt 在工作台收入过，仍以那一份为准" in desk.run("add-plan", new).output
    write_hidden(own, {"new.txt": Hidden()})
    assert "new.txt 在工作台撤下过，仍不使用" in desk.run("add-plan", new).output
