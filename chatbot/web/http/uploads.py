"""A file sent with a form -> a file of ours, for as long as it is read."""

import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from werkzeug.datastructures import FileStorage

from chatbot.web.http.refusals import bad_request

_NAME_SHOWN = 60


@contextmanager
def saved(sent: FileStorage, name: str, taken: Collection[str]) -> Iterator[Path]:
    """Where it lies under our `name`; its own name only tells its format, one of `taken`.

    RequestRefused for any other format.
    """
    suffix = Path(sent.filename or "").suffix.lower()
    if suffix not in taken:
        known = "、".join(taken)
        raise bad_request(
            "file_unknown", f"{name}：不认识这种文件；请上传 {known}，或者另存为其中一种再传。"
        )
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"{name}{suffix}"
        sent.save(file)
        yield file


def shown_name(name: str) -> str:
    """The last part of a file's own name, for people to read; nothing is opened by it."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return "".join(sign for sign in last if sign.isprintable())[-_NAME_SHOWN:]
