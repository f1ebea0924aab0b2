"""flask questions: the operator lists what was asked, and takes it away as a workbook."""

import zipfile
from pathlib import Path

import pytest

from chatbot.records.asked.questions import Records
from chatbot.records.staff.audit import FILE, OPERATOR, Action
from chatbot.records.staff.staff import Staff
from tests.chatbot.cli.desk import Desk, assert_refused
from tests.chatbot.records.writing import refusal


@pytest.fixture
def asked(desk: Desk) -> Records:
    records = Records(desk.data / "records.db", lambda: "2026-01-02T03:04:05+00:00")
    for question in ("高龄津贴多少？", "高龄津贴多少？", "=1+1"):
        records.keep_question(question, refusal(question))
    return records


def test_questions_are_listed_with_their_count_and_outcome(desk: Desk, asked: Records) -> None:
    assert "2 次\t没有找到\t高龄津贴多少？" in desk.run("questions", "list").output
    assert desk.run("questions", "list", "--outcome", "answered").output == ""
    assert desk.run("questions", "list", "--first", "2026-01-03").output == ""
    assert "津贴" in desk.run("questions", "list", "--last", "2026-01-02").output
    asked.handle("高龄津贴多少？", "王芳", "")
    assert "津贴" not in desk.run("questions", "list", "--unhandled").output


@pytest.mark.usefixtures("asked")
def test_questions_are_exported_as_a_workbook(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "提问.xlsx"
    assert_refused(desk.run("questions", "export", file), "build-index")
    desk.run("build-index")
    done = desk.run("questions", "export", file)
    assert done.exit_code == 0, done.output
    assert "已导出 2 个问题" in done.output
    entry = Staff(desk.data / FILE).trail(1)[0]
    assert (entry.who, entry.action) == (OPERATOR, Action.QUESTIONS_EXPORTED)
    with zipfile.ZipFile(file) as book:
        assert "高龄津贴多少？".encode() in book.read("xl/sharedStrings.xml")
