"""Parsing in a child process: a file that is a bomb hurts nobody but the child."""

import contextlib
import io
import json
import resource
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from index.errors import PlanError, PlanFileEmpty, PlanFileUnreadable
from index.reading.paragraphs import Paragraph, Role

MEMORY = 512 * 2**20  # bytes
CPU_SECONDS = 20
WALL_SECONDS = 40  # a loaded machine gives the child less than a processor
RESULT = 8 * 2**20  # bytes: more than two million signs
OPEN_FILES = 64
_FULL = 3  # exit status
_READ, _EMPTY, _REFUSED = "read", "empty", "refused"


def read_in_child(parser: str, file: Path) -> tuple[Paragraph, ...]:
    """The paragraphs that `index.reading.<parser>` reads, within limits.

    Raises what the parser refuses with, or PlanFileUnreadable when it ran into a limit.
    """
    return tuple(
        Paragraph(text, Role(role), level, table, is_outside)
        for text, role, level, table, is_outside in rows_of_child(parser, file)
    )


def rows_of_child(parser: str, file: Path, *arguments: int, part: str = "") -> Iterator[list[Any]]:
    """What `index.reading.<parser>` reads, a row of JSON for each; raises as `read_in_child` does.

    `part` tells in a refusal which part of the file it was about.
    """
    numbers = [str(number) for number in arguments]
    command = [sys.executable, "-m", "index.reading.child", parser, str(file.resolve()), *numbers]
    try:
        done = subprocess.run(  # noqa: S603  our own module, no shell
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=WALL_SECONDS,
            cwd=Path(__file__).parents[2],
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise PlanFileUnreadable(_too_much(file, part)) from error
    if done.returncode:
        raise PlanFileUnreadable(_too_much(file, part))
    lines = io.BytesIO(done.stdout)
    try:
        outcome, refusal = json.loads(lines.readline())
        rows = [json.loads(line) for line in lines]
    except (ValueError, TypeError) as error:  # a parser that prints
        raise PlanFileUnreadable(_too_much(file, part)) from error
    if outcome == _EMPTY:
        raise PlanFileEmpty(refusal)
    if outcome != _READ:
        raise PlanFileUnreadable(refusal)
    return iter(rows)


def _too_much(file: Path, part: str) -> str:
    return (
        f"{file.name}{part}：解析时超出内存或时间的限制，文件可能损坏或不是规划文件；"
        "请用原来的软件另存一份再试。"
    )


def main(parser: str, name: str, *arguments: str) -> None:
    """In the child: give up rights, parse, and print what came of it."""
    _give_up()
    file = Path(name)
    try:
        module = import_module(f"index.reading.{parser}")
        found = module.read(file, *map(int, arguments))
        printed = _printed([_READ, ""], *map(getattr(module, "as_row", _as_row), found))
    except PlanFileEmpty as refusal:
        printed = _printed([_EMPTY, str(refusal)])
    except PlanError as refusal:
        printed = _printed([_REFUSED, str(refusal)])
    except MemoryError:
        sys.exit(_FULL)
    except Exception as fault:  # noqa: BLE001  whatever a parser of strangers' files may raise
        kind = type(fault).__name__
        told = f"{file.name}：文件内容读不懂（{kind}）；请用原来的软件另存一份再试。"
        printed = _printed([_REFUSED, told])
    if len(printed) > RESULT:
        sys.exit(_FULL)
    sys.stdout.buffer.write(printed)


def _as_row(line: Paragraph) -> list[object]:
    return [line.text, line.role.value, line.level, line.table, line.is_outside]


def _printed(*lines: list[object]) -> bytes:
    """A line of JSON each, as UTF-8: half a character, which a PDF may hold, is no text."""
    written = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines)
    return written.encode("utf-8", "replace")


def _give_up() -> None:
    """Take the limits on; what is higher already stays the system's."""
    for what, limit in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(what, (limit, limit))


if __name__ == "__main__":
    main(*sys.argv[1:])
