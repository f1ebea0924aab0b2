"""An intake -> the document that it would become: read once, described as often as it changes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from chatbot.desk.publishing.staging import Change
from chatbot.desk.publishing.uploads import Uploads
from chatbot.records.errors import IntakeUnfit
from chatbot.records.publishing.intakes import Intake, Kind
from index.errors import PlanFolderMissing
from index.intake.catalogue import NONE, CatalogueRow, is_date
from index.intake.documents import Content, Document, described, document_ids, read_content
from index.intake.folders import PlanFolders
from index.outlining.outline import Section, outline

FACTS = (
    *("title", "short_title", "issuer", "number", "region", "period", "status"),
    *("issued", "published", "effective", "expires", "source_url", "official"),
)
DATES = frozenset({"issued", "published", "effective", "expires"})
_OFFICIAL = {"true": True, "false": False, "": None}
_CARRIED = ("source_url", "official", "short_title")  # of the version before: no file says them
_READ_AT_ONCE = 4  # files kept in memory as they were read


@dataclass(frozen=True, slots=True)
class Seen:
    """The document that an intake would become, its outline, and the file it is read from.

    `found` is the same without what was corrected in this intake.
    """

    document: Document
    sections: tuple[Section, ...]
    file: Path
    found: Document


@dataclass(frozen=True, slots=True)
class Intaking:
    """Reads intakes, and says what publishing one changes; of one installation."""

    folders: PlanFolders
    uploads: Uploads

    def see(self, intake: Intake) -> Seen:
        """What would be served of it; raises PlanFileUnreadable or PlanFileEmpty."""
        file = self.file(intake)
        content = _content(file, _stamp(file))
        name = document_ids([*(other.name for other in self._beside(intake)), intake.file])
        as_found = described(content, name[intake.file], self._known(intake), intake.marks)
        document = described(content, as_found.id, self.row(intake), intake.marks)
        return Seen(document, outline(document), file, as_found)

    def file(self, intake: Intake) -> Path:
        """What was sent in, or for a correction what is served."""
        if intake.sha256:
            return self.uploads.file(intake.sha256, intake.file)
        return self.folders.file(intake.file)

    def row(self, intake: Intake) -> CatalogueRow:
        """The line of the catalogue that it asks for."""
        known = self._known(intake)
        texts = {name: value for name, value in intake.facts.items() if name != "official"}
        official = known.official
        if "official" in intake.facts:
            official = _OFFICIAL[intake.facts["official"]]
        return replace(known, **texts, official=official)

    def change(self, intake: Intake) -> Change:
        """What publishing it changes."""
        if intake.kind is Kind.WITHDRAWAL:
            return Change(intake.file, is_closed=intake.is_closed)
        source = self.file(intake) if intake.sha256 else None
        row = self.row(intake)
        return Change(intake.file, row, source, intake.marks, intake.replaces)

    def facts(self, intake: Intake, typed: Mapping[str, str]) -> dict[str, str]:
        """Of what was typed, the facts that are not as they were found; IntakeUnfit."""
        found = self.see(replace(intake, facts={})).found
        facts: dict[str, str] = {}
        for name in FACTS:
            value = " ".join(typed.get(name, "").split())
            if name in DATES and value and not is_date(value):
                raise IntakeUnfit(f"日期“{value}”不对：请写成 2026-03-01 的样子，或者不写。")
            if value != told(getattr(found, name)):
                facts[name] = value or ("" if name == "official" else NONE)
        if facts.get("title") == NONE:
            raise IntakeUnfit("标题不能是空的：请写上文件的全称。")
        return facts

    def _known(self, intake: Intake) -> CatalogueRow:
        """What the catalogue says of it already; of a new version only what goes on being true."""
        rows, _ = self.folders.catalogue()
        before = (rows or {}).get(intake.replaces or intake.file)
        if before is None:
            return CatalogueRow(intake.file)
        if intake.kind is not Kind.NEW:
            return before
        return CatalogueRow(intake.file, **{name: getattr(before, name) for name in _CARRIED})

    def _beside(self, intake: Intake) -> list[Path]:
        gone = {intake.replaces, intake.file}
        try:
            files = self.folders.files()
        except PlanFolderMissing:  # it is to be the first
            return []
        return [file for file in files if file.name not in gone]


def told(value: str | bool | None) -> str:
    """A fact as a form has it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value or ""


def _stamp(file: Path) -> tuple[int, int]:
    try:
        known = file.stat()
    except OSError:
        return 0, 0  # reading will say what is wrong
    return known.st_mtime_ns, known.st_size


@lru_cache(maxsize=_READ_AT_ONCE)
def _content(file: Path, _: tuple[int, int]) -> Content:
    return read_content(file)
