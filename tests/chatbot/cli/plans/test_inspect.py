"""Inspecting a file shows what would be made of it, and changes nothing."""

from pathlib import Path

import pytest

from tests.chatbot.cli.desk import Desk, assert_refused
from tests.index.indicators import word_file

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


def inspected(desk: Desk, file: Path, text: str) -> str:
    file.write_text(text, encoding="utf-8")
    done = desk.run("inspect", file)
    assert done.exit_code == 0, done.output
    return done.output


def test_the_outline_is_drawn_as_a_tree_with_the_length_of_each_text(
    desk: Desk, tmp_path: Path
) -> None:
    text = (
        "云山市殡葬管理办法\n第一章 总则\n第一条 应当备案。\n第二章 附则\n第二条 自发布之日起施行。"
    )
    shown = inspected(desk, tmp_path / "a.txt", text).splitlines()
    assert "  第一章 总则" in shown
    assert "    第一条（5 字）" in shown
    assert "    第二条（9 字）" in shown
    assert not any("缺第" in line for line in shown)


def test_facts_that_a_file_does_not_state_are_said_to_be_missing(
    desk: Desk, tmp_path: Path
) -> None:
    shown = inspected(desk, tmp_path / "a.txt", PLAN)
    for name in ("文号", "索引号", "成文日期", "施行日期"):
        assert f"{name}：（没有找到）" in shown
    assert "地区：梅州市" in shown


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("云山市养老服务规划\n到规划期末，床位更加充足。", "没有看出任何标题"),
        ("一、任务\n建设养老机构。\n二、保障\n加强领导。", "没有看出标题，暂用文件名"),
        ("云山市养老规划\n一、任务\n" + "建设养老服务站。" * 400, "可能漏看了标题"),
        ("云山市养老规划\n一、任务\n建设\ufffd机构。\n二、保障\n加强\ue000领导。", "U+E000 U+FFFD"),
        ("云山市养老规划\n一、任务\n建设。\n二、保障\n加强。\n四、附则\n施行。", "之前缺第 3 项"),
    ],
)
def test_what_a_person_should_look_at_is_named(
    desk: Desk, tmp_path: Path, text: str, doubt: str
) -> None:
    assert doubt in inspected(desk, tmp_path / "a.txt", text)


def test_the_rows_of_tables_are_counted(desk: Desk, tmp_path: Path) -> None:
    done = desk.run("inspect", word_file(tmp_path))
    assert done.exit_code == 0, done.output
    assert "表格（1）：" in done.output
    assert "表 1：5 行，指标 2020年 2025年 属性" in done.output
    assert "期限：2021-2025" in done.output


def test_each_fact_tells_where_it_was_read_and_trust_falls_with_each_doubt(
    desk: Desk, tmp_path: Path
) -> None:
    whole = (
        "发布日期：2026-03-05\n昆明市养老服务规划\n一、任务\n建设养老机构。\n二、保障\n加强领导。\n"
        "昆明市民政局\n2026年3月1日"
    )
    shown = inspected(desk, tmp_path / "a.txt", whole)
    assert "可信程度：100（满分 100），可以直接用" in shown
    assert "发布日期：2026-03-05（文件信息）" in shown
    assert "成文日期：2026-03-01（正文第 8 行）" in shown
    assert "可信程度：85" in inspected(
        desk, tmp_path / "b.txt", whole[: whole.index("昆明市民")][16:]
    )


def test_what_stands_around_the_text_is_told_of_and_doubted(desk: Desk, tmp_path: Path) -> None:
    text = (
        "---\nurl: www.example.com\n---\n> 昆明市民政局 > 政策文件\n> 本文转载自云山日报。\n"
        "# 居家养老服务办法\n\n第一条 应当备案。\n\n第二条 应当评估。\n\n|床位|8|\n|机构|3|"
    )
    shown = inspected(desk, tmp_path / "a.md", text)
    assert "地区：昆明市（网页上正文以外的文字）" in shown
    assert "正文以外有 1 句话，第一句是“本文转载自云山日报。”。" in shown
    assert "表 1（床位 8）没有看出表头。" in shown


def test_a_file_that_is_mostly_page_is_doubted(desk: Desk, tmp_path: Path) -> None:
    page = "首页 > 政务公开 > 规划\n" + "打印\n关闭\n" * 4
    text = f"{page}云山市养老规划\n一、任务\n建设养老机构。\n二、保障\n加强领导。"
    assert "请看去掉的行" in inspected(desk, tmp_path / "a.txt", text)
