"""Every text that was ever served -> kept, so that an old citation opens its very words."""

import contextlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import sqlite_utils

from index.errors import GenerationDamaged
from index.intake.documents import Document
from index.storage import rows

_COLUMNS = {"document_id": str, "sha256": str, "file_sha256": str, "title": str, "since": str}
_SHORTEST = 8  # characters of a hash that name a text


@dataclass(frozen=True, slots=True)
class Version:
    """A text that a document had; `since` is when it was first served, UTC in ISO form."""

    sha256: str
    file_sha256: str
    title: str
    since: str


def read_only(file: Path) -> sqlite3.Connection:
    """A database that is only looked at."""
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)


def documents_in(file: Path) -> tuple[Document, ...]:
    """The documents in the database of a generation, whichever program wrote it.

    Raises sqlite3.Error, ValueError, KeyError or TypeError when it cannot be read.
    """
    with contextlib.closing(read_only(file)) as connection:
        found = sqlite_utils.Database(connection).table("documents").rows
        return tuple(rows.archived_document(_with_lists(row)) for row in found)


def _with_lists(row: dict[str, Any]) -> dict[str, Any]:
    lists = {name: json.loads(row.get(name) or "[]") for name in ("removed", "styles", "marked")}
    return {**row, **lists}


class Archive:
    """The texts of one data folder, in a file of its own; what is in it is never changed."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "texts.db"

    def keep(self, documents: Iterable[Document]) -> None:
        """Keep the texts that are not kept yet, as of now; raises GenerationDamaged."""
        since = datetime.now(UTC).isoformat(timespec="seconds")
        with self._open(writable=True) as database:
            table = database.table("texts")
            columns = {**_COLUMNS, "document": str}
            table.create(columns, pk=("document_id", "sha256"), if_not_exists=True)
            kept = (
                {
                    "document_id": document.id,
                    "sha256": document.sha256,
                    "file_sha256": document.file_sha256,
                    "title": document.title,
                    "since": since,
                    "document": json.dumps(rows.document_row(document), ensure_ascii=False),
                }
                for document in documents
            )
            table.insert_all(kept, ignore=True)

    def versions(self, document_id: str) -> tuple[Version, ...]:
        """The texts that a document had, the newest first; none when nothing is kept."""
        with self._open() as database:
            found = database.query(
                f"select {', '.join(list(_COLUMNS)[1:])} from texts where document_id = ?"  # noqa: S608  our own names
                " order by rowid desc",
                [document_id],
            )
            return tuple(Version(**row) for row in found)

    def find(self, document_id: str, sha256: str) -> Document | None:
        """The document as it was with the text whose hash is, or begins with, this one."""
        if len(sha256) < _SHORTEST:
            return None
        with self._open() as database:
            found = database.query(
                "select document from texts where document_id = ? and substr(sha256, 1, ?) = ?",
                [document_id, len(sha256), sha256],
            )
            row = next(iter(found), None)
        return rows.archived_document(json.loads(row["document"])) if row else None

    @contextlib.contextmanager
    def _open(self, *, writable: bool = False) -> Iterator[sqlite_utils.Database]:
        """The file, or an empty one in memory when there is none to read."""
        mode = "rwc" if writable else "ro"
        there = writable or self._file.exists()
        address = f"{self._file.absolute().as_uri()}?mode={mode}" if there else ":memory:"
        try:
            with contextlib.closing(sqlite3.connect(address, uri=there)) as connection:
                database = sqlite_utils.Database(connection)
                if not there:
                    database.table("texts").create({**_COLUMNS, "document": str})
                yield database
                connection.commit()
        except sqlite3.Error as error:
            raise GenerationDamaged(
                f"{self._file.name}：历次文本读写不了（{error}）；请检查磁盘空间和文件夹权限。"
            ) from error
