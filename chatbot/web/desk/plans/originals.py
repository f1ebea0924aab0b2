"""The file as it was sent in, to be seen beside what was read of it: pages, or a web page."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from threading import Lock

from flask import Blueprint, Response, abort

from chatbot.records.staff.accounts import Right
from chatbot.web.desk.plans.intakes_asked import intake_asked
from chatbot.web.desk.session import for_staff
from chatbot.web.http.downloads import saved_as
from chatbot.web.http.served_by import services
from index.reading import can_convert
from index.reading.fixed_layout.page_pictures import PagePicture, pictures_of
from index.reading.word.office import converted

pages = Blueprint("originals", __name__)

_SHOWN = {".pdf": "pages", ".html": "web", ".htm": "web", ".txt": "text", ".md": "text"}
_BY_OFFICE = frozenset({".docx", ".doc", ".wps"})
PAGES = 3  # at most, that are drawn
_KEPT = 8  # files whose pages are kept in memory
_one_at_a_time = Lock()
# A stranger's page: nothing in it runs, nothing is fetched, and only our own pages may frame it.
_HARMLESS = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"


def shown_as(file: Path) -> str:
    """How the original can be shown: pages, web, text; "" when it can only be saved."""
    suffix = file.suffix.lower()
    if suffix in _BY_OFFICE:
        return "pages" if can_convert() else ""
    return _SHOWN.get(suffix, "")


@pages.get("/desk/plans/<int:number>/pages/<int:page>.png")
@for_staff(Right.INTAKE)
def picture(number: int, page: int) -> Response:
    """One of the first pages; 404 after the last."""
    file = services().intaking.file(intake_asked(number))
    with _one_at_a_time:  # the pages of one file are asked for together, and drawn once
        drawn = _pictures(file, file.stat().st_mtime_ns)
    if not 1 <= page <= len(drawn):
        abort(404)
    return Response(drawn[page - 1].png, mimetype="image/png")


@pages.get("/desk/plans/<int:number>/original")
@for_staff(Right.INTAKE)
def original(number: int) -> Response:
    """The bytes as they came: a web page or plain text to look at, anything else to save."""
    file = services().intaking.file(intake_asked(number))
    kind = shown_as(file)
    if kind == "web":
        reply = Response(file.read_bytes(), content_type="text/html")
        reply.headers["Content-Security-Policy"] = _HARMLESS
        return reply
    return saved_as(file.read_bytes(), file.name)


@lru_cache(maxsize=_KEPT)
def _pictures(file: Path, _: int) -> tuple[PagePicture, ...]:
    with _as_pdf(file) as printed:
        return pictures_of(printed, PAGES)


@contextmanager
def _as_pdf(file: Path) -> Iterator[Path]:
    if file.suffix.lower() in _BY_OFFICE:
        with converted(file, "pdf") as printed:
            yield printed
    else:
        yield file
