"""What one file of many may throw -> a fault that names it, so that the others are still read."""

import contextlib
import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from index.errors import PlanError, PlanFileUnreadable

_log = logging.getLogger(__name__)
_Thing = TypeVar("_Thing")
_Made = TypeVar("_Made")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a file of the folder of plans, in Chinese: the file, why, what to do.

    `file` is a name without folders. Not every fault leaves its file out: one that the catalogue
    does not list is read all the same.
    """

    file: str
    told: str
    left_out: bool = True


def left_out(faults: Iterable[Fault]) -> tuple[str, ...]:
    """The files of which nothing is used, each once."""
    return tuple(dict.fromkeys(fault.file for fault in faults if fault.left_out))


def sifted(
    things: Iterable[_Thing], make: Callable[[_Thing], _Made], file_of: Callable[[_Thing], str]
) -> tuple[list[_Made], list[Fault]]:
    """What could be made of each thing, and the faults of those of which nothing could."""
    made: list[_Made] = []
    faults: list[Fault] = []
    for thing in things:
        try:
            made.append(make(thing))
        except PlanError as fault:
            faults.append(Fault(file_of(thing), str(fault)))
    return made, faults


@contextlib.contextmanager
def naming(file: str) -> Iterator[None]:
    """Work on the content of one file: whatever goes wrong is raised as a PlanError that names it.

    What is no PlanError is a mistake of ours; it is logged with its traceback.
    """
    try:
        yield
    except PlanError:
        raise
    # Files of strangers bring forth what nobody thought of (RecursionError, MemoryError, a date
    # that is none), and one of them must not keep a bureau's whole shelf from being served.
    except Exception as error:
        _log.exception("%s", file)
        raise PlanFileUnreadable(
            f"{file}：读取时出错（程序的问题：{type(error).__name__}）；"
            "请把文件发给维护人员，或移走它。"
        ) from error
