"""create_app: settings in, a Flask application with its pages and commands out."""

from flask import Flask

from chatbot import cli, web
from chatbot.services import make_services
from chatbot.settings import Settings


def create_app(settings: Settings | None = None) -> Flask:
    """The application; with an index present it is loaded now, so that workers share it."""
    settings = settings or Settings.from_environment()
    app = Flask(__name__)
    services = make_services(settings)
    app.extensions["planbot"] = services
    web.register(app)
    cli.register(app)
    return app
