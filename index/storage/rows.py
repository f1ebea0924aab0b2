"""Rows and manifest of a stored generation <-> the values they hold; spans are kept as JSON."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from index.chunking import Passage
from index.errors import GenerationDamaged
from index.intake.cleaning import RemovedLine, StyledLine
from index.intake.documents import Document, sha256
from index.intake.faults import Fault
from index.intake.heading_marks import MarkedLine
from index.outlining.markers import Kind
from index.outlining.outline import Section
from index.reading.paragraphs import Role
from index.spans import Span
from index.tagging import Tag


@dataclass(frozen=True, slots=True)
class MadeFrom:
    """Fingerprints of the plan files and of the code that a generation was built from."""

    plans: str
    code: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is kept beside the database of a generation."""

    sha256: str
    made_from: MadeFrom
    faults: tuple[Fault, ...] = ()


def read_manifest(file: Path) -> Manifest:
    """The manifest as written, or as an older version wrote it.

    Raises OSError, ValueError, TypeError or KeyError when the file holds none.
    """
    kept = {"plans": "", "code": "", "faults": [], **json.loads(file.read_text(encoding="utf-8"))}
    return Manifest(
        str(kept["sha256"]),
        MadeFrom(kept["plans"], kept["code"]),
        tuple(Fault(**fault) for fault in kept["faults"]),
    )


def write_manifest(file: Path, manifest: Manifest) -> None:
    kept = {
        "sha256": manifest.sha256,
        **asdict(manifest.made_from),
        "faults": [asdict(fault) for fault in manifest.faults],
    }
    file.write_text(json.dumps(kept), encoding="utf-8")


def document(row: dict[str, Any]) -> Document:
    """A document; raises GenerationDamaged when its text no longer has its hash."""
    official = None if row["official"] is None else bool(row["official"])
    removed = tuple(RemovedLine(**line) for line in json.loads(row["removed"]))
    styles = tuple(_style(line) for line in json.loads(row["styles"]))
    marked = tuple(
        MarkedLine(Span(**line["span"]), line["level"]) for line in json.loads(row["marked"])
    )
    made = {"official": official, "removed": removed, "styles": styles, "marked": marked}
    found = Document(**{**row, **made})
    if sha256(found.text) != found.sha256:
        raise GenerationDamaged(
            f"《{found.title}》的存文与其校验值不符；请重新运行 flask build-index --force。"
        )
    return found


def archived_document(row: dict[str, Any]) -> Document:
    """A document as an older version of the program may have written it."""
    known = {name: row[name] for name in Document.__dataclass_fields__ if name in row}
    lists = {name: json.dumps(row.get(name, [])) for name in ("removed", "styles", "marked")}
    return document({**known, **lists})


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
