"""What a public service tells of itself: what it keeps of people, and who can use it."""

from flask import Blueprint, render_template

from chatbot.told.questions_told import keeping
from chatbot.web.http.served_by import services

pages = Blueprint("statements", __name__)


@pages.get("/privacy")
def privacy() -> str:
    return render_template("site/privacy.html", keeping=keeping(services().settings.keep_days))


@pages.get("/accessibility")
def access() -> str:
    return render_template("site/accessibility.html")
