"""HTTP only: read the request, call the brain, shape the reply."""

from flask import Flask
from flask.json.provider import DefaultJSONProvider

from chatbot.services import Services
from chatbot.web import (
    answers,
    asking,
    documents,
    errors,
    headers,
    plans,
    portal,
    status,
    widget,
    wording,
)
from chatbot.web.current import services


def register(app: Flask) -> None:
    """Give `app` every route, error page and response header of the project."""
    app.json = DefaultJSONProvider(app)
    app.json.ensure_ascii = False
    app.json.sort_keys = False
    app.context_processor(names_of_the_site)
    for part in (answers, documents, status, portal, asking, plans, widget):
        app.register_blueprint(part.pages)
    services_of_app: Services = app.extensions["planbot"]
    if services_of_app.settings.desk:
        app.register_blueprint(wording.pages)
    errors.register(app)
    headers.register(app)


def names_of_the_site() -> dict[str, str]:
    """What every template may show: the site's name and the telephone number for people."""
    settings = services().settings
    return {"site_title": settings.title, "contact": settings.contact}
