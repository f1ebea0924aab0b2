"""What a Word file says in its comments, and at which words: read with lxml, not as it was made."""

import io
import json
import zipfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import docx
from docx.oxml.ns import qn
from lxml import etree

from chatbot.files.commented.comment_part import Author
from chatbot.files.commented.commented_docx import commented_docx
from chatbot.files.commented.remarks import Remark
from index.reading.word.drafts.draft_walk import as_row, read
from index.reading.word.drafts.word_draft import WordDraft, drafted
from index.spans import Span

AUTHOR = Author("规划问答（lihua）", "规划", datetime(2026, 12, 31, 23, 5))
_GONE = {qn("w:del"), qn("w:moveFrom"), qn("w:instrText")}


def commented(file: Path, *words: str) -> bytes:
    """The file with a comment at the first place of each of these words."""
    draft = draft_of(file)
    return with_spans(file, draft, [_span(draft, one) for one in words])


def draft_of(file: Path) -> WordDraft:
    """As the child reads it, but in this process: a child a test would take too long."""
    printed = json.dumps([as_row(one) for one in read(file)])
    return drafted(iter(json.loads(printed)), file.name)


def with_spans(file: Path, draft: WordDraft, spans: Sequence[Span]) -> bytes:
    said = [Remark(span, "有出入", (span.cut(draft.text),)) for span in spans]
    return commented_docx(file, draft, said, AUTHOR)


def anchors(content: bytes, part: str = "word/document.xml") -> dict[str, str]:
    """The id of each comment -> the words between the marks of its range, deleted ones left out."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        root = etree.fromstring(package.read(part))
    found: dict[str, str] = {}
    going_on: set[str] = set()
    for element in root.iter():
        number = element.get(qn("w:id"))
        if element.tag == qn("w:commentRangeStart"):
            going_on.add(number)
            found[number] = ""
        elif element.tag == qn("w:commentRangeEnd"):
            going_on.remove(number)
        elif element.tag == qn("w:t") and not _GONE & {one.tag for one in element.iterancestors()}:
            for open_one in going_on:
                found[open_one] += element.xpath("string()")
    referred = [one.get(qn("w:id")) for one in root.iter(qn("w:commentReference"))]
    assert going_on == set()
    assert sorted(referred) == sorted(found)
    return found


def comments(content: bytes) -> list[tuple[str, str, str]]:
    """Author, initials and words of each comment, as python-docx reads them."""
    document = docx.Document(io.BytesIO(content))
    return [(one.author, one.initials or "", one.text) for one in document.comments]


def _span(draft: WordDraft, words: str) -> Span:
    start = draft.text.index(words)
    return Span(start, start + len(words))
