"""The set phrases at the command line: a line each, or JSON with every place."""

import json

from tests.chatbot.cli.desk import Desk

FIVE = "大救助、大养老、大儿童保障、大慈善、大社会治理"


def test_each_phrase_is_a_line_with_its_counts(real_desk: Desk) -> None:
    done = real_desk.run("phrases")
    assert done.exit_code == 0, done.output
    lines = done.output.splitlines()
    assert "3 处\t2 份文件\t民政为民、民政爱民" in lines
    assert {f"1 处\t1 份文件\t{term}" for term in ("两个维护", "四个意识", "一核四社")} <= {*lines}
    assert f"3 处\t1 份文件\t{FIVE}" in lines


def test_the_json_holds_every_place(real_desk: Desk) -> None:
    found = json.loads(real_desk.run("phrases", "--json", "--text", "一核四社").output)
    (phrase,) = found["phrases"]
    (place,) = phrase["places"]
    assert (phrase["text"], phrase["count"], place["quote"]) == ("一核四社", 1, "一核四社")
    assert f"?start={place['start']}&end={place['end']}&sha256=" in place["url"]
    assert found["variants"] == []


def test_finding_nothing_is_said(real_desk: Desk) -> None:
    assert real_desk.run("phrases", "--text", "没有这个").output == "没有这样的提法。\n"
