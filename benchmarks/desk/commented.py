"""Real Word files -> whether they come back as they were, with comments that LibreOffice shows.

    python -m benchmarks.desk.commented FOLDER … [--all]

Each .docx under the FOLDERs is held against plan_texts as a draft. Printed for each: its runs, its
findings, the comments written, whether all outside the comments is identical, the comments that
LibreOffice keeps when it reads the file (- where it is not installed), and the milliseconds that
reading and writing took, the check left out. --all: a comment at each finding, verbatim or not.
Exit code 1 when a file differs outside its comments or LibreOffice misses one.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.desk.same_outside import comments_of, differing
from chatbot.cli.plans.build_index import build_index
from chatbot.desk.wording.draft_files import read_commentable
from chatbot.files.commented.comment_part import Author
from chatbot.files.commented.commented_docx import commented_docx
from chatbot.files.commented.remarks import remarks
from chatbot.services import Services, make_services
from chatbot.settings import Settings
from chatbot.told.findings_told import summary
from index.errors import PlanError

_PLANS = Path("plan_texts")
_HEADS = ("runs", "found", "comments", "same", "seen", "ms")
_SECONDS = 120  # for LibreOffice and one file


@dataclass(frozen=True, slots=True)
class _Row:
    """What became of one file; `seen` is None without LibreOffice."""

    runs: int
    findings: int
    comments: int
    differing: tuple[str, ...]
    seen: int | None
    milliseconds: float

    @property
    def is_right(self) -> bool:
        return not self.differing and self.seen in {None, self.comments}

    def cells(self) -> Iterator[str]:
        yield from map(str, (self.runs, self.findings, self.comments))
        yield ",".join(self.differing) or "yes"
        yield "-" if self.seen is None else str(self.seen)
        yield f"{self.milliseconds:.0f}"


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--all", action="store_true", help="a comment at each finding")
    options = parser.parse_args()
    right: list[bool] = []
    with tempfile.TemporaryDirectory() as folder:
        build_index(_PLANS, Path(folder) / "data")
        services = make_services(Settings(plans=_PLANS, data=Path(folder) / "data"))
        _write("  ".join(f"{head:>8}" for head in _HEADS) + "  file")
        for file in sorted(one for folder in options.folders for one in folder.rglob("*.docx")):
            try:
                row = _measured(file, services, Path(folder), options.all)
            except PlanError as error:
                _write(f"refused: {error}")
                continue
            right.append(row.is_right)
            _write("  ".join(f"{cell:>8}" for cell in row.cells()) + f"  {file.name}")
    _write(f"{sum(right)} of {len(right)} files identical outside, every comment there")
    return 0 if right and all(right) else 1


def _measured(file: Path, services: Services, folder: Path, every: bool) -> _Row:
    begun = time.perf_counter()
    draft = read_commentable(file)
    read = time.perf_counter()
    findings = services.desk.check(draft.text)
    said = remarks(
        draft.text, findings, (summary(findings, len(services.shelf.current().documents)),), every
    )
    author = Author.made_by("规划问答", "bench", datetime.now(UTC))
    checked = time.perf_counter()
    content = commented_docx(file, draft, said, author)
    spent = time.perf_counter() - checked + read - begun
    before = file.read_bytes()
    with zipfile.ZipFile(file) as package:
        runs = package.read(draft.parts.document).count(b"</w:r>")
    written = len(comments_of(content)) - len(comments_of(before))
    seen = _seen(content, folder) if shutil.which("soffice") else None
    there = None if seen is None else seen - len(comments_of(before))
    faults = tuple(differing(before, content))
    if written != len(said):
        faults = (*faults, "comments")
    return _Row(runs, len(findings), written, faults, there, 1000 * spent)


def _seen(content: bytes, folder: Path) -> int:
    """How many annotations stand in what LibreOffice makes of it; -1 when it makes nothing."""
    made, text = folder / "commented.docx", folder / "commented.odt"
    made.write_bytes(content)
    text.unlink(missing_ok=True)
    command = [
        "soffice",
        "--headless",
        "--norestore",
        f"-env:UserInstallation=file://{folder}/user",
    ]
    command += ["--convert-to", "odt", "--outdir", str(folder), str(made)]
    quiet = subprocess.DEVNULL
    subprocess.run(command, stdout=quiet, stderr=quiet, timeout=_SECONDS, check=False)  # noqa: S603
    if not text.exists():
        return -1
    with zipfile.ZipFile(text) as package:
        return package.read("content.xml").count(b"<office:annotation ")


def _write(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
