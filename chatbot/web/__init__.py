"""HTTP only: read the request, call the brain, shape the reply."""

from flask import Flask, request
from flask.json.provider import DefaultJSONProvider

from chatbot.web import (
    answers,
    asking,
    auditing,
    checking,
    comparing,
    concordance,
    documents,
    embedding,
    errors,
    explanation,
    headers,
    own_account,
    phrases,
    pin_form,
    pins,
    plans,
    portal,
    question_figures,
    questions,
    rating,
    signing,
    staff_session,
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
    staff_session.register(app)
    for_all = (answers, documents, status, portal, asking, plans, embedding, rating, widget)
    for_staff = (
        *(signing, own_account, auditing, checking, concordance),
        *(phrases, comparing, explanation, wording),
    )
    on_questions = (questions, question_figures, pins, pin_form)
    for part in (*for_all, *for_staff, *on_questions):
        app.register_blueprint(part.pages)
    errors.register(app)
    headers.register(app)


def names_of_the_site() -> dict[str, str | bool]:
    """What every template may show: the site's name, the telephone number for people.

    `framed`: the page is shown inside another site's page, which has a masthead of its own.
    """
    settings = services().settings
    framed = request.headers.get("Sec-Fetch-Dest") == "iframe"
    return {"site_title": settings.title, "contact": settings.contact, "framed": framed}
