"""What a form sent that could not be taken: carried through signing in, never done by itself."""

import json
import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from flask import request
from werkzeug.exceptions import RequestEntityTooLarge

from chatbot.web.http.refusals import body_too_large

MOST = 2 * 1024 * 1024  # bytes of fields that are carried: the longest draft several times over
_OURS = re.compile(r"/desk(?:/[A-Za-z0-9_.%-]+)*(?:\?[^\s\\]*)?")


@dataclass(frozen=True, slots=True)
class Carried:
    """The fields of a form, in the order sent: `to` is where it goes, `page` where it stood.

    Passwords, whose fields all say so in their names, and the form's token are not among them.
    Files cannot be carried: `left_files` tells that there were some.
    """

    to: str
    page: str
    fields: tuple[tuple[str, str], ...]
    left_files: bool = False

    def __post_init__(self) -> None:
        if not is_of_the_desk(self.to) or not is_of_the_desk(self.page):
            raise ValueError("a form of the desk goes from the desk to the desk")

    @property
    def is_empty(self) -> bool:
        return not self.fields and not self.left_files


def is_of_the_desk(address: str) -> bool:
    """Whether an address, without its host, can only be one of the desk."""
    return _OURS.fullmatch(address) is not None


def carried_now() -> Carried | None:
    """What this POST to the desk holds; None when it is nothing.

    RequestRefused when that is more than is carried.
    """
    if not is_of_the_desk(_address()):
        return None
    request.max_form_memory_size = MOST
    try:
        sent, files = request.form, request.files
    except RequestEntityTooLarge as error:
        raise body_too_large(request.max_content_length or MOST) from error
    fields = tuple((name, value) for name, value in sent.items(multi=True) if _is_typed(name))
    left_files = any(file.filename for file in files.values())
    carried = Carried(_address(), _page(), fields, left_files)
    return None if carried.is_empty else carried


def packed(carried: Carried | None) -> str:
    """For a hidden field; "" for nothing."""
    if carried is None:
        return ""
    value = [carried.to, carried.page, carried.fields, carried.left_files]
    return json.dumps(value, ensure_ascii=False)


def unpacked(field: str) -> Carried | None:
    """What `packed` gave; None for anything else."""
    try:
        to, page, fields, left_files = json.loads(field)
        pairs = tuple((str(name), str(value)) for name, value in fields if _is_typed(str(name)))
        return Carried(str(to), str(page), pairs, bool(left_files))
    except (ValueError, TypeError, RecursionError):
        return None


def _is_typed(name: str) -> bool:
    return name != "token" and "password" not in name


def _address() -> str:
    """As a form names it in its `action`."""
    query = request.query_string.decode("latin-1")
    return f"{quote(request.path)}?{query}".rstrip("?")


def _page() -> str:
    """Where the form stood: what the browser names, or else the address that it goes to."""
    referrer = urlsplit(request.referrer or "")
    named = f"{referrer.path}?{referrer.query}".rstrip("?")
    return named if referrer.netloc == request.host and is_of_the_desk(named) else _address()
