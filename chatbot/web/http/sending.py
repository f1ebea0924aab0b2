"""What travels is small and asked for once: replies compressed, files named by what they hold.

Compressed are what anybody may read; pages of the desk carry a secret in a form beside words that
others chose, whose length would tell of it (BREACH, Gluck, Harris and Prado 2013).
"""

import hashlib
from functools import lru_cache
from http.client import NOT_MODIFIED, OK
from pathlib import Path

import brotli
from flask import Flask, Response, request
from flask_compress import Compress
from werkzeug.wsgi import ClosingIterator, FileWrapper

from chatbot.web.http.headers import is_for_staff

_FILES = frozenset({"static", "widget.send_file"})
_TIGHTEST = 11  # of Brotli's levels; a reply made for one person is compressed at 6
_YEAR = 365 * 24 * 3600  # seconds
_compress = Compress()


def register(app: Flask) -> None:
    app.config["COMPRESS_REGISTER"] = False
    app.config["COMPRESS_ALGORITHM"] = ["br", "gzip"]
    app.config["COMPRESS_BR_LEVEL"] = 6
    _compress.init_app(app)
    app.after_request(_send)


def version_of(folder: Path) -> str:
    """A name for the files of a folder that changes whenever one of them does."""
    digest = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            digest.update(f"{file.relative_to(folder)}\n".encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()[:10]


def _read_at_once(response: Response) -> None:
    """A small file in one piece: what is streamed cannot be sent as gzip."""
    response.direct_passthrough = False
    file = response.response
    response.set_data(response.get_data())
    if isinstance(file, ClosingIterator | FileWrapper):
        file.close()


def _send(response: Response) -> Response:
    if request.endpoint == "static" and response.status_code in (OK, NOT_MODIFIED):
        response.cache_control.public = True
        response.cache_control.no_cache = None
        response.cache_control.max_age = _YEAR
        response.cache_control.immutable = True
    if is_for_staff(request.path):
        return response
    if request.endpoint in _FILES and response.status_code == OK:
        _read_at_once(response)
        if request.accept_encodings["br"]:
            return _tight(response)
    return _compress.after_request(response)


def _tight(response: Response) -> Response:
    """A file as small as Brotli makes it: worked out once, sent for as long as the file is."""
    tag, is_weak = response.get_etag()
    response.set_data(_tightest(response.get_data()))
    response.content_encoding = "br"
    response.vary.add("Accept-Encoding")
    if tag:
        response.set_etag(f"{tag}:br", bool(is_weak))
    return response


@lru_cache(maxsize=64)
def _tightest(content: bytes) -> bytes:
    return bytes(brotli.compress(content, quality=_TIGHTEST))
