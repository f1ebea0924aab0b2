"""The shelf of plans, and the reader: one plan with its outline and the cited words marked."""

from collections.abc import Iterable

from flask import Blueprint, render_template, request, url_for

from chatbot.beijing_time import today_in_china
from chatbot.told import linked_data
from chatbot.told.api_json import place_url
from chatbot.told.badges import badges
from chatbot.told.formal_citation import bibliographic_form, official_form, place_path
from chatbot.web.http.served_by import services
from chatbot.web.plans.find_in_text import LONGEST, find_all
from chatbot.web.plans.official_link import official_link
from chatbot.web.plans.opened import opened
from chatbot.web.plans.text_blocks import lay_out
from index.intake.documents import Document
from index.outlining.outline import Section

pages = Blueprint("plans", __name__)

OUTLINE_DEPTH = 2  # deeper headings are sentences: they would fill the outline with the plan itself
FILTERS = {"region": "地区", "period": "规划期", "status": "文件状态"}
NEARBY = 20  # places found that are listed above the text; all are marked in it


@pages.get("/plans")
def shelf() -> str:
    documents = services().shelf.current().documents
    chosen = {name: request.args.get(name, "") for name in FILTERS}
    shown = [document for document in documents if _fits(document, chosen)]
    return render_template(
        "plans/shelf.html",
        shelf=[(document, badges(document)) for document in shown],
        total=len(documents),
        filters=[
            (name, label, _values(documents, name), chosen[name]) for name, label in FILTERS.items()
        ],
        is_filtered=any(chosen.values()),
    )


@pages.get("/plans/<document_id>")
def read(document_id: str) -> str:
    shown = opened(document_id)
    document, sections, mark = shown.document, shown.sections, shown.mark
    wanted = request.args.get("find", "").strip()[:LONGEST]
    found = find_all(document.text, wanted)
    return render_template(
        "plans/plan.html",
        version=shown,
        standing=shown.standing.value,
        place_url=place_url,
        document=document,
        badges=badges(document),
        outline=[section for section in sections if _is_listed(section)],
        blocks=lay_out(document, sections, mark, [place.span for place in found]),
        mark=mark,
        mark_is_lost=shown.mark_is_lost,
        wanted=wanted,
        found=found,
        nearby=NEARBY,
        official=official_link(document, mark),
        linked=linked_data.plan(
            document, url_for("plans.read", document_id=document.id, _external=True)
        ),
        citations=(
            ("公文里", official_form(document, place_path(sections, mark))),
            ("GB/T 7714", bibliographic_form(document, today_in_china())),
        ),
    )


def _is_listed(section: Section) -> bool:
    return section.heading is not None and 1 <= section.level <= OUTLINE_DEPTH


def _fits(document: Document, chosen: dict[str, str]) -> bool:
    return all(not value or getattr(document, name) == value for name, value in chosen.items())


def _values(documents: Iterable[Document], name: str) -> list[str]:
    """What the filter `name` can be set to."""
    return sorted({getattr(document, name) for document in documents} - {""})
