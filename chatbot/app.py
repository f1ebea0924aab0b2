"""create_app: settings in, a Flask application with its pages and commands out."""

from pathlib import Path

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from chatbot import cli, web
from chatbot.services import make_services
from chatbot.settings import Settings
from chatbot.web.http.sending import version_of


def create_app(settings: Settings | None = None) -> Flask:
    """The application; with an index present it is loaded now, so that workers share it."""
    settings = settings or Settings.from_environment()
    files = Path(__file__).parent / "static"
    app = Flask(__name__, static_url_path=f"/static/{version_of(files)}")
    if settings.proxies:  # whoever is not behind a proxy could claim to be anybody
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=settings.proxies, x_proto=0)  # type: ignore[method-assign]
    services = make_services(settings)
    app.extensions["planbot"] = services
    web.register(app)
    cli.register(app)
    return app
