"""A form that was not taken, shown again to whoever is signed in: seen, then sent by a press."""

from http.client import OK
from io import BytesIO
from urllib.parse import unquote_to_bytes, urlsplit

from flask import current_app, render_template, request

from chatbot.records.staff.sessions import form_token
from chatbot.web.desk.forms.carrying import Carried
from chatbot.web.desk.forms.filling import filled

_SHOWN = 20_000  # characters of a field that are shown where its page cannot be; all are sent


def shown_again(carried: Carried, cookie: tuple[str, str], note: str) -> str:
    """The page on which the form stood, filled in; or a page of its own with the same words.

    `cookie` is the session's, by name and value: it need not be that of this request.
    """
    if carried.left_files:
        note += "文件不能代存，请重新选一次。"
    page = _page(carried.page, cookie)
    if page and (again := filled(page, carried, note)):
        return again
    return render_template(
        "desk/forms/resumed.html",
        carried=carried,
        note=note,
        token=form_token(cookie[1]),
        shown=_SHOWN,
    )


def _page(address: str, cookie: tuple[str, str]) -> str:
    """What a browser with this session would be shown there; "" when that is no page."""
    asked = urlsplit(address)
    environ = {
        name: value for name, value in request.environ.items() if not name.startswith("werkzeug.")
    } | {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": unquote_to_bytes(asked.path).decode("latin-1"),  # as WSGI has it
        "QUERY_STRING": asked.query,
        "CONTENT_LENGTH": "0",
        "CONTENT_TYPE": "",
        "wsgi.input": BytesIO(),
        "HTTP_COOKIE": "=".join(cookie),
    }
    # A context of the application first: the two requests share nothing that one keeps in `g`.
    with current_app.app_context(), current_app.request_context(environ):
        reply = current_app.full_dispatch_request()
        is_page = reply.status_code == OK and reply.mimetype == "text/html"
        return reply.get_data(as_text=True) if is_page else ""
