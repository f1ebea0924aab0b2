"""Word lists that staff may read and edit, one small file each."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files


def lines(name: str) -> Iterator[str]:
    """The lines of a list, without comments and blank ones."""
    for line in files(__name__).joinpath(name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line


def names(folder: str) -> list[str]:
    """The lists in a folder, each by the name that `lines` takes."""
    return sorted(f"{folder}/{file.name}" for file in files(__name__).joinpath(folder).iterdir())


@cache
def words(name: str) -> frozenset[str]:
    """The words of a list, separated by white space."""
    return frozenset(word for line in lines(name) for word in line.split())


def character_table(name: str) -> dict[int, str]:
    """A table for str.translate: from one character to one character a line."""
    return {ord(one): other for one, other in (line.split("\t") for line in lines(name))}
