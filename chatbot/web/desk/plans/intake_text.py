"""The text of a plan on its way, as citizens would read it; the words of a trial are marked."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from chatbot.records.staff.accounts import Right
from chatbot.web.desk.plans.intakes_asked import intake_asked
from chatbot.web.desk.session import for_staff
from chatbot.web.http.served_by import services
from chatbot.web.plans.places_asked import span_asked_for
from chatbot.web.plans.text_blocks import lay_out

pages = Blueprint("intake_text", __name__)


@pages.get("/desk/plans/<int:number>/text")
@for_staff(Right.INTAKE)
def page(number: int) -> ResponseReturnValue:
    intake = intake_asked(number)
    seen = services().intaking.see(intake)
    return render_template(
        "desk/plans/text.html",
        intake=intake,
        document=seen.document,
        blocks=lay_out(seen.document, seen.sections, span_asked_for(seen.document)),
    )
