"""The staff API of wording: a draft in, what became of each of its sentences out."""

from flask import Blueprint, Response, jsonify

from chatbot.records.staff.accounts import Right
from chatbot.records.staff.audit import Action
from chatbot.told import api_json
from chatbot.web.desk.session import for_staff, write_down
from chatbot.web.http.bodies import json_body
from chatbot.web.http.reading_requests import read_draft
from chatbot.web.http.served_by import refuse_unknown, services

pages = Blueprint("wording", __name__)


@pages.post("/api/wording")
@for_staff(Right.CHECK, "max_draft_body")
def check_wording() -> Response:
    found = services()
    draft = read_draft(json_body(found.settings.max_draft_body))
    refuse_unknown(draft.documents)
    write_down(Action.WORDING_CHECKED, f"接口，{len(draft.text)} 字")
    findings = found.desk.check(draft.text, frozenset(draft.documents))
    return jsonify(api_json.wording_json(findings))
