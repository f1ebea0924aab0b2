"""Files that staff sent in, each kept as it came, by the hash of its bytes."""

import contextlib
import hashlib
import os
import re
import tempfile
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from chatbot.records.errors import IntakeUnfit
from index.intake.catalogue import NAME
from index.intake.folders import HIDDEN
from index.reading import FORMATS, MOST_BYTES, can_convert, is_transcript

_CHUNK = 2**20
_FOLDER = "uploads"
_OURS_ALONE = 0o700  # what is not published is for the eyes of the service alone
_LONGEST = 180  # bytes of a name: a file system takes 255, and marks of headings are named after it
_UNFIT = re.compile(r"[\x00-\x1f\x7f/\\\\:*?\"<>|\u202a-\u202e\u2066-\u2069]+")
_OFFICE = (".doc", ".wps")


@dataclass(frozen=True, slots=True)
class Upload:
    """What was sent in: the name it will be kept under, the hash and the size of its bytes."""

    name: str
    sha256: str
    size: int


def uploads_folder(data: Path) -> Path:
    """Where the uploads of a data folder lie; made when it is missing."""
    folder = data / _FOLDER
    folder.mkdir(mode=_OURS_ALONE, parents=True, exist_ok=True)
    return folder


class Uploads:
    """Those of one data folder."""

    def __init__(self, data: Path) -> None:
        self._data = data

    def keep(self, sent: IO[bytes], name: str) -> Upload:
        """Keep the bytes; IntakeUnfit when the name or the size tells that it is no plan."""
        name = fit_name(name)
        with tempfile.NamedTemporaryFile(dir=uploads_folder(self._data), delete=False) as draft:
            try:
                upload = _copied(sent, draft, name)
                kept = self.file(upload.sha256, name)
                kept.parent.mkdir(exist_ok=True)
                Path(draft.name).replace(kept)
            except BaseException:
                Path(draft.name).unlink(missing_ok=True)
                raise
        return upload

    def forget(self, sha256: str, name: str) -> None:
        """Let go of a file that nobody needs any more."""
        file = self.file(sha256, name)
        file.unlink(missing_ok=True)
        with contextlib.suppress(OSError):  # under another name the same bytes may be needed
            file.parent.rmdir()

    def file(self, sha256: str, name: str) -> Path:
        """Where the file with these bytes lies under this name."""
        return self._data / _FOLDER / sha256 / name


def _copied(sent: IO[bytes], draft: IO[bytes], name: str) -> Upload:
    content, size = hashlib.sha256(), 0
    while chunk := sent.read(_CHUNK):
        content.update(chunk)
        size += draft.write(chunk)
        if size > MOST_BYTES:
            raise IntakeUnfit(f"{name}：文件超过 {MOST_BYTES // 2**20} MB；请拆成几份再传。")
    if not size:
        raise IntakeUnfit(f"{name}：文件是空的；请检查是否下载完整。")
    draft.flush()
    os.fsync(draft.fileno())
    return Upload(name, content.hexdigest(), size)


def fit_name(name: str) -> str:
    """The name that a file is kept under; IntakeUnfit when no plan is called so."""
    last = name.replace("\\", "/").rpartition("/")[2]
    kept = _UNFIT.sub("_", last).strip().lstrip(".").strip()
    suffix = Path(kept).suffix.lower()
    if suffix not in FORMATS:
        known = " ".join(sorted(FORMATS))
        raise IntakeUnfit(f"{kept or '文件'}：不认识这种文件；请上传 {known}，或另存为其中一种。")
    if suffix in _OFFICE and not can_convert():
        raise IntakeUnfit(
            f"{kept}：这台服务器没有装 LibreOffice，读不了 {suffix}；"
            "请用 Word 或 WPS 另存为 .docx 再传。"
        )
    if is_transcript(Path(kept)) or kept in (NAME, HIDDEN):
        raise IntakeUnfit(f"{kept}：这个名字另有用处；请改一个名字再传。")
    stem = Path(kept).stem
    while len((stem + suffix).encode()) > _LONGEST:
        stem = stem[:-1]
    return stem.rstrip() + suffix


def free_name(name: str, taken: Collection[str]) -> str:
    """The name, or with a number if a file of the same stem is there: its address would change."""
    stems = {Path(other).stem.lower() for other in taken}
    path = Path(name)
    return next(
        candidate for candidate in _numbered(path) if Path(candidate).stem.lower() not in stems
    )


def _numbered(path: Path) -> Iterable[str]:
    yield path.name
    number = 2
    while True:
        yield f"{path.stem}-{number}{path.suffix}"
        number += 1
