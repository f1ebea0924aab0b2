"""The running application's services, as every page reaches them."""

import logging
from collections.abc import Iterable

from flask import current_app

from chatbot.answering.answer import Answer
from chatbot.records.errors import RecordsUnavailable
from chatbot.services import Services
from chatbot.web.http.refusals import bad_request

_log = logging.getLogger(__name__)


def services() -> Services:
    found: Services = current_app.extensions["planbot"]
    return found


def titles() -> dict[str, str]:
    """The titles of the documents served, by id."""
    return {document.id: document.title for document in services().shelf.current().documents}


def refuse_unknown(documents: Iterable[str]) -> None:
    """RequestRefused when one of these ids is of no document that is served."""
    shelf = services().shelf.current()
    if any(shelf.document(name) is None for name in documents):
        raise bad_request(
            "document_unknown",
            "documents 里有一份不存在的文件：请从 /api/documents 取得现有文件的 id 再发。",
        )


def remember(question: str, answer: Answer) -> None:
    """Keep what was asked; a full disk is the operator's trouble, and costs nobody an answer."""
    try:
        services().records.keep_question(question, answer)
    except RecordsUnavailable as fault:
        _log.error("%s", fault)
