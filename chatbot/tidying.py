"""A running service -> papers that have had their days are deleted, though nobody looks."""

import logging
from threading import Event

from chatbot.records.errors import RecordsUnavailable
from chatbot.services import Services

_EVERY = 600.0  # seconds
_log = logging.getLogger(__name__)


def keep_tidy(services: Services, over: Event, every: float = _EVERY) -> None:
    """Delete what is over now, and again and again; a full disk is told in the log."""
    while True:
        try:
            services.checks.forget_old()
        except RecordsUnavailable as fault:
            _log.error("%s", fault)
        if over.wait(every):
            return
