"""Plain text (and Markdown) in the encodings that Chinese offices write."""

import codecs
from pathlib import Path

from index.errors import PlanFileUnreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read(file: Path) -> tuple[str, ...]:
    """The lines of a text file; PlanFileUnreadable when no encoding fits."""
    try:
        content = file.read_bytes()
    except OSError as error:
        raise PlanFileUnreadable(
            f"{file.name}：文件打不开（{error.strerror}）；请检查权限。"
        ) from error
    return tuple(decode(content, file.name).splitlines())


def decode(content: bytes, name: str) -> str:
    """Bytes -> text: by byte order mark, else UTF-8, else GB18030 (which holds GBK and GB2312)."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strictly(content, encoding, name)
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return _strictly(content, "gb18030", name)
    return _strictly(content, "utf-8", name)


def _strictly(content: bytes, encoding: str, name: str) -> str:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise PlanFileUnreadable(
            f"{name}：既不是 UTF-8 也不是 GB18030 编码的文字；请用记事本另存为 UTF-8。"
        ) from error
    if "\0" in text:
        raise PlanFileUnreadable(f"{name}：含有空字节，不像文字文件；请另存为纯文本（UTF-8）。")
    return text
