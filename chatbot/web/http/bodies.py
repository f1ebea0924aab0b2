"""The body of a request, when it is JSON and no longer than allowed."""

from flask import request
from werkzeug.exceptions import RequestEntityTooLarge

from chatbot.web.http.refusals import body_too_large, not_json


def json_body(limit: int) -> bytes:
    """The body, of at most `limit` bytes; RequestRefused for any other."""
    request.max_content_length = limit
    # Asking for exactly this type makes a browser on a foreign page ask permission first.
    if request.mimetype != "application/json":
        raise not_json()
    try:
        body = request.get_data()
    except RequestEntityTooLarge as error:
        raise body_too_large(limit) from error
    # A body sent in chunks declares no length: werkzeug cuts it at the limit without a word.
    if request.content_length is None and len(body) >= limit:
        raise body_too_large(limit)
    return body
