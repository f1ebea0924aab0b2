"""What finds the plans without a person: robots.txt, a sitemap, a feed of what was taken in."""

from datetime import datetime
from email.utils import format_datetime

from flask import Blueprint, Response, render_template, url_for

from chatbot.beijing_time import in_full
from chatbot.web.http.served_by import services

pages = Blueprint("discovery", __name__)

_CLOSED = ("/desk", "/api", "/receipts", "/ask/rating")
_PAGES = ("start.home", "asking.form", "plans.shelf", "statements.privacy", "statements.access")
_NEWEST = 30  # entries of the feed


@pages.get("/robots.txt")
def robots() -> Response:
    closed = [f"Disallow: {path}" for path in _CLOSED]
    lines = ("User-agent: *", *closed, f"Sitemap: {url_for('discovery.sitemap', _external=True)}")
    return Response("\n".join(lines) + "\n", mimetype="text/plain")


@pages.get("/sitemap.xml")
def sitemap() -> Response:
    documents = services().shelf.current().documents
    xml = render_template("site/sitemap.xml", pages=_PAGES, documents=documents)
    return Response(xml, mimetype="application/xml")


@pages.get("/plans.rss")
def feed() -> Response:
    """RSS 2.0: plans newly taken in, and those whose text changed."""
    served = {document.id for document in services().shelf.current().documents}
    found = [one for one in services().arrivals.newest(_NEWEST) if one.document in served]
    xml = render_template("site/feed.xml", arrivals=found, in_full=in_full, dated=_dated)
    return Response(xml, mimetype="application/rss+xml")


def _dated(moment: str) -> str:
    """A moment as RSS wants it (RFC 822)."""
    return format_datetime(datetime.fromisoformat(moment))
