"""The source files of the project, and the caption each module opens with."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# What a checkout does not hold, and the plans of plan_texts and of benchmarks/gold/…/documents:
# those words are not ours to change.
NOT_SOURCE = frozenset(
    ".git .venv wheels instance plan_texts artefacts __pycache__ .hypothesis .import_linter_cache"
    " documents .mypy_cache .pytest_cache .ruff_cache node_modules".split()
)


def source_files(*suffixes: str, under: Path = ROOT) -> Iterator[Path]:
    """The files under a folder, in order; only those with one of the suffixes, if any is given."""
    for path in sorted(under.iterdir()):
        if path.name in NOT_SOURCE:
            continue
        if path.is_dir():
            yield from source_files(*suffixes, under=path)
        elif not suffixes or path.suffix in suffixes:
            yield path


def caption(module: Path) -> str:
    """The first line of the module's docstring; empty when there is none."""
    docstring = ast.get_docstring(parsed(module))
    return docstring.splitlines()[0].strip() if docstring else ""


@cache
def parsed(module: Path) -> ast.Module:
    """The module as a tree; parsed once a process, however many rules ask."""
    return ast.parse(read(module))


@cache
def read(path: Path) -> str:
    """The text of a file; read once a process."""
    return path.read_text(encoding="utf-8")


def relative(path: Path) -> str:
    """The path as the map and the test messages name it: `index/` for its `__init__.py`."""
    return path.relative_to(ROOT).as_posix().removesuffix("__init__.py")
