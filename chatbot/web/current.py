"""The running application's services, as every page reaches them."""

import logging

from flask import current_app

from chatbot.answering.answer import Answer
from chatbot.records.errors import RecordsUnavailable
from chatbot.services import Services

_log = logging.getLogger(__name__)


def services() -> Services:
    found: Services = current_app.extensions["planbot"]
    return found


def remember(question: str, answer: Answer) -> None:
    """Keep what was asked; a full disk is the operator's trouble, and costs nobody an answer."""
    try:
        services().records.keep_question(question, answer)
    except RecordsUnavailable as fault:
        _log.error("%s", fault)
