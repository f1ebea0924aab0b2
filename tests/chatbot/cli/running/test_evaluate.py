"""Evaluating prints the table, and names the line that it cannot read."""

import json
from pathlib import Path

from tests.chatbot.cli.desk import Desk, assert_refused

GOLD = Path(__file__).resolve().parents[3] / "gold" / "questions.jsonl"


def test_evaluating_prints_the_table(real_desk: Desk, tmp_path: Path) -> None:
    some = tmp_path / "some.jsonl"
    some.write_text("\n".join(GOLD.read_text(encoding="utf-8").splitlines()[:4]), encoding="utf-8")
    done = real_desk.run("evaluate", str(some), str(some))
    assert done.exit_code == 0, done.output
    table = dict(line.split(maxsplit=1) for line in done.stdout.splitlines() if line.strip())
    assert table["questions"] == "8"
    assert table["verbatim"] == "1.0"
    assert 0 <= float(table["right"]) <= 1


def test_a_bad_question_file_is_refused_with_its_line(real_desk: Desk, tmp_path: Path) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"id": "q1"}\n', encoding="utf-8")
    assert_refused(real_desk.run("evaluate", str(bad)), "bad.jsonl", "第 1 行")


def test_an_empty_question_file_measures_nothing(real_desk: Desk, tmp_path: Path) -> None:
    empty = tmp_path / "empty.jsonl"
    empty.touch()
    done = real_desk.run("evaluate", str(empty))
    assert done.exception is None or isinstance(done.exception, SystemExit)


def test_without_an_index_evaluating_names_the_command_to_run(desk: Desk) -> None:
    assert_refused(desk.run("evaluate", GOLD), "flask build-index")


def test_wrong_answers_are_listed_when_asked_for(real_desk: Desk, tmp_path: Path) -> None:
    impossible = {"id": "q9", "kind": "fact", "turns": ["大养老体系怎么建？"], "answerable": True}
    file = tmp_path / "one.jsonl"
    right, *_ = GOLD.read_text(encoding="utf-8").splitlines()
    wrong = json.dumps(impossible | {"evidence": ["没有这句话"]})
    file.write_text(f"{wrong}\n{right}", encoding="utf-8")
    assert json.loads(right)["id"] not in real_desk.run("evaluate", file, "--show-wrong").stdout
    assert "q9" in real_desk.run("evaluate", file, "--show-wrong").stdout
    assert "q9" not in real_desk.run("evaluate", file).stdout
