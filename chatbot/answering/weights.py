"""The numbers that decide, read once from evidence/weights.toml: rules measure, the file weighs."""

import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path

WEIGHTS = Path(str(files("chatbot.answering").joinpath("evidence", "weights.toml")))


def weights(table: str) -> dict[str, float]:
    """The numbers of a table by name; KeyError for a table that is not there."""
    return _tables()[table]


def weight(table: str, name: str) -> float:
    return weights(table)[name]


def limit(name: str) -> int:
    """A count: characters, words, passages or years."""
    return int(weight("limits", name))


def trust(name: str) -> tuple[float, float, float]:
    """What a word counts in the nearest of three surroundings, in the next, in the last."""
    nearest, next_one, last = tomllib.loads(WEIGHTS.read_text(encoding="utf-8"))["around"][name]
    return float(nearest), float(next_one), float(last)


@cache
def _tables() -> dict[str, dict[str, float]]:
    tables: dict[str, dict[str, float]] = tomllib.loads(WEIGHTS.read_text(encoding="utf-8"))
    return tables
