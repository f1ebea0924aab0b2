"""A zip container, weighed before it is opened: a bomb is refused unread."""

import zipfile
from pathlib import Path

from index.errors import PlanFileUnreadable

MOST_BYTES = 100 * 2**20  # unpacked
MOST_RATIO = 100  # unpacked to packed, where it matters
MOST_ENTRIES = 2000
_SMALL = 2**20  # bytes: below this a high ratio does no harm


def weigh(file: Path, kind: str, remedy: str) -> None:
    """Raises PlanFileUnreadable when a container is none, or would unpack to too much.

    `kind` is what the file should be, `remedy` what to do: both stand in what a person reads.
    """
    try:
        with zipfile.ZipFile(file) as container:
            entries = container.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise PlanFileUnreadable(f"{file.name}：不是完整的{kind}；请{remedy}后再放入。") from error
    total = sum(entry.file_size for entry in entries)
    swollen = any(
        entry.file_size > _SMALL and entry.file_size > MOST_RATIO * max(entry.compress_size, 1)
        for entry in entries
    )
    if total > MOST_BYTES or len(entries) > MOST_ENTRIES or swollen:
        raise PlanFileUnreadable(
            f"{file.name}：压缩内容解开后过大，不像规划文件；请{remedy}后再放入。"
        )
    if any(entry.flag_bits & 1 for entry in entries):
        raise PlanFileUnreadable(f"{file.name}：文件加了密码；请去掉密码后再放入。")
