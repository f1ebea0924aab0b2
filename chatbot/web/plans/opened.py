"""The address of a plan -> the text to show: that of today, or the one that a link was made for."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from flask import request

from chatbot.web.http.refusals import RequestRefused, document_unknown
from chatbot.web.http.served_by import services
from chatbot.web.plans.places_asked import span_asked_for
from index.intake.documents import Document
from index.outlining.outline import Section, outline
from index.spans import Span
from index.storage.archive import Version


class Standing(Enum):
    """How the text that is shown stands to what is served."""

    CURRENT = "current"
    MOVED = "moved"  # read anew by a newer program; the words were found again
    REREAD = "reread"  # the same, but the words do not stand in what is read now
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Opened:
    """A text with its outline and the place asked for; `newer` is what took its place, if anything.

    `since` is when that was first served, UTC in ISO form. `same_words` is where the words stand in
    it. `older` are texts that a link without a version may have been made for.
    """

    document: Document
    sections: Sequence[Section]
    mark: Span | None
    standing: Standing = Standing.CURRENT
    newer: Document | None = None
    since: str = ""
    same_words: Span | None = None
    older: tuple[Version, ...] = ()

    @property
    def mark_is_lost(self) -> bool:
        return self.mark is None and bool({"start", "end"} & request.args.keys())


def opened(document_id: str) -> Opened:
    """What the request asks for; RequestRefused when there is no such document, or it is closed."""
    current, wanted = (
        services().shelf.current().document(document_id),
        request.args.get("sha256", ""),
    )
    if current and current.sha256.startswith(wanted):
        return _as_it_stands(current)
    kept = _kept(document_id, wanted, is_served=current is not None)
    if kept and current:
        return _beside(kept, current)
    if kept:
        return _gone(kept)
    if current:
        return _as_it_stands(current)
    raise document_unknown()


def _kept(document_id: str, wanted: str, *, is_served: bool) -> Document | None:
    """The text that is asked for; of a document that is served no more the last, if none is."""
    archive = services().archive
    if not is_served:
        versions = archive.versions(document_id)
        wanted = wanted or (versions[0].sha256 if versions else "")
    kept = archive.find(document_id, wanted)
    hidden = services().intaking.folders.hidden().get(kept.file) if kept else None
    if hidden and hidden.is_closed and not is_served:
        raise RequestRefused(
            410, "document_withdrawn", "这份文件已经撤下，不再公开：请查阅发布机关现行的文件。"
        )
    return kept


def _beside(kept: Document, current: Document) -> Opened:
    """Another text of a document that is served: read by an older program, or superseded."""
    mark = span_asked_for(kept)
    found = _again(kept.text, mark, current.text)
    if kept.file_sha256 != current.file_sha256:
        since = _since(current)
        return Opened(kept, outline(kept), mark, Standing.SUPERSEDED, current, since, found)
    if found:
        sections = services().shelf.current().sections(current.id)
        return Opened(current, sections, found, Standing.MOVED)
    return Opened(kept, outline(kept), mark, Standing.REREAD, current)


def _as_it_stands(document: Document) -> Opened:
    mark, sections = span_asked_for(document), services().shelf.current().sections(document.id)
    is_bound = "sha256" in request.args or mark is None
    versions = () if is_bound else services().archive.versions(document.id)
    older = tuple(one for one in versions if one.file_sha256 != document.file_sha256)
    return Opened(document, sections, mark, older=older)


def _gone(kept: Document) -> Opened:
    """A document that is served no more: another took its place, or it was withdrawn."""
    mark = span_asked_for(kept)
    hidden = services().intaking.folders.hidden().get(kept.file)
    by = hidden.replaced_by if hidden else ""
    documents = services().shelf.current().documents
    newer = next((one for one in documents if by and one.file == by), None)
    if newer is None:
        return Opened(kept, outline(kept), mark, Standing.WITHDRAWN)
    found = _again(kept.text, mark, newer.text)
    return Opened(kept, outline(kept), mark, Standing.SUPERSEDED, newer, _since(newer), found)


def _since(document: Document) -> str:
    versions = services().archive.versions(document.id)
    return next((one.since for one in versions if one.sha256 == document.sha256), "")


def _again(before: str, mark: Span | None, now: str) -> Span | None:
    """Where the marked words stand in another text: of several places the same one in the count."""
    if mark is None:
        return None
    words = mark.cut(before)
    count, start = before.count(words, 0, mark.start), -1
    for _ in range(count + 1):
        found = now.find(words, start + 1)
        if found < 0:
            break
        start = found
    return Span(start, start + len(words)) if start >= 0 else None
