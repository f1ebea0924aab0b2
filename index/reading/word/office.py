""".doc and .wps -> .docx, through LibreOffice when the machine has it."""

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from index.errors import PlanFileUnreadable

_SECONDS = 120  # LibreOffice takes long to start on an old server
_LONGEST_NAME = 60  # signs, for a file system takes 255 bytes


def can_convert() -> bool:
    """Whether this machine has LibreOffice."""
    return _program() is not None


@contextlib.contextmanager
def converted(file: Path, to: str = "docx") -> Iterator[Path]:
    """A .docx (or PDF) of `file`, gone when the block is left. Raises PlanFileUnreadable."""
    program = _program()
    if program is None:
        raise PlanFileUnreadable(
            f"{file.name}：读 {file.suffix} 文件需要 LibreOffice；请安装软件包 libreoffice-writer，"
            "或用 Word、WPS 另存为 .docx。"
        )
    with tempfile.TemporaryDirectory(prefix="office-", ignore_cleanup_errors=True) as folder:
        source, made_in = Path(folder) / f"plan{file.suffix.lower()}", Path(folder) / "made"
        made_in.mkdir()
        shutil.copyfile(file, source)
        command = [
            *(program, "--headless", "--norestore", f"-env:UserInstallation=file://{folder}/user"),
            *("--convert-to", to, "--outdir", str(made_in), str(source)),
        ]
        _run(command)
        made = made_in / f"plan.{to}"
        if not made.exists():
            raise PlanFileUnreadable(
                f"{file.name}：LibreOffice 没能转换这个文件；请用 Word 或 WPS 另存为 .docx。"
            )
        yield made.rename(made.with_name(f"{file.stem[:_LONGEST_NAME]}.{to}"))  # for refusals


def _program() -> str | None:
    return shutil.which("soffice") or shutil.which("libreoffice")


def _run(command: list[str]) -> None:
    """Run to the end or for as long as is granted; nothing that it started stays behind."""
    quiet = subprocess.DEVNULL
    with subprocess.Popen(  # noqa: S603  a fixed program, no shell
        command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
    ) as program:
        try:
            with contextlib.suppress(subprocess.TimeoutExpired):
                program.wait(_SECONDS)
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(program.pid, signal.SIGKILL)
