"""HTTP only: read the request, call the brain, shape the reply."""

from flask import Flask, request
from flask.json.provider import DefaultJSONProvider

from chatbot.services import Services
from chatbot.web import (
    answers,
    asking,
    documents,
    embedding,
    errors,
    headers,
    plans,
    portal,
    rating,
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
    for part in (answers, documents, status, portal, asking, plans, embedding, rating, widget):
        app.register_blueprint(part.pages)
    services_of_app: Services = app.extensions["planbot"]
    if services_of_app.settings.desk:
        app.register_blueprint(wording.pages)
    errors.register(app)
    headers.register(app)


def names_of_the_site() -> dict[str, str | bool]:
    """What every template may show: the site's name, the telephone number for people.

    `framed`: the page is shown inside another site's page, which has a masthead of its own.
    """
    settings = services().settings
    framed = request.headers.get("Sec-Fetch-Dest") == "iframe"
    return {"site_title": settings.title, "contact": settings.contact, "framed": framed}
