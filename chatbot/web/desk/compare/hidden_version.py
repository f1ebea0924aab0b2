"""A version sent as a file <-> a field of the page, since the server keeps no copy of it."""

import base64
import json
import zlib
from dataclasses import asdict
from typing import Any

from chatbot.web.http.refusals import RequestRefused, bad_request
from index.intake.cleaning import StyledLine
from index.intake.documents import Document, sha256
from index.reading.paragraphs import Role
from index.spans import Span

_LARGEST = 8 * 2**20  # bytes unpacked


def packed(document: Document) -> str:
    """What a hidden field carries: all that an outline and a comparison need, in ASCII."""
    styles = [asdict(style) | {"role": style.role.value} for style in document.styles]
    fields = {"title": document.title, "file": document.file, "text": document.text}
    told = json.dumps(fields | {"styles": styles}, ensure_ascii=False)
    return base64.b64encode(zlib.compress(told.encode("utf-8"))).decode("ascii")


def unpacked(carried: str) -> Document:
    """The document as it was read; RequestRefused for what no page of ours held."""
    try:
        unzip = zlib.decompressobj()
        told = unzip.decompress(base64.b64decode(carried, validate=True), _LARGEST)
        return _document(json.loads(told))
    # RecursionError: a few thousand nested brackets exhaust the parser's stack.
    except (ValueError, KeyError, TypeError, zlib.error, RecursionError) as error:
        raise _outdated() from error


def _document(fields: dict[str, Any]) -> Document:
    title, file, text = (str(fields[name]) for name in ("title", "file", "text"))
    styles = tuple(_style(style, len(text)) for style in fields["styles"])
    return Document("", title, file, text, sha256(text), "", styles=styles)


def _style(fields: dict[str, Any], length: int) -> StyledLine:
    span = Span(int(fields["span"]["start"]), int(fields["span"]["end"]))
    if span.end > length:
        raise ValueError("a line ends inside its text")
    return StyledLine(span, Role(fields["role"]), int(fields["level"]), int(fields["table"]))


def _outdated() -> RequestRefused:
    return bad_request("version_damaged", "这一页带来的文件内容不完整：请重新上传文件，再比较。")
