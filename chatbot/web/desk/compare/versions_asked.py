"""What a form names as a version: a document of the shelf, a file sent, or one sent before."""

from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from flask import request
from werkzeug.datastructures import FileStorage

from chatbot.web.desk.compare.hidden_version import unpacked
from chatbot.web.http.refusals import bad_request
from chatbot.web.http.served_by import services
from chatbot.web.http.uploads import saved, shown_name
from index.intake.documents import Document, read_document
from index.outlining.outline import Section, outline

TAKEN = (".docx", ".txt", ".pdf", ".ofd", ".html", ".htm", ".md")
LONGEST = 200_000  # characters


@dataclass(frozen=True, slots=True)
class Version:
    """A text to compare, with its outline; only one of the shelf can be opened in the reader."""

    document: Document
    sections: tuple[Section, ...]
    on_shelf: bool

    @property
    def told(self) -> str:
        """How the audit trail names it: nothing of what was sent is written down."""
        if self.on_shelf:
            return f"《{self.document.title}》"
        return f"上传的文件（{len(self.document.text)} 字）"


def version_asked(side: str, called: str) -> Version:
    """The version that the fields of one side name; a file goes before a choice.

    RequestRefused, PlanFileUnreadable or PlanFileEmpty, in words for who asks.
    """
    sent = request.files.get(f"{side}_file")
    if sent and sent.filename:
        return _checked(_read(sent, called), called)
    if carried := request.form.get(f"{side}_carried"):
        return _checked(unpacked(carried), called)
    shelf = services().shelf.current()
    name = request.values.get(side, "")
    if not name:
        raise bad_request(
            "version_missing", f"还没有选{called}：请从现有文件里选一份，或者上传文件。"
        )
    document = shelf.document(name)
    if document is None:
        raise bad_request("document_unknown", f"{called}是一份不存在的文件：请重新选一份。")
    return Version(document, shelf.sections(name), on_shelf=True)


def _read(sent: FileStorage, called: str) -> Document:
    with saved(sent, f"上传的{called}", TAKEN) as file:
        found = read_document(file, "", None)
    shown = shown_name(sent.filename or "")
    title = PurePosixPath(shown).stem if found.title == file.stem else found.title
    return replace(found, file=shown, title=title)


def _checked(document: Document, called: str) -> Version:
    if len(document.text) > LONGEST:
        raise bad_request(
            "text_too_long",
            f"{called}太长（{len(document.text)} 字）：请按章拆成几份，每份 {LONGEST} 字以内。",
        )
    return Version(document, outline(document), on_shelf=False)
