"""Bytes -> a reply that the browser saves under a Chinese name and never shows as a page."""

from urllib.parse import quote

from flask import Response

_KINDS = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html",
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def saved_as(content: bytes, name: str) -> Response:
    """Bytes of whatever kind, that the browser saves under their own name and never shows."""
    named = f"attachment; filename=\"plan\"; filename*=UTF-8''{quote(name)}"
    kind = "application/octet-stream"
    return Response(content, mimetype=kind, headers={"Content-Disposition": named})


def download(content: bytes, name: str) -> Response:
    """`name` ends in a kind above; what cannot read Chinese (RFC 6266) sees report.docx."""
    suffix = name.rpartition(".")[2]
    named = f"attachment; filename=\"report.{suffix}\"; filename*=UTF-8''{quote(name)}"
    headers = {"Content-Disposition": named}
    return Response(content, mimetype=_KINDS[suffix], headers=headers)
