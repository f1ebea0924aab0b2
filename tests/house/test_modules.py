"""Every module says what it is for, stays small and has a name that means something."""

import ast
from collections import Counter
from pathlib import Path

import pytest

from tools.sources import ROOT, caption, relative, source_files

MODULES = list(source_files(".py"))
SIZED = list(source_files(".py", ".js", ".css", ".html"))
LINES_IN_A_MODULE = 250
LINES_IN_A_FUNCTION = 45
EMPTY_NAMES = frozenset("base common data helper helpers manager misc util utils".split())

each_module = pytest.mark.parametrize("module", MODULES, ids=relative)


@each_module
def test_a_module_opens_with_a_one_line_caption(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    first = next((line for line in text.splitlines() if not line.startswith("#!")), "")
    assert caption(module), f"{relative(module)} has no docstring; say in one line what it is for"
    assert first.startswith(('"""', 'r"""')), f"{relative(module)} opens with {first!r}"
    assert caption(module) in first, f"the caption of {relative(module)} begins on its second line"


def test_no_two_modules_share_a_caption() -> None:
    counted = Counter(caption(module) for module in MODULES)
    assert [text for text, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("file", SIZED, ids=relative)
def test_a_module_fits_in_250_lines(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= LINES_IN_A_MODULE


@each_module
def test_a_function_fits_on_one_screen(module: Path) -> None:
    too_long = [
        f"{node.name}: {length(node)} lines"
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and length(node) > LINES_IN_A_FUNCTION
    ]
    assert too_long == []


def test_no_module_has_a_name_that_says_nothing() -> None:
    named = [path for path in SIZED if EMPTY_NAMES & set(path.relative_to(ROOT).parts[:-1])]
    named += [path for path in SIZED if path.stem in EMPTY_NAMES]
    assert [relative(path) for path in named] == []


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1
