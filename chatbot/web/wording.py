"""The staff API of wording: a draft in, what became of each of its sentences out."""

from flask import Blueprint, Response, jsonify

from chatbot import shaping
from chatbot.web.bodies import json_body
from chatbot.web.current import refuse_unknown, services
from chatbot.web.reading_requests import read_draft

pages = Blueprint("wording", __name__)


@pages.post("/api/wording")
def check_wording() -> Response:
    found = services()
    draft = read_draft(json_body(found.settings.max_draft_body))
    refuse_unknown(draft.documents)
    findings = found.desk.check(draft.text, frozenset(draft.documents))
    return jsonify(shaping.wording_json(findings))
