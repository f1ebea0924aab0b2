"""Plain text (and Markdown) in the encodings that Chinese offices write."""

import codecs
from collections.abc import Iterator, Sequence
from pathlib import Path

from index.errors import PlanFileUnreadable
from index.reading.drawn_tables import with_tables
from index.reading.markdown import read_markdown
from index.reading.paragraphs import Paragraph
from index.reading.wrapping import unwrapped

_MOST_BYTES, _MOST_LINES = 6 * 2**20, 50_000
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read(file: Path) -> tuple[Paragraph, ...]:
    """The lines of a text file as paragraphs; PlanFileUnreadable when no encoding fits."""
    lines = text_of(file).splitlines()
    if file.suffix.lower() == ".md":
        return tuple(read_markdown(lines))
    return paragraphs_of(lines)


def text_of(file: Path) -> str:
    """All of a text file; raises PlanFileUnreadable when no encoding fits or it is too large."""
    try:
        content = file.read_bytes()
    except OSError as error:
        raise PlanFileUnreadable(
            f"{file.name}：文件打不开（{error.strerror}）；请检查权限。"
        ) from error
    if len(content) > _MOST_BYTES:
        raise PlanFileUnreadable(
            f"{file.name}：文字超过 {_MOST_BYTES // 2**20} MB，不像一份规划；请拆成几份再放入。"
        )
    text = decode(content, file.name)
    if (count := len(text.splitlines())) > _MOST_LINES:
        raise PlanFileUnreadable(f"{file.name}：有 {count} 行，不像一份规划；请拆成几份再放入。")
    return text


def paragraphs_of(lines: Sequence[str]) -> tuple[Paragraph, ...]:
    """Lines of plain text as paragraphs: broken lines joined, drawn tables by rows."""
    return tuple(_plain(unwrapped(lines)))


def _plain(lines: Sequence[str]) -> Iterator[Paragraph]:
    for line in with_tables(lines):
        if isinstance(line, str):
            yield Paragraph(line)
        else:
            yield from line


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
