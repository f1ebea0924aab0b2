"""The address of a request -> the place in a document that it names."""

import re

from flask import request

from index.intake.documents import Document
from index.spans import Span


def span_asked_for(document: Document) -> Span | None:
    """The span named by `start` and `end`; None when it is absent or does not fit this text."""
    start, end = request.args.get("start", ""), request.args.get("end", "")
    if not all(re.fullmatch("[0-9]{1,9}", number) for number in (start, end)):
        return None
    if not 0 <= int(start) < int(end) <= len(document.text):
        return None
    if not document.sha256.startswith(request.args.get("sha256", "")):
        return None  # the link was made for another version: its numbers point at other words
    return Span(int(start), int(end))
