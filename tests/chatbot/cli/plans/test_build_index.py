"""Building the index: once for the same plans, whole or not at all."""

from pathlib import Path

import pytest

from tests.chatbot.cli.desk import HEADER, PLAN, Desk, assert_refused


def test_an_index_is_built_once_and_not_again_for_the_same_plans(desk: Desk) -> None:
    first = desk.run("build-index")
    assert first.exit_code == 0, first.output
    generation = desk.data / "generations" / desk.current() / "generation.db"
    written = generation.stat().st_mtime_ns
    again = desk.run("build-index")
    assert again.exit_code == 0
    assert "没有变化" in again.output
    assert generation.stat().st_mtime_ns == written


def test_force_builds_again_and_a_changed_plan_is_noticed(desk: Desk) -> None:
    desk.run("build-index")
    before = desk.current()
    assert "已建立索引" in desk.run("build-index", "--force").output
    assert desk.current().partition(".")[0] == before, "the same plans give the same generation"
    (desk.plans / "a.txt").write_text(PLAN + "\n三、保障措施", encoding="utf-8")
    assert "已建立索引" in desk.run("build-index").output
    assert desk.current() != before


def test_other_folders_can_be_named_on_the_command_line(desk: Desk, tmp_path: Path) -> None:
    other = tmp_path / "other"
    done = desk.run("build-index", "--plans", str(desk.plans), "--data", str(other))
    assert done.exit_code == 0, done.output
    assert (other / "CURRENT").exists()
    assert not (desk.data / "CURRENT").exists()


def test_a_faulty_folder_is_refused_and_the_old_index_stays(desk: Desk) -> None:
    desk.run("build-index")
    before = desk.current()
    (desk.plans / "b.txt").write_bytes(b"")
    (desk.plans / "c.txt").write_bytes(b"\xff\xff\xff\xff")
    (desk.plans / "catalogue.csv").write_text(HEADER + "gone.txt,,,,,,,,\n", encoding="utf-8")
    assert_refused(desk.run("build-index"), "a.txt", "b.txt", "c.txt", "gone.txt", "请")
    assert desk.current() == before
    assert desk.run("ask", "大养老体系怎么建？").exit_code == 0


@pytest.mark.parametrize("row", ["a.txt,,,,,,soon,,\n", "a.txt,,,,,,,,perhaps\n", ",,,,,,,,\n"])
def test_a_faulty_catalogue_is_refused(desk: Desk, row: str) -> None:
    (desk.plans / "catalogue.csv").write_text(HEADER + row, encoding="utf-8")
    assert_refused(desk.run("build-index"), "catalogue.csv", "第 2 行")
    assert not (desk.data / "CURRENT").exists()


def test_a_missing_or_empty_folder_of_plans_is_refused(desk: Desk, tmp_path: Path) -> None:
    assert_refused(Desk(tmp_path / "nowhere", desk.data).run("build-index"), "nowhere")
    (desk.plans / "a.txt").unlink()
    assert_refused(desk.run("build-index"), "没有规划文件")


def test_a_damaged_index_is_refused_with_the_command_that_mends_it(desk: Desk) -> None:
    desk.run("build-index")
    (desk.data / "generations" / desk.current() / "generation.db").write_bytes(b"")
    assert_refused(desk.run("ask", "大养老体系怎么建？"), "flask build-index --force")
    assert desk.run("build-index", "--force").exit_code == 0
    assert desk.run("ask", "大养老体系怎么建？").exit_code == 0
