"""The `flask` commands of the operator."""

from flask import Flask

from chatbot.cli.asking import ask, check_wording, compare, phrases
from chatbot.cli.plans import add_plan, build_index, inspect, publish
from chatbot.cli.running import calibrate, evaluate, widget_hash
from chatbot.cli.staff import questions, staff
from chatbot.services import Services


def register(app: Flask) -> None:
    """Give `app` its commands; each refuses in one Chinese sentence and exit code 1."""
    services: Services = app.extensions["planbot"]
    for room in (
        *(build_index, add_plan, inspect, publish, ask, check_wording, phrases, compare),
        *(evaluate, calibrate, widget_hash, staff, questions),
    ):
        app.cli.add_command(room.command(services))
