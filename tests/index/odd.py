"""A file that throws, when it is opened, what no file has thrown yet."""

from pathlib import PosixPath
from typing import Any


class Odd(PosixPath):
    """A file on a disk that does what no disk of ours has done yet."""

    def open(self, *_: Any, **__: Any) -> Any:
        raise RecursionError
