"""A generation <-> disk: written whole, hashed, and swapped in at one stroke."""

import contextlib
import hashlib
import json
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path
from typing import Any

import sqlite_utils

from index.errors import GenerationDamaged, IndexNotBuilt, PlanError
from index.generation import Generation
from index.intake.documents import Document
from index.intake.faults import Fault
from index.intake.folders import PlanFolders
from index.locks import folder_lock
from index.outlining.outline import Section
from index.storage import rows
from index.storage.archive import Archive, documents_in, read_only
from index.storage.rows import MadeFrom, Manifest, read_manifest, write_manifest

_KEEP = 3  # generations: the one served, and two to fall back on
_DATABASE = "generation.db"
_MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Store:
    """The index generations of one data folder.

    `generations/<name>/` holds a database, a manifest with its hash, and the plan files as they
    were. A name is a generation's id, or the id and `.2`, `.3` … when it was written again: what
    lies on disk is never written over. The file `CURRENT` names the one that is served.
    """

    folder: Path

    def current_name(self) -> str:
        """The name of the generation to serve; raises IndexNotBuilt."""
        try:
            name = (self.folder / "CURRENT").read_text(encoding="ascii", errors="replace").strip()
        except (FileNotFoundError, NotADirectoryError) as error:
            raise IndexNotBuilt(
                f"{self.folder} 里还没有索引；请先运行 flask build-index（或 make run）。"
            ) from error
        return name if name.isprintable() else ""

    def current_name_or(self, otherwise: str) -> str:
        """The name of the generation to serve, or another while the pointer is away."""
        try:
            return self.current_name()
        except IndexNotBuilt:
            return otherwise

    def names(self) -> list[str]:
        """The names of all generations kept, newest first."""
        kept = [entry for entry in self._home.glob("*") if not entry.name.startswith(".")]
        kept.sort(key=lambda entry: entry.stat().st_mtime, reverse=True)
        return [entry.name for entry in kept]

    def made_from(self) -> MadeFrom | None:
        """What the current generation was built from; None when there is none, or none whole."""
        try:
            name = self.current_name()
            manifest = self._manifest(name)
            if _file_sha256(self._home / name / _DATABASE) != manifest.sha256:
                return None
        except (IndexNotBuilt, GenerationDamaged):
            return None
        return manifest.made_from

    def faults(self, name: str) -> tuple[Fault, ...]:
        """What was wrong with the folder that a generation was made of; or GenerationDamaged."""
        return self._manifest(name).faults

    def write(
        self,
        generation: Generation,
        plans: Path | PlanFolders,
        made_from: MadeFrom,
        faults: tuple[Fault, ...] = (),
    ) -> None:
        """Keep a generation and the plan files it was made of, then serve it from now on.

        Its texts are kept for good, and those of the generation that was served till now.
        """
        folders = plans if isinstance(plans, PlanFolders) else PlanFolders(plans)
        self._home.mkdir(parents=True, exist_ok=True)
        with folder_lock(self._home):
            self._sweep()
            with tempfile.TemporaryDirectory(prefix=".writing-", dir=self._home) as writing:
                draft = Path(writing) / generation.id
                _write_draft(draft, generation, folders)
                sha256 = _file_sha256(draft / _DATABASE)
                write_manifest(draft / _MANIFEST, Manifest(sha256, made_from, faults))
                _sync(draft / _MANIFEST)
                name = self._free_name(generation.id)
                draft.rename(self._home / name)
            _sync(self._home)
            Archive(self.folder).keep((*self._served_now(), *generation.documents))
            _replace(self.folder / "CURRENT", name)
            self._forget_old(name)

    def load(self, name: str) -> Generation:
        """A generation as it was written; raises GenerationDamaged when one byte differs."""
        file = self._home / name / _DATABASE
        if _file_sha256(file) != self._manifest(name).sha256:
            raise GenerationDamaged(_damaged(name))
        try:
            with contextlib.closing(read_only(file)) as connection:
                database = sqlite_utils.Database(connection)
                return _generation(database, name.partition(".")[0], self.folder / "cache")
        except (sqlite3.Error, ValueError, KeyError, TypeError) as error:
            raise GenerationDamaged(_damaged(name)) from error

    def stored_text(self, generation_id: str, document_id: str) -> str:
        """A document's text as it lies on disk now, for the last check of a quote."""
        name = next((n for n in self.names() if n.partition(".")[0] == generation_id), "")
        try:
            with contextlib.closing(read_only(self._home / name / _DATABASE)) as connection:
                found = connection.execute("select text from documents where id = ?", [document_id])
                (text,) = found.fetchone()
        except (sqlite3.Error, TypeError) as error:
            raise GenerationDamaged(_damaged(generation_id)) from error
        return str(text)

    @property
    def _home(self) -> Path:
        return self.folder / "generations"

    def _sweep(self) -> None:
        """Take away what a writer left that was killed; to be called with the lock."""
        for left in self._home.glob(".writing-*"):
            shutil.rmtree(left)
        for left in self.folder.glob(".CURRENT.*"):
            left.unlink()

    def _served_now(self) -> tuple[Document, ...]:
        """The documents served till now; none when nothing can be read of them."""
        try:
            return documents_in(self._home / self.current_name() / _DATABASE)
        except (PlanError, sqlite3.Error, ValueError, KeyError, TypeError):
            return ()

    def _free_name(self, generation_id: str) -> str:
        names = chain([generation_id], (f"{generation_id}.{number}" for number in count(2)))
        return next(name for name in names if not (self._home / name).exists())

    def _manifest(self, name: str) -> Manifest:
        try:
            return read_manifest(self._home / name / _MANIFEST)
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise GenerationDamaged(_damaged(name)) from error

    def _forget_old(self, current: str) -> None:
        for name in self.names()[_KEEP:]:
            if name != current:
                shutil.rmtree(self._home / name)


def _write_draft(draft: Path, generation: Generation, folders: PlanFolders) -> None:
    originals = draft / "originals"
    originals.mkdir(parents=True)
    for document in generation.documents:
        shutil.copy2(folders.file(document.file), originals)
    database = sqlite_utils.Database(draft / _DATABASE)
    with database.conn:
        database.table("documents").insert_all(
            map(rows.document_row, generation.documents), pk="id"
        )
        database.table("sections").insert_all(
            {"document_id": document.id, **rows.section_row(section)}
            for document, sections in zip(generation.documents, generation.outlines, strict=True)
            for section in sections
        )
        database.table("passages").insert_all(
            {**rows.passage_row(passage), "tokens": terms}
            for passage, terms in zip(generation.passages, generation.tokens, strict=True)
        )
        database.table("user_words").insert_all({"word": word} for word in generation.user_words)
    database.close()
    _sync(draft / _DATABASE)


def _generation(database: sqlite_utils.Database, generation_id: str, cache: Path) -> Generation:
    documents = tuple(rows.document(row) for row in _all(database, "documents"))
    outlines: dict[str, list[Section]] = {document.id: [] for document in documents}
    for row in _all(database, "sections"):
        outlines[row["document_id"]].append(rows.section(row))
    passages = list(_all(database, "passages"))
    return Generation(
        generation_id,
        documents,
        tuple(tuple(sections) for sections in outlines.values()),
        tuple(rows.passage(row) for row in passages),
        tuple(tuple(json.loads(row["tokens"])) for row in passages),
        tuple(row["word"] for row in _all(database, "user_words")),
        cache,
    )


def _all(database: sqlite_utils.Database, table: str) -> Iterator[dict[str, Any]]:
    if table not in database.table_names():
        return iter(())  # it would have been empty, and was never made
    return database.query(f"select * from {table} order by rowid")  # noqa: S608  our own names


def _damaged(generation_id: str) -> str:
    return f"索引 {generation_id} 已损坏或不完整；请重新运行 flask build-index --force。"


def _file_sha256(file: Path) -> str:
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError as error:
        raise GenerationDamaged(_damaged(file.parent.name)) from error


def _replace(file: Path, content: str) -> None:
    draft = file.with_name(f".{file.name}.{os.getpid()}")
    draft.write_text(content, encoding="ascii")
    _sync(draft)
    draft.replace(file)
    _sync(file.parent)


def _sync(path: Path) -> None:
    """Make the disk, not only the cache, hold a file or a folder's list of names."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
