"""Plain text (and Markdown) in the encodings that Chinese offices write."""

import codecs
import re
from pathlib import Path

from index.errors import PlanFileUnreadable
from index.reading.paragraphs import Paragraph, Role
from index.reading.wrapping import unwrapped

_HEADING = re.compile(r"(?P<level>#{1,6})[ \t]+")
_COMMENT = re.compile(r"\s*<!--.*-->\s*")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read(file: Path) -> tuple[Paragraph, ...]:
    """The lines of a text file as paragraphs; PlanFileUnreadable when no encoding fits."""
    try:
        content = file.read_bytes()
    except OSError as error:
        raise PlanFileUnreadable(
            f"{file.name}：文件打不开（{error.strerror}）；请检查权限。"
        ) from error
    lines = decode(content, file.name).splitlines()
    if file.suffix.lower() == ".md":
        return tuple(map(_markdown, _without_comments(lines)))
    return tuple(map(_plain, unwrapped(lines)))


def _markdown(line: str) -> Paragraph:
    found = _HEADING.match(line)
    if found is None:
        return Paragraph(line)
    return Paragraph(line[found.end() :], Role.HEADING, len(found["level"]))


def _without_comments(lines: list[str]) -> list[str]:
    return [line for line in lines if not _COMMENT.fullmatch(line)]


def _plain(line: str) -> Paragraph:
    """A line of text; |甲|乙| is a row of a table as old converters draw it."""
    row = line.strip()
    if not (row[:1] == row[-1:] == "|" and row.strip("| \t\u3000")):
        return Paragraph(line)
    cells = [" ".join(cell.split()) for cell in row[1:-1].split("|")]
    return Paragraph("\t".join(cells), Role.TABLE_ROW, table=1)


def decode(content: bytes, name: str, null: str = "\0") -> str:
    """Bytes -> text: by byte order mark, else UTF-8, else GB18030 (which holds GBK and GB2312).

    `null` is written for null signs; text that then holds one is refused.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strictly(content, encoding, name, null)
    return _strictly(content, "utf-8" if is_utf8(content) else "gb18030", name, null)


def is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return content.startswith(tuple(mark for mark, _ in _MARKS))
    return True


def _strictly(content: bytes, encoding: str, name: str, null: str) -> str:
    try:
        text = content.decode(encoding).replace("\0", null)
    except UnicodeDecodeError as error:
        raise PlanFileUnreadable(
            f"{name}：既不是 UTF-8 也不是 GB18030 编码的文字；请用记事本另存为 UTF-8。"
        ) from error
    if "\0" in text:
        raise PlanFileUnreadable(f"{name}：含有空字节，不像文字文件；请另存为纯文本（UTF-8）。")
    return text
