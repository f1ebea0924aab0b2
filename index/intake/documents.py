"""File + catalogue row -> Document: the text that never changes, and what is known of it."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from index.errors import PlanFileEmpty, PlanFileUnreadable
from index.intake.catalogue import NONE, CatalogueRow
from index.intake.cleaning import CleanText, RemovedLine, StyledLine, clean
from index.intake.facts.metadata import FoundMetadata, find_metadata
from index.intake.faults import naming
from index.intake.heading_marks import HeadingMark, MarkedLine, marked_lines
from index.language.divisions import first_place
from index.reading import read_paragraphs, read_transcript, transcript_beside

_PLAIN_NAME = re.compile(r"(?!plan-[0-9a-f]{10}$)[A-Za-z0-9][A-Za-z0-9_.-]{0,80}")


@dataclass(frozen=True, slots=True)
class Document:
    """A plan: its clean text, and the facts shown beside every quote.

    Dates are ISO, `period` is like 2021-2025, `number` is the 文号; an unknown fact is "".
    `official` is None when nobody said. `sha256` is of the text in UTF-8. `unconfirmed_pages` tells
    how many pages of a scan were typed and not yet compared with it by anybody. `marked` are lines
    of which a person said whether they are headings.
    """

    id: str
    title: str
    file: str
    text: str
    sha256: str
    file_sha256: str
    issuer: str = ""
    number: str = ""
    index_number: str = ""
    region: str = ""
    level: str = ""
    period: str = ""
    status: str = ""
    issued: str = ""
    published: str = ""
    effective: str = ""
    expires: str = ""
    source_url: str = ""
    official: bool | None = None
    unconfirmed_pages: int = 0
    short_title: str = ""
    styles: tuple[StyledLine, ...] = ()
    removed: tuple[RemovedLine, ...] = ()
    marked: tuple[MarkedLine, ...] = ()

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError(f"document {self.id} has no text")


@dataclass(frozen=True, slots=True)
class Content:
    """What was read of a plan file, before anything is known of it; the file and its hash."""

    file: Path
    file_sha256: str
    clean: CleanText
    unconfirmed_pages: int


def read_document(
    file: Path, document_id: str, row: CatalogueRow | None, marks: Iterable[HeadingMark] = ()
) -> Document:
    """Read, clean and describe one plan file; what the catalogue says goes before what was found.

    A mark whose line the text does not have marks nothing.

    Raises PlanFileUnreadable or PlanFileEmpty, whatever it was that went wrong.
    """
    return described(read_content(file), document_id, row, marks)


def read_content(file: Path) -> Content:
    """Read and clean one plan file; raises PlanFileUnreadable or PlanFileEmpty."""
    _refuse_garbled(file.name)
    with naming(file.name):
        typed = transcript_beside(file)
        transcript = read_transcript(file, typed) if typed else None
        content = clean(transcript.paragraphs if transcript else read_paragraphs(file))
        if not content.text:
            raise PlanFileEmpty(
                f"{file.name}：除了网页的页眉页脚没有正文；请检查文件是否下载完整。"
            )
        hashed = hashlib.sha256(file.read_bytes()).hexdigest()
        return Content(file, hashed, content, transcript.unconfirmed if transcript else 0)


def described(
    content: Content, document_id: str, row: CatalogueRow | None, marks: Iterable[HeadingMark] = ()
) -> Document:
    """What was read of a file, with the facts and headings that people know better."""
    with naming(content.file.name):
        known = row or CatalogueRow(content.file.name)
        document = _described(content, document_id, known)
        return replace(
            document,
            unconfirmed_pages=content.unconfirmed_pages,
            marked=marked_lines(document.text, marks),
        )


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def document_ids(names: Iterable[str]) -> dict[str, str]:
    """File name -> document id: ASCII, stable, fit for a URL, one each.

    A plain name gives its stem; any other name, a stem that another file has too, or one that looks
    like such an id, gives a short hash, so that an id survives new content.
    """
    ordered = sorted(names)
    stems = Counter(Path(name).stem.lower() for name in ordered)
    return {
        name: Path(name).stem
        if _PLAIN_NAME.fullmatch(Path(name).stem) and stems[Path(name).stem.lower()] == 1
        else "plan-" + hashlib.sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:10]
        for name in ordered
    }


def _refuse_garbled(name: str) -> None:
    """A name of another encoding (unpacked from an old archive) fits neither JSON nor SQLite."""
    shown = name.encode("utf-8", "replace").decode("utf-8")
    if shown != name:
        raise PlanFileUnreadable(f"{shown}：文件名是乱码；请改名后再放入。")


def _named_place(name: str, found: FoundMetadata) -> str:
    """The place in a file's name, where its text names none."""
    place = None if found.level else first_place(name)
    return name[place.start : place.end] if place else ""


def _described(read: Content, document_id: str, row: CatalogueRow) -> Document:
    file, content = read.file, read.clean
    found = find_metadata(content)
    return Document(
        id=document_id,
        title=_said(row.title, found.title) or file.stem,
        short_title=_said(row.short_title),
        file=file.name,
        text=content.text,
        sha256=sha256(content.text),
        file_sha256=read.file_sha256,
        issuer=_said(row.issuer, found.issuer),
        number=_said(row.number, found.number),
        index_number=found.index_number,
        region=_said(row.region, found.region or _named_place(file.stem, found)),
        level=found.level,
        period=_said(row.period, found.period),
        status=_said(row.status, found.status),
        issued=_said(row.issued, found.issued),
        published=_said(row.published, found.published),
        effective=_said(row.effective, found.effective),
        expires=_said(row.expires, found.expires),
        source_url=_said(row.source_url, found.source_url),
        official=row.official,
        styles=content.styles,
        removed=content.removed,
    )


def _said(known: str, found: str = "") -> str:
    """What the catalogue says of a fact, else what was found in the file."""
    return "" if known == NONE else known or found
