"""The shelf of plans, and the reader: one plan with its outline and the cited words marked."""

from flask import Blueprint, render_template, request

from chatbot.web.badges import badges
from chatbot.web.current import services
from chatbot.web.laying_out import lay_out
from chatbot.web.places_asked import span_asked_for
from chatbot.web.refusals import document_unknown

pages = Blueprint("plans", __name__)

OUTLINE_DEPTH = 2  # deeper headings are sentences: they would fill the outline with the plan itself


@pages.get("/plans")
def shelf() -> str:
    documents = services().shelf.current().documents
    return render_template(
        "shelf.html", shelf=[(document, badges(document)) for document in documents]
    )


@pages.get("/plans/<document_id>")
def read(document_id: str) -> str:
    generation = services().shelf.current()
    document = generation.document(document_id)
    if document is None:
        raise document_unknown()
    sections = generation.sections(document_id)
    mark = span_asked_for(document)
    return render_template(
        "plan.html",
        document=document,
        badges=badges(document),
        outline=[
            section
            for section in sections
            if section.heading and 1 <= section.level <= OUTLINE_DEPTH
        ],
        blocks=lay_out(document.text, sections, mark),
        mark=mark,
        mark_is_lost=mark is None and bool({"start", "end"} & request.args.keys()),
    )
