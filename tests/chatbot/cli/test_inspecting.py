"""Inspecting a file shows what would be made of it, and changes nothing."""

from pathlib import Path

from tests.chatbot.cli.desk import Desk, assert_refused

PLAN = "字号：大 中 小\n梅州市养老服务规划\n一、任务\n（一）机构\n建设。\n（三）居家\n改造。"


def test_removed_lines_facts_outline_and_doubts_are_shown(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "new.txt"
    file.write_text(PLAN, encoding="utf-8")
    done = desk.run("inspect", file)
    assert done.exit_code == 0, done.output
    for shown in ("字号：大 中 小", "标题：梅州市养老服务规划", "（一）机构", "之前缺第 2 项"):
        assert shown in done.output
    assert [plan.name for plan in desk.plans.iterdir()] == ["a.txt"]
    assert desk.current() == ""


def test_the_real_plans_are_inspected_without_a_fault(desk: Desk, plans: Path) -> None:
    for file in plans.glob("*.txt"):
        done = desk.run("inspect", file)
        assert done.exit_code == 0, done.output
        assert "标题：" in done.output


def test_a_file_without_words_is_refused(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    assert_refused(desk.run("inspect", tmp_path / "empty.txt"), "empty.txt")
