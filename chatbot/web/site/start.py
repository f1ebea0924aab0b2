"""The start page of the bureau: who it is, a question to be asked, what others ask, the plans."""

import mimetypes

from flask import Blueprint, Response, abort, render_template, request, url_for

from chatbot.told import linked_data
from chatbot.told.badges import badges
from chatbot.web.http.served_by import services
from chatbot.web.plans import suggestions

pages = Blueprint("start", __name__)

_PLANS = 6  # listed; the shelf has them all
_DAY = 24 * 3600  # seconds


@pages.get("/")
def home() -> str:
    documents = services().shelf.current().documents
    found = services()
    logo = url_for("start.logo", _external=True) if found.bureau.logo else ""
    name = found.bureau.name or found.settings.title
    home_page = url_for("start.home", _external=True)
    newest = sorted(documents, key=lambda one: one.published or one.issued, reverse=True)
    return render_template(
        "site/start.html",
        shelf=[(document, badges(document)) for document in newest[:_PLANS]],
        total=len(documents),
        samples=suggestions.questions(),
        often=suggestions.often_asked(),
        linked=linked_data.organisation(name, home_page, found.settings.contact, logo),
    )


@pages.get("/logo")
def logo() -> Response:
    file = services().bureau.logo
    if file is None:
        abort(404)
    response = Response(file.read_bytes(), mimetype=mimetypes.guess_type(file.name)[0])
    response.cache_control.max_age = _DAY
    response.add_etag()
    response.make_conditional(request)
    return response
