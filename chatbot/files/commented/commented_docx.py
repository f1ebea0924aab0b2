"""A .docx and remarks on it -> the same file, each remark as a Word comment at its words."""

import io
import posixpath
import shutil
import zipfile
from collections.abc import Sequence
from pathlib import Path

from chatbot.files.commented.comment_marks import marked
from chatbot.files.commented.comment_part import Author, comment, whole_part
from chatbot.files.commented.remarks import Remark
from index.errors import PlanFileUnreadable
from index.reading.word.drafts.package import Ending, Parts
from index.reading.word.drafts.word_draft import WordDraft
from index.reading.word.ooxml import COMMENTS, COMMENTS_TYPE, RELATIONSHIPS

_DECLARED = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'


def commented_docx(
    file: Path, draft: WordDraft, remarks: Sequence[Remark], author: Author
) -> bytes:
    """The bytes of the file with the comments; without remarks those of the file itself.

    Nothing is written anew: marks are put between the bytes of the document, entries between
    those of the lists of parts, and every other part is copied. Raises PlanFileUnreadable.
    """
    if not remarks:
        return file.read_bytes()
    try:
        with zipfile.ZipFile(file) as package:
            return _written(package, _changed(package, draft, remarks, author))
    except (zipfile.BadZipFile, KeyError, NotImplementedError, OSError) as error:
        raise PlanFileUnreadable(
            f"{file.name}：不是完整的 Word 文件；请用 Word 或 WPS 重新保存为 .docx 后再放入。"
        ) from error


def _changed(
    package: zipfile.ZipFile, draft: WordDraft, remarks: Sequence[Remark], author: Author
) -> dict[str, bytes]:
    """Part -> its bytes as they shall be, for the parts that change or are added."""
    parts = draft.parts
    numbered = list(enumerate(remarks, parts.first_free))
    name = parts.comments.name.encode()
    said = b"".join(comment(number, one, author, name) for number, one in numbered)
    document = package.read(parts.document)
    changed = {parts.document: marked(document, draft, numbered)}
    for ending, added, anew in (
        (parts.comments, said, _DECLARED + whole_part(said)),
        (parts.relations, _relation(parts, parts.relations.name), _relations(parts)),
        (parts.types, _type(parts), b""),
    ):
        if ending.name and added:
            changed[ending.part] = _with(package.read(ending.part), ending, added)
        elif added:
            changed[ending.part] = anew
    return changed


def _with(content: bytes, ending: Ending, added: bytes) -> bytes:
    before, after = content[: ending.at], content[ending.at :]
    if not ending.is_void:
        return before + added + after
    name = ending.name.encode()
    return before + b">" + added + b"</" + name + b">" + after.removeprefix(b"/>")


def _relation(parts: Parts, root: str) -> bytes:
    if not parts.relation:
        return b""
    target = posixpath.basename(parts.comments.part)  # beside the document
    tag = _beside(root, "Relationship")
    return f'<{tag} Id="{parts.relation}" Type="{COMMENTS}" Target="{target}"/>'.encode()


def _relations(parts: Parts) -> bytes:
    opened, closed = f'<Relationships xmlns="{RELATIONSHIPS}">', "</Relationships>"
    return _DECLARED + opened.encode() + _relation(parts, "Relationships") + closed.encode()


def _type(parts: Parts) -> bytes:
    if parts.is_typed:
        return b""
    tag, name = _beside(parts.types.name, "Override"), f"/{parts.comments.part}"
    return f'<{tag} PartName="{name}" ContentType="{COMMENTS_TYPE}"/>'.encode()


def _beside(root: str, name: str) -> str:
    """A name with the prefix that the root has."""
    prefix, colon, _ = root.rpartition(":")
    return prefix + colon + name


def _written(package: zipfile.ZipFile, changed: dict[str, bytes]) -> bytes:
    """The package in its order, the parts that are new at its end."""
    written = io.BytesIO()
    left = dict(changed)
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as made:
        for entry in package.infolist():
            again = zipfile.ZipInfo(entry.filename, entry.date_time)
            again.compress_type, again.external_attr = entry.compress_type, entry.external_attr
            if content := left.pop(entry.filename, b""):
                made.writestr(again, content)
                continue
            with package.open(entry) as part, made.open(again, "w") as copy:
                shutil.copyfileobj(part, copy)
        for name, content in left.items():
            made.writestr(name, content)
    return written.getvalue()
