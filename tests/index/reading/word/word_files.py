"""Word files made for a test: python-docx writes the package, raw XML the parts it cannot."""

import re
import zipfile
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from index.reading.paragraphs import Paragraph
from index.reading.word.docx import read

DECLARED = nsdecls("w")
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def of_body(folder: Path, *blocks: str) -> Path:
    """A file whose body holds these elements, written without their namespace."""
    document = docx.Document()
    for block in blocks:
        put(document, block)
    return saved(document, folder)


def put(document: Document, block: str) -> None:
    opened = re.sub(r"^<[\w:]+", rf"\g<0> {DECLARED}", block)
    section = document.element.body.sectPr
    section.addprevious(parse_xml(opened))


def saved(document: Document, folder: Path) -> Path:
    file = folder / "规划.docx"
    document.save(str(file))
    return file


def with_part(file: Path, name: str, content: bytes) -> Path:
    """The same package with one part replaced, or added."""
    with zipfile.ZipFile(file) as package:
        parts = {entry: package.read(entry) for entry in package.namelist()}
    parts[name] = content
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for entry, words in parts.items():
            package.writestr(entry, words)
    return file


def with_document(folder: Path, content: bytes) -> Path:
    """A package whose document.xml is exactly this."""
    return with_part(saved(docx.Document(), folder), "word/document.xml", content)


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text)}</w:p>"


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def table(*rows: str) -> str:
    return (
        "<w:tbl><w:tblPr/><w:tblGrid/>"
        + "".join(f"<w:tr>{row}</w:tr>" for row in rows)
        + "</w:tbl>"
    )


def texts(file: Path) -> list[str]:
    return [line.text for line in read(file)]


def lines(file: Path) -> list[Paragraph]:
    return list(read(file))
