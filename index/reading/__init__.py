"""A plan file of any known format -> its lines as they stand, before any cleaning."""

from pathlib import Path

from index.errors import PlanFileEmpty, PlanFileUnreadable
from index.reading import txt

READERS = {".txt": txt.read, ".md": txt.read}


def read_lines(file: Path) -> tuple[str, ...]:
    """The lines of one plan file, undecorated but otherwise untouched.

    Raises PlanFileUnreadable or PlanFileEmpty, in words for the operator.
    """
    reader = READERS.get(file.suffix.lower())
    if reader is None:
        known = " ".join(sorted(READERS))
        raise PlanFileUnreadable(f"{file.name}：不认识的文件格式；请另存为 {known} 之一再放入。")
    lines = reader(file)
    if not any(line.strip() for line in lines):
        raise PlanFileEmpty(f"{file.name}：文件里没有文字；请检查文件是否下载完整。")
    return lines
