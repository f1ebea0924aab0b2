"""File + catalogue row -> Document: the text that never changes, and what is known of it."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from index.errors import PlanFileEmpty, PlanFileUnreadable
from index.intake.catalogue import CatalogueRow
from index.intake.cleaning import CleanText, RemovedLine, StyledLine, clean
from index.intake.faults import naming
from index.intake.metadata import FoundMetadata, find_metadata
from index.language.divisions import first_place
from index.reading import read_paragraphs, read_transcript, transcript_beside

_PLAIN_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,80}")


@dataclass(frozen=True, slots=True)
class Document:
    """A plan: its clean text, and the facts shown beside every quote.

    Dates are ISO, `period` is like 2021-2025, `number` is the 文号; an unknown fact is "".
    `official` is None when nobody said. `sha256` is of the text in UTF-8. `unconfirmed_pages` tells
    how many pages of a scan were typed and not yet compared with it by anybody.
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
    styles: tuple[StyledLine, ...] = ()
    removed: tuple[RemovedLine, ...] = ()

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError(f"document {self.id} has no text")


def read_document(file: Path, document_id: str, row: CatalogueRow | None) -> Document:
    """Read, clean and describe one plan file; what the catalogue says goes before what was found.

    Raises PlanFileUnreadable or PlanFileEmpty, whatever it was that went wrong.
    """
    _refuse_garbled(file.name)
    with naming(file.name):
        typed = transcript_beside(file)
        transcript = read_transcript(file, typed) if typed else None
        content = clean(transcript.paragraphs if transcript else read_paragraphs(file))
        if not content.text:
            raise PlanFileEmpty(
                f"{file.name}：除了网页的页眉页脚没有正文；请检查文件是否下载完整。"
            )
        document = _described(file, document_id, row or CatalogueRow(file.name), content)
        unconfirmed = transcript.unconfirmed if transcript else 0
        return replace(document, unconfirmed_pages=unconfirmed) if unconfirmed else document


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def document_ids(names: Iterable[str]) -> dict[str, str]:
    """File name -> document id: ASCII, stable, fit for a URL, one each.

    A plain name gives its stem; any other name, or a stem that another file has too, gives a
    short hash, so that an id survives new content.
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


def _described(file: Path, document_id: str, row: CatalogueRow, content: CleanText) -> Document:
    found = find_metadata(content)
    return Document(
        id=document_id,
        title=row.title or found.title or file.stem,
        file=file.name,
        text=content.text,
        sha256=sha256(content.text),
        file_sha256=hashlib.sha256(file.read_bytes()).hexdigest(),
        issuer=row.issuer or found.issuer,
        number=found.number,
        index_number=found.index_number,
        region=row.region or found.region or _named_place(file.stem, found),
        level=found.level,
        period=row.period or found.period,
        status=row.status or found.status,
        issued=found.issued,
        published=row.published or found.published,
        effective=found.effective,
        expires=found.expires,
        source_url=row.source_url or found.source_url,
        official=row.official,
        styles=content.styles,
        removed=content.removed,
    )
