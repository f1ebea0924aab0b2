"""Every rule has its weight, every weight its rule, and every number is read somewhere."""

import tomllib

from chatbot.answering.evidence.rules import RULES, weighed_rules
from chatbot.answering.weights import WEIGHTS, weights
from tools.sources import ROOT, source_files

TABLES = ("rules", "fixed")


def test_rules_and_weights_name_each_other_once() -> None:
    weighed = [name for table in TABLES for name in weights(table)]
    assert sorted(weighed) == sorted(rule.name for rule in RULES)


def test_a_rule_has_a_name_and_a_sentence_of_its_own() -> None:
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names)
    assert all(rule.told for rule in RULES)
    assert len({rule.told for rule in RULES}) == len(RULES)


def test_each_rule_is_weighed_in_order_by_the_number_of_its_name() -> None:
    told = {**weights("rules"), **weights("fixed")}
    assert weighed_rules() == tuple((rule, told[rule.name]) for rule in RULES)


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
