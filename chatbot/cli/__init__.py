"""The `flask` commands of the operator."""

from flask import Flask

from chatbot.cli import (
    adding,
    asking,
    calibrating,
    checking,
    comparing,
    evaluating,
    indexing,
    inspecting,
    phrases,
    pinning,
    questions,
    staffing,
)
from chatbot.services import Services


def register(app: Flask) -> None:
    """Give `app` its commands; each refuses in one Chinese sentence and exit code 1."""
    services: Services = app.extensions["planbot"]
    for room in (
        *(indexing, adding, inspecting, asking, evaluating, calibrating),
        *(checking, phrases, comparing, pinning, staffing, questions),
    ):
        app.cli.add_command(room.command(services))
