"""The parts of a .docx -> where its words stand, and where a part of comments is to be added."""

import posixpath
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path

from index.errors import PlanFileUnreadable
from index.reading.containers import weigh
from index.reading.word.drafts.placed_xml import Placed, UnfitXml, placed
from index.reading.word.ooxml import COMMENTS, MAIN, NUMBERING, STYLES, TYPES
from index.reading.word.ooxml import RELATIONSHIPS as _R
from index.reading.word.ooxml import W as _W

FILE, REMEDY = " Word 文件", "用 Word 或 WPS 重新保存为 .docx "
_CONTENT_TYPES = "[Content_Types].xml"
_LARGEST = 32 * 2**20  # bytes of the document's part, which the caller takes into memory as well
_REMARKS = {f"{_W}comment", f"{_W}commentRangeStart", f"{_W}commentReference"}


@dataclass(frozen=True, slots=True)
class Ending:
    """Where the root of a part ends: new children go to byte `at`; "" for a part that is absent.

    `name` is the root's tag as written; a void root (<x/>) ends at `at` with /> and holds nothing.
    """

    part: str
    at: int = 0
    name: str = ""
    is_void: bool = False


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts that comments concern; `relation` is a free name, "" when comments are related."""

    document: str
    comments: Ending
    relations: Ending
    types: Ending
    relation: str
    is_typed: bool
    first_free: int  # the number of the first comment of ours


class Package:
    """A .docx that was weighed, open for reading in the child; PlanFileUnreadable if unfit."""

    def __init__(self, file: Path) -> None:
        weigh(file, FILE, REMEDY)
        self._file = file
        self._zip = zipfile.ZipFile(file)
        self._names = set(self._zip.namelist())
        self.document_part = self._main()
        if self._zip.getinfo(self.document_part).file_size > _LARGEST:
            raise PlanFileUnreadable(
                f"{file.name}：正文部分超过 {_LARGEST // 2**20} MB，不像文稿；请拆成几份再传。"
            )
        self.document = self._part(self.document_part)
        folder, name = posixpath.split(self.document_part)
        self._relations = posixpath.join(folder, "_rels", f"{name}.rels")

    def related(self, kind: str) -> Placed | None:
        """The root of the part that the document is related to in this way."""
        name = self._target(kind)
        return self._part(name) if name in self._names else None

    @property
    def styles(self) -> Placed | None:
        return self.related(STYLES)

    @property
    def numbering(self) -> Placed | None:
        return self.related(NUMBERING)

    def parts(self) -> Parts:
        """What is to be known to add comments."""
        related = self._target(COMMENTS)
        comments = related or self._free_name()
        types = self._part(_CONTENT_TYPES)
        named = {one.get("PartName", "").lower() for one in types.iter(f"{TYPES}Override")}
        return Parts(
            self.document_part,
            self._ending(comments),
            self._ending(self._relations),
            self._ending(_CONTENT_TYPES),
            "" if related else self._free_relation(),
            f"/{comments}".lower() in named,
            self._first_free(comments),
        )

    def _main(self) -> str:
        found = _targets(self._part("_rels/.rels"), "", MAIN)
        if not found or found[0] not in self._names:
            raise self._unfit()
        return found[0]

    def _target(self, kind: str) -> str:
        if self._relations not in self._names:
            return ""
        folder = posixpath.dirname(self.document_part)
        return next(iter(_targets(self._part(self._relations), folder, kind)), "")

    def _free_name(self) -> str:
        folder = posixpath.dirname(self.document_part)
        taken = {name.lower() for name in self._names}
        names = ("comments.xml", *(f"comments{number}.xml" for number in range(len(taken) + 1)))
        paths = (posixpath.join(folder, name) for name in names)
        return next(path for path in paths if path.lower() not in taken)

    def _free_relation(self) -> str:
        taken = set[str]()
        if self._relations in self._names:
            taken = {one.get("Id", "") for one in self._part(self._relations)}
        return next(
            name
            for number in range(len(taken) + 1)
            if (name := f"rIdComments{number}") not in taken
        )

    def _first_free(self, comments: str) -> int:
        """One more than any number that a comment of the file has, wherever it is named."""
        parts = [self.document, *([self._part(comments)] if comments in self._names else [])]
        numbers = [
            int(number)
            for part in parts
            for one in part.iter()
            if one.tag in _REMARKS and re.fullmatch("[0-9]{1,9}", number := one.get(f"{_W}id", ""))
        ]
        return max(numbers, default=-1) + 1

    def _ending(self, part: str) -> Ending:
        if part not in self._names:
            return Ending(part)
        root = self._part(part)
        at = root.end - len("/>") if root.is_void else root.closed
        return Ending(part, at, root.name, root.is_void)

    def _part(self, name: str) -> Placed:
        try:
            return placed(self._zip.read(name))
        except (KeyError, UnfitXml, zipfile.BadZipFile, NotImplementedError, OSError) as error:
            raise self._unfit() from error

    def _unfit(self) -> PlanFileUnreadable:
        return PlanFileUnreadable(f"{self._file.name}：不是完整的{FILE}；请{REMEDY}后再放入。")


def _targets(relations: Placed, folder: str, kind: str) -> list[str]:
    """The parts inside the package that are related in this way, as the zip names them."""
    return [
        posixpath.normpath(posixpath.join("/", folder, one.get("Target", ""))).lstrip("/")
        for one in relations.iter(f"{{{_R}}}Relationship")
        if one.get("Type") == kind and one.get("TargetMode") != "External"
    ]
