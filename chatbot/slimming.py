"""A script or a style sheet -> the same without what only people read: comments, white space."""

from functools import lru_cache
from pathlib import Path

import rcssmin
import rjsmin

_WAYS = {".js": rjsmin.jsmin, ".css": rcssmin.cssmin}


def slimmed(file: Path) -> bytes:
    """What travels of a file; of any other kind all of it."""
    return _slimmed(file, file.stat().st_mtime_ns)


@lru_cache(maxsize=64)
def _slimmed(file: Path, _: int) -> bytes:
    way = _WAYS.get(file.suffix)
    content = file.read_bytes()
    return str(way(content.decode("utf-8"))).encode() if way else content
