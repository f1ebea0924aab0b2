"""Parsing in a child process: a file that is a bomb hurts nobody but the child."""

import contextlib
import json
import resource
import subprocess
import sys
from dataclasses import asdict
from importlib import import_module
from pathlib import Path

from index.errors import PlanError, PlanFileEmpty, PlanFileUnreadable
from index.reading.paragraphs import Paragraph, Role

MEMORY = 512 * 2**20  # bytes
CPU_SECONDS = 20
WALL_SECONDS = 40  # a loaded machine gives the child less than a processor
RESULT = 64 * 2**20  # bytes of JSON
OPEN_FILES = 64


def read_in_child(parser: str, file: Path) -> tuple[Paragraph, ...]:
    """The paragraphs that `index.reading.<parser>` reads, within limits.

    Raises what the parser refuses with, or PlanFileUnreadable when it ran into a limit.
    """
    command = [sys.executable, "-m", "index.reading.child", parser, str(file.resolve())]
    try:
        done = subprocess.run(  # noqa: S603  our own module, no shell
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=WALL_SECONDS,
            cwd=Path(__file__).parents[2],
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise PlanFileUnreadable(_too_much(file)) from error
    if done.returncode or len(done.stdout) > RESULT:
        raise PlanFileUnreadable(_too_much(file))
    return _paragraphs(json.loads(done.stdout), file)


def _paragraphs(result: dict[str, object], file: Path) -> tuple[Paragraph, ...]:
    if refusal := result.get("empty"):
        raise PlanFileEmpty(str(refusal))
    if refusal := result.get("refused"):
        raise PlanFileUnreadable(str(refusal))
    lines = result["paragraphs"]
    if not isinstance(lines, list):
        raise PlanFileUnreadable(_too_much(file))
    return tuple(Paragraph(**{**line, "role": Role(line["role"])}) for line in lines)


def _too_much(file: Path) -> str:
    return (
        f"{file.name}：解析时超出内存或时间的限制，文件可能损坏或不是规划文件；"
        "请用原来的软件另存一份再试。"
    )


def main(parser: str, name: str) -> None:
    """In the child: give up rights, parse, and print the result as JSON."""
    _give_up()
    file = Path(name)
    result: dict[str, object]
    try:
        paragraphs = import_module(f"index.reading.{parser}").read(file)
        result = {"paragraphs": [{**asdict(line), "role": line.role.value} for line in paragraphs]}
    except PlanFileEmpty as refusal:
        result = {"empty": str(refusal)}
    except PlanError as refusal:
        result = {"refused": str(refusal)}
    except MemoryError:
        sys.exit(3)
    except Exception as fault:  # noqa: BLE001  whatever a parser of strangers' files may raise
        kind = type(fault).__name__
        result = {"refused": f"{file.name}：文件内容读不懂（{kind}）；请用原来的软件另存一份再试。"}
    sys.stdout.write(json.dumps(result))


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
    main(sys.argv[1], sys.argv[2])
