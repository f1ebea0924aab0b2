"""Building the index: once for the same plans, whole or not at all."""

from pathlib import Path

import pytest

from chatbot.cli.plans.build_index import SOME_LEFT_OUT
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


def test_a_faulty_file_is_named_and_the_rest_is_served(desk: Desk) -> None:
    (desk.plans / "b.txt").write_bytes(b"")
    (desk.plans / "c.docx").write_bytes(b"PK\x03\x04")
    done = desk.run("build-index")
    assert done.exit_code == SOME_LEFT_OUT == 3
    first, *faults = done.stderr.splitlines()[-3:]
    assert "有 2 个文件没有收入" in first
    assert [fault.split("：")[0].strip() for fault in faults] == ["b.txt", "c.docx"]
    assert all("；请" in fault for fault in faults)
    assert "b.txt" not in done.stdout
    assert "1 份文件" in done.stdout
    assert "大养老体系" in desk.run("ask", "大养老体系怎么建？").output


def test_faults_that_are_still_there_are_told_again_and_what_was_mended_is_not(desk: Desk) -> None:
    (desk.plans / "b.txt").touch()
    (desk.plans / "c.txt").touch()
    desk.run("build-index")
    again = desk.run("build-index")
    assert again.exit_code == SOME_LEFT_OUT
    assert "没有变化" in again.stdout
    assert "有 2 个文件" in again.stderr
    (desk.plans / "b.txt").write_text("一、殡葬\n推行节地安葬。", encoding="utf-8")
    mended = desk.run("build-index")
    assert mended.exit_code == SOME_LEFT_OUT
    assert "b.txt" not in mended.stderr
    assert "c.txt" in mended.stderr
    (desk.plans / "c.txt").unlink()
    assert desk.run("build-index").exit_code == 0
    done = desk.run("build-index")
    assert (done.exit_code, done.stderr) == (0, "")


def test_what_the_catalogue_lists_wrongly_is_named_and_leaves_no_file_out(desk: Desk) -> None:
    (desk.plans / "catalogue.csv").write_text(HEADER + "gone.txt,,,,,,,,\n", encoding="utf-8")
    done = desk.run("build-index")
    assert done.exit_code == 0, done.output
    assert "没有收入" not in done.stderr
    for words in ("2 处对不上", "a.txt：", "gone.txt："):
        assert words in done.stderr


@pytest.mark.parametrize("row", ["a.txt,,,,,,soon,,\n", "a.txt,,,,,,,,perhaps\n", ",,,,,,,,\n"])
def test_a_catalogue_that_is_wrong_is_left_out_like_any_other_file(desk: Desk, row: str) -> None:
    (desk.plans / "catalogue.csv").write_text(HEADER + row, encoding="utf-8")
    done = desk.run("build-index")
    assert done.exit_code == SOME_LEFT_OUT
    for words in ("有 1 个文件没有收入", "catalogue.csv 第 2 行", "只用各文件自己写明的"):
        assert words in done.stderr


def test_when_nothing_can_be_read_all_is_named_and_the_old_index_stays(desk: Desk) -> None:
    desk.run("build-index")
    before = desk.current()
    (desk.plans / "a.txt").write_bytes(b"")
    (desk.plans / "b.txt").write_bytes(b"\xff\xff\xff\xff")
    assert_refused(desk.run("build-index"), "a.txt", "b.txt", "请")
    assert desk.current() == before
    assert desk.run("ask", "大养老体系怎么建？").exit_code == 0


def test_the_exit_codes_are_told_where_an_operator_looks(desk: Desk) -> None:
    assert (
        f"{SOME_LEFT_OUT}  已建立索引，但有文件没有收入" in desk.run("build-index", "--help").output
    )


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
