"""Every module says what it is for, stays small and has a name that means something."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.offenders import assert_nobody
from tools.sources import ROOT, caption, parsed, read, relative, source_files

MODULES = list(source_files(".py"))
SIZED = list(source_files(".py", ".js", ".css", ".html"))
LINES_IN_A_MODULE = 250
LINES_IN_A_FUNCTION = 45
EMPTY_NAMES = frozenset("base common data helper helpers manager misc util utils".split())


def test_a_module_opens_with_a_one_line_caption() -> None:
    faults = ((module, caption_fault(module)) for module in MODULES)
    assert_nobody(f"{relative(module)} {fault}" for module, fault in faults if fault)


@pytest.mark.parametrize(
    "code",
    [
        "x = 1\n",
        '# A comment first.\n"""Then a caption."""\n',
        '"""\nThe caption on the second line."""\n',
        "'''A caption in other quotes.'''\n",
    ],
)
def test_a_module_without_a_caption_is_noticed(code: str, tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text(code, encoding="utf-8")
    assert caption_fault(module)


def test_no_two_modules_share_a_caption() -> None:
    counted = Counter(caption(module) for module in MODULES)
    assert_nobody(text for text, times in counted.items() if times > 1)


def test_a_module_fits_in_250_lines() -> None:
    counted = {file: len(read(file).splitlines()) for file in SIZED}
    too_long = {file: lines for file, lines in counted.items() if lines > LINES_IN_A_MODULE}
    assert_nobody(f"{relative(file)}: {lines} lines" for file, lines in too_long.items())


def test_a_function_fits_on_one_screen() -> None:
    assert_nobody(
        f"{relative(module)}, {name}: {lines} lines"
        for module in MODULES
        for name, lines in functions(parsed(module))
        if lines > LINES_IN_A_FUNCTION
    )


def test_the_lines_of_every_function_are_counted() -> None:
    code = "class A:\n    async def b():\n        def c():\n            pass\n\n        return 1\n"
    assert list(functions(ast.parse(code))) == [("b", 5), ("c", 2)]


def test_no_module_has_a_name_that_says_nothing() -> None:
    named = [path for path in SIZED if EMPTY_NAMES & set(path.relative_to(ROOT).parts[:-1])]
    named += [path for path in SIZED if path.stem in EMPTY_NAMES]
    assert_nobody(map(relative, named))


def caption_fault(module: Path) -> str:
    """What is wrong with how a module opens; empty when nothing is."""
    first = next((line for line in read(module).splitlines() if not line.startswith("#!")), "")
    if not caption(module):
        return "has no docstring; say in one line what it is for"
    if not first.startswith(('"""', 'r"""')):
        return f"opens with {first!r}"
    return "" if caption(module) in first else "has a caption that begins on its second line"


def functions(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """The name of each function, method and inner function, and its lines."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1
