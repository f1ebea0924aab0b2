"""The demonstration portal: a plausible bureau home page with the widget on it."""

from flask import Blueprint, render_template

from chatbot.told.badges import badges
from chatbot.web.http.served_by import services
from chatbot.web.plans import suggestions

pages = Blueprint("portal", __name__)


@pages.get("/demo")
def demo() -> str:
    shelf = services().shelf.current()
    return render_template(
        "site/portal.html",
        shelf=[(document, badges(document)) for document in shelf.documents],
        samples=suggestions.questions(),
    )
