"""A rule of the house is one test that loops: its message names everybody who breaks it."""

from collections.abc import Iterable


def assert_nobody(offenders: Iterable[str]) -> None:
    found = list(offenders)
    assert not found, "\n".join([f"{len(found)} against the rule:", *found])
