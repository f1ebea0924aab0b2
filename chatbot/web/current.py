"""The running application's services, as every page reaches them."""

from flask import current_app

from chatbot.services import Services


def services() -> Services:
    found: Services = current_app.extensions["planbot"]
    return found
