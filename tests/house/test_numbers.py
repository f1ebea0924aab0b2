"""No number that decides stands in the answering rooms: rules measure, weights.toml weighs."""

import ast
from collections.abc import Iterator

import pytest

from tests.house.offenders import assert_nobody
from tools.sources import ROOT, parsed, relative, source_files

PLAIN = (-1, 0, 1, 2)  # the last, none, all or the next, a pair
MOST_ALLOWED = 10

SPEED = "how many results are remembered: makes faster, decides nothing"
ALLOWED = {
    ("chatbot/answering/choosing/attempting.py", 16): SPEED,
    ("chatbot/answering/understanding/contrasts.py", 64): SPEED,
    ("chatbot/answering/evidence/values.py", 64): SPEED,
    ("chatbot/answering/looking/covering.py", 8): SPEED,
    ("chatbot/answering/looking/covering.py", 4096): SPEED,
    ("chatbot/answering/understanding/ages.py", 4096): SPEED,
    ("chatbot/answering/understanding/safety.py", 1024): SPEED,
    ("chatbot/answering/understanding/sayings/", 1024): SPEED,
}

modules = list(source_files(".py", under=ROOT / "chatbot" / "answering"))


def test_no_number_decides_but_in_the_file_of_weights() -> None:
    assert len(ALLOWED) <= MOST_ALLOWED
    assert_nobody(
        f"{relative(module)}:{line}: {number}"
        for module in modules
        for line, number in numbers(parsed(module))
        if (relative(module), number) not in ALLOWED
    )


def test_every_number_that_is_allowed_is_written() -> None:
    written = {
        (relative(module), number) for module in modules for _, number in numbers(parsed(module))
    }
    assert_nobody(
        f"{file}: {number} is allowed and not there"
        for file, number in ALLOWED
        if (file, number) not in written
    )


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("ENOUGH = 0.5", [0.5]),
        ("bound = -3", [-3]),
        ("bound = - 0.5 + 3", [-0.5, 3]),
        ("def f(n: int = 8) -> int: return n + 1", [8]),
        ("@cache(size=16)\ndef f() -> None: ...", [16]),
        ("MOST = 2_000", [2000]),
        ("a, b = x[3] * 4, x[f(5)]", [4]),
        ("match x:\n    case 7: ...", [7]),
    ],
)
def test_a_number_that_decides_is_noticed(code: str, found: list[float]) -> None:
    assert sorted(number for _, number in numbers(ast.parse(code))) == found


@pytest.mark.parametrize(
    "code",
    [
        "x = (-1, 0, 1, 2, 0.0, 1.0)",
        "x = text[3:-4]",
        "x = rows[5][1:10:3]",
        "x: tuple[Literal[3], int]",
        "x = re.compile(r'[0-9]{3,8}')",
        "x = f'{share:.2f} 40'",
        "x = True",
    ],
)
def test_a_number_that_only_counts_along_is_left_alone(code: str) -> None:
    assert list(numbers(ast.parse(code))) == []


def numbers(tree: ast.Module) -> Iterator[tuple[int, int | float]]:
    """The line and value of each number written, with its sign; not the plain ones, nor in [ ]."""
    inside = {
        node
        for place in ast.walk(tree)
        if isinstance(place, ast.Subscript)
        for node in ast.walk(place.slice)
    }
    signs = {
        node.operand: -1
        for node in ast.walk(tree)
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and node not in inside:
            number = signs.get(node, 1) * value(node)
            if number not in PLAIN:
                yield node.lineno, number


def value(literal: ast.Constant) -> int | float:
    """The number a literal writes; nought for what is none, such as a text or True."""
    if isinstance(literal.value, int | float) and not isinstance(literal.value, bool):
        return literal.value
    return 0
