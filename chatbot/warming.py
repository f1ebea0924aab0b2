"""A service -> the same with everything loaded that nobody should have to wait for."""

from threading import Event

from chatbot.answering.understanding.sayings import sayings
from chatbot.services import Services
from index.errors import PlanError

_EVERY = 2.0  # seconds between two looks for a rebuilt index
_UNUSABLE = 60.0  # seconds until an index that cannot be served is tried again


def warm_up(services: Services) -> None:
    """Load everything now; raises IndexNotBuilt or GenerationDamaged."""
    sayings()
    services.shelf.warm_up()
    services.desk.warm_up()


def keep_warm(services: Services, over: Event, every: float = _EVERY) -> None:
    """Take in every rebuilt index soon, so that nobody's question or draft waits for it."""
    pause = every
    while not over.wait(pause):
        try:
            warm_up(services)
            pause = every
        except PlanError:  # /healthz tells
            pause = _UNUSABLE
