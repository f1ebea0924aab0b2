"""Rows of a stored generation <-> the values they hold; spans and paths are kept as JSON."""

import json
from dataclasses import asdict
from typing import Any

from index.chunking import Passage
from index.errors import GenerationDamaged
from index.intake.cleaning import RemovedLine, StyledLine
from index.intake.documents import Document, sha256
from index.outlining.markers import Kind
from index.outlining.outline import Section
from index.reading.paragraphs import Role
from index.spans import Span
from index.tagging import Tag


def document(row: dict[str, Any]) -> Document:
    """A document; raises GenerationDamaged when its text no longer has its hash."""
    official = None if row["official"] is None else bool(row["official"])
    removed = tuple(RemovedLine(**line) for line in json.loads(row["removed"]))
    styles = tuple(_style(line) for line in json.loads(row["styles"]))
    found = Document(**{**row, "official": official, "removed": removed, "styles": styles})
    if sha256(found.text) != found.sha256:
        raise GenerationDamaged(
            f"《{found.title}》的存文与其校验值不符；请重新运行 flask build-index --force。"
        )
    return found


def document_row(value: Document) -> dict[str, Any]:
    styles = [{**asdict(style), "role": style.role.value} for style in value.styles]
    return {**asdict(value), "styles": styles}


def section_row(value: Section) -> dict[str, Any]:
    return {**asdict(value), "kind": None if value.kind is None else int(value.kind)}


def section(row: dict[str, Any]) -> Section:
    return Section(
        level=row["level"],
        kind=None if row["kind"] is None else Kind(row["kind"]),
        number=row["number"],
        path=tuple(json.loads(row["path"])),
        heading=_span(row["heading"]),
        body=_span(row["body"]),
        span=Span(**json.loads(row["span"])),
    )


def passage_row(value: Passage) -> dict[str, Any]:
    return {**asdict(value), "tag": value.tag.value}


def passage(row: dict[str, Any]) -> Passage:
    path = tuple(json.loads(row["path"]))
    span = Span(**json.loads(row["span"]))
    header, tag = _span(row["header"]), Tag(row["tag"])
    return Passage(row["document_id"], row["section"], path, span, header, tag)


def _style(line: dict[str, Any]) -> StyledLine:
    return StyledLine(Span(**line["span"]), Role(line["role"]), line["level"], line["table"])


def _span(cell: str | None) -> Span | None:
    return Span(**json.loads(cell)) if cell else None
