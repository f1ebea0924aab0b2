"""A plan file of any known format -> its paragraphs as they stand, before any cleaning."""

import os
from pathlib import Path

from index.errors import PlanFileEmpty, PlanFileUnreadable
from index.reading import txt
from index.reading.child import read_in_child
from index.reading.fixed_layout import pdf
from index.reading.paragraphs import Paragraph
from index.reading.transcript import is_transcript, read_transcript, transcript_beside
from index.reading.word import office
from index.reading.word.office import can_convert

MOST_BYTES = 50 * 2**20
__all__ = [
    "FORMATS",
    "MOST_BYTES",
    "can_convert",
    "is_transcript",
    "read_paragraphs",
    "read_transcript",
    "transcript_beside",
]

_FEW_BYTES = 2**18  # of plain text: so little can hurt nobody, and a child takes long to start
_PLAIN = frozenset({".txt", ".md"})
_PAGES = {".html": "html", ".htm": "html", ".mht": "mhtml", ".mhtml": "mhtml"}
_PARSERS = {**_PAGES, ".docx": "word.docx", ".ofd": "fixed_layout.ofd"}
_OFFICE = frozenset({".doc", ".wps"})
FORMATS = frozenset({*_PLAIN, *_PARSERS, *_OFFICE, ".pdf"})


def read_paragraphs(file: Path) -> tuple[Paragraph, ...]:
    """The paragraphs of one plan file, undecorated but otherwise untouched.

    All but a little plain text is parsed in a child process with limits. Raises PlanFileUnreadable
    or PlanFileEmpty, in words for the operator.
    """
    suffix = file.suffix.lower()
    if suffix not in FORMATS:
        known = " ".join(sorted(FORMATS))
        raise PlanFileUnreadable(f"{file.name}：不认识的文件格式；请另存为 {known} 之一再放入。")
    _refuse_large(file)
    if suffix in _PLAIN and file.stat().st_size <= _FEW_BYTES:
        paragraphs = txt.read(file)
    elif suffix in _PLAIN:
        paragraphs = read_in_child("txt", file)
    elif suffix in _OFFICE:
        with office.converted(file) as document:
            paragraphs = read_in_child("word.docx", document)
    elif suffix == ".pdf":
        paragraphs = pdf.read(file)
    else:
        paragraphs = read_in_child(_PARSERS[suffix], file)
    if not any(paragraph.text.strip() for paragraph in paragraphs):
        raise PlanFileEmpty(f"{file.name}：文件里没有文字；请检查文件是否下载完整。")
    return paragraphs


def _refuse_large(file: Path) -> None:
    try:
        if not file.is_file():
            raise PlanFileUnreadable(f"{file.name}：不是文件，或者已经不在；请检查路径。")
        with file.open("rb") as opened:
            size = os.fstat(opened.fileno()).st_size
    except OSError as error:
        raise PlanFileUnreadable(
            f"{file.name}：文件打不开（{error.strerror}）；请检查权限。"
        ) from error
    if size > MOST_BYTES:
        raise PlanFileUnreadable(
            f"{file.name}：文件超过 {MOST_BYTES // 2**20} MB；请拆成几份再放入。"
        )
