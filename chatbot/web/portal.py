"""The demonstration portal: a plausible bureau home page with the widget on it."""

from flask import Blueprint, render_template

from chatbot.web import samples
from chatbot.web.badges import badges
from chatbot.web.current import services

pages = Blueprint("portal", __name__)


@pages.get("/")
def home() -> str:
    shelf = services().shelf.current()
    return render_template(
        "portal.html",
        shelf=[(document, badges(document)) for document in shelf.documents],
        samples=samples.questions(),
    )
