"""Every rule has its weight, every weight its rule, and every number is read somewhere."""

import tomllib

from chatbot.answering.evidence.rules import RULES, rules_in
from chatbot.answering.understanding.kinds import Kind
from chatbot.answering.weights import WEIGHTS, weights
from tools.sources import ROOT, source_files

TABLES = ("answer", "fixed", "choice")


def test_rules_and_weights_name_each_other() -> None:
    weighed = {name for table in TABLES for name in weights(table)} - {"constant"}
    assert {rule.name for rule in RULES} == weighed


def test_a_rule_has_a_name_and_a_sentence_of_its_own() -> None:
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names)
    assert all(rule.told for rule in RULES)


def test_a_rule_for_some_kinds_of_questions_is_asked_for_no_other() -> None:
    asked = {
        kind: {rule.name for rule, _ in rules_in("choice", kind, is_named=False)} for kind in Kind
    }
    assert "defines" in asked[Kind.DEFINITION] - asked[Kind.WHEN]
    assert all("covers" in names for names in asked.values())


def test_every_other_number_is_read_by_some_module() -> None:
    code = "".join(
        file.read_text(encoding="utf-8")
        for file in source_files(".py", under=ROOT / "chatbot" / "answering")
    )
    tables = tomllib.loads(WEIGHTS.read_text(encoding="utf-8"))
    unread = [
        f"{table}.{name}"
        for table, numbers in tables.items()
        for name in numbers
        if table not in TABLES and f'"{name}"' not in code
    ]
    assert unread == []
