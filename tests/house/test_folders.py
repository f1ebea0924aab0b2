"""A module is found by its folder, then by its name: few to a folder, a name once to a room."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

import pytest

from tests.house.offenders import assert_nobody
from tools.sources import ROOT, relative, source_files

MOST_IN_A_FOLDER = 12
MOST_IN = {"index/reading": 14}

modules = [
    PurePosixPath(relative(path))
    for top in ("index", "chatbot", "benchmarks", "tools")
    for path in source_files(".py", under=ROOT / top)
    if path.name != "__init__.py"
]


def test_a_folder_holds_at_most_12_modules() -> None:
    assert_nobody(overfull(modules))


def test_a_name_stands_once_in_a_room() -> None:
    assert_nobody(repeated(modules))


@pytest.mark.parametrize(
    ("folder", "count", "noticed"),
    [
        ("chatbot/told", 13, True),
        ("chatbot/told/words", 13, True),
        ("index/reading", 15, True),
        ("chatbot/told", 12, False),
        ("index/reading", 14, False),
    ],
)
def test_a_folder_that_is_too_full_is_noticed(folder: str, count: int, noticed: bool) -> None:
    assert bool(list(overfull(in_folder(folder, count)))) == noticed


@pytest.mark.parametrize(
    ("paths", "noticed"),
    [
        ("index/spans.py index/reading/spans.py", True),
        ("chatbot/web/ask/page.py chatbot/web/desk/wording/page.py", True),
        ("chatbot/desk/comparing.py chatbot/web/comparing.py chatbot/cli/comparing.py", False),
        ("chatbot/errors.py chatbot/web/errors.py index/errors.py", False),
    ],
)
def test_a_name_that_stands_twice_in_a_room_is_noticed(paths: str, noticed: bool) -> None:
    assert bool(list(repeated(map(PurePosixPath, paths.split())))) == noticed


def overfull(paths: Iterable[PurePosixPath]) -> Iterator[str]:
    """The folders that hold more modules than they may."""
    counts = Counter(str(path.parent) for path in paths)
    for folder, count in sorted(counts.items()):
        bound = MOST_IN.get(folder, MOST_IN_A_FOLDER)
        if count > bound:
            yield f"{folder} holds {count} modules, may hold {bound}"


def repeated(paths: Iterable[PurePosixPath]) -> Iterator[str]:
    """The modules of one room that share a name."""
    named: dict[tuple[str, str], list[str]] = {}
    for path in paths:
        named.setdefault((room(path), path.stem), []).append(str(path))
    return (", ".join(same) for same in named.values() if len(same) > 1)


def room(path: PurePosixPath) -> str:
    """`index` with all its folders, each folder of `chatbot`, and `chatbot` for what lies in it."""
    return "/".join(path.parent.parts[:2]) if path.parts[0] == "chatbot" else path.parts[0]


def in_folder(folder: str, count: int) -> list[PurePosixPath]:
    return [PurePosixPath(folder, f"module_{number}.py") for number in range(count)]
