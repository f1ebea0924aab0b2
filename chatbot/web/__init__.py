"""HTTP only: read the request, call the brain, shape the reply."""

from contextlib import ExitStack

from flask import Flask, g, request
from flask.json.provider import DefaultJSONProvider

from chatbot.beijing_time import local
from chatbot.web.ask import answers, asking, rating, receipts
from chatbot.web.ask.answer_page import names_of_answers
from chatbot.web.desk import (
    auditing,
    concordance,
    explanation,
    own_account,
    phrases,
    session,
    signing,
)
from chatbot.web.desk.compare import comparing
from chatbot.web.desk.guidance import guide_files, guide_form, guides
from chatbot.web.desk.pins import pin_form, pins
from chatbot.web.desk.plans import (
    intake_outline,
    intake_page,
    intake_text,
    originals,
    publishing_page,
    shelving,
)
from chatbot.web.desk.questions import question_figures, questions
from chatbot.web.desk.search import desk_search, shortcuts
from chatbot.web.desk.wording import checking, commented, many, many_shown, saved, wording
from chatbot.web.desk.words import words
from chatbot.web.http import errors, headers, sending
from chatbot.web.http.served_by import services
from chatbot.web.plans import documents, plans
from chatbot.web.site import discovery, embedding, portal, start, statements, status, widget
from index.language.synonyms import using


def register(app: Flask) -> None:
    """Give `app` every route, error page and response header of the project."""
    app.json = DefaultJSONProvider(app)
    app.json.ensure_ascii = False
    app.json.sort_keys = False
    app.context_processor(names_of_the_site)
    app.context_processor(names_of_answers)
    app.before_request(_use_own_words)
    app.teardown_request(_forget_own_words)
    app.add_template_filter(local, "beijing")
    session.register(app)
    for_all = (answers, documents, asking, plans, rating, receipts)
    of_the_site = (start, status, portal, embedding, discovery, statements, widget)
    for_staff = (
        *(signing, own_account, auditing, checking, concordance),
        *(phrases, comparing, explanation, wording, commented, saved, many, many_shown),
    )
    on_questions = (questions, question_figures, pins, pin_form, words)
    on_finding = (desk_search, shortcuts)
    on_guidance = (guides, guide_form, guide_files)
    on_plans = (shelving, intake_page, intake_outline, intake_text, originals, publishing_page)
    of_desk = (*for_staff, *on_questions, *on_guidance, *on_finding, *on_plans)
    for part in (*for_all, *of_the_site, *of_desk):
        app.register_blueprint(part.pages)
    errors.register(app)
    sending.register(app)  # runs after the headers are set: the last registered runs first
    headers.register(app)


def _use_own_words() -> None:
    """Whatever a request asks of the plans, it asks with the words that the bureau has taken in."""
    if request.endpoint == "static":
        return
    g.own_words = ExitStack()
    g.own_words.enter_context(using(services().words.serving()))


def _forget_own_words(_: BaseException | None) -> None:
    if held := g.pop("own_words", None):
        held.close()


def names_of_the_site() -> dict[str, object]:
    """What every template may show: the site's name, the bureau, the telephone for people.

    `framed`: the page is shown inside another site's page, which has a masthead of its own.
    """
    settings, bureau = services().settings, services().bureau
    framed = request.headers.get("Sec-Fetch-Dest") == "iframe"
    names = {"site_title": settings.title, "contact": settings.contact}
    return {**names, "bureau": bureau, "framed": framed}
