"""Signing in to the desk and out of it, and the page that tells what can be done there."""

import re
import secrets
from contextlib import suppress

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from chatbot.records.errors import SignInRefused, TooManyAttempts
from chatbot.records.staff.sessions import form_token
from chatbot.web.desk import session
from chatbot.web.desk.session import COOKIE, for_staff
from chatbot.web.http.served_by import services
from index.errors import PlanError
from index.intake.faults import left_out

pages = Blueprint("signing", __name__)

_FORM_COOKIE = "desk-form"  # before there is a session: it ties the form to this browser
_OURS = re.compile(r"/desk(?:/[a-z0-9.-]+)*(?:\?[^\s\\]*)?")


@pages.get("/desk")
@for_staff(None)
def home() -> ResponseReturnValue:
    shelf = services().shelf
    with suppress(PlanError):  # without an index the rest of the desk is there all the same
        shelf.current()
    return render_template(
        "desk/home.html",
        faults=shelf.faults,
        left_out=left_out(shelf.faults),
        left_waiting=services().records.waiting(),
    )


@pages.get("/desk/sign-in")
def form() -> ResponseReturnValue:
    return _page()


@pages.post("/desk/sign-in")
def sign_in() -> ResponseReturnValue:
    request.max_content_length = services().settings.max_body
    session.refuse_other_sites()
    session.refuse_forged(request.cookies.get(_FORM_COOKIE, ""))
    name, password = request.form.get("name", ""), request.form.get("password", "")
    try:
        token = services().staff.sign_in(name, password, session.address())
    except TooManyAttempts as error:
        response = make_response(_page(str(error), name), 429)
        response.headers["Retry-After"] = str(error.wait)
        return response
    except SignInRefused as error:
        return make_response(_page(str(error), name), 403)
    response = make_response(redirect(_next(), 303))
    session.give_cookie(response, token)
    response.delete_cookie(_FORM_COOKIE, path="/desk", httponly=True, samesite="Strict")
    return response


@pages.post("/desk/sign-out")
@for_staff(None)
def sign_out() -> ResponseReturnValue:
    services().staff.sign_out(request.cookies[COOKIE], session.address())
    response = make_response(redirect(url_for("signing.form"), 303))
    session.take_cookie(response)
    return response


def _page(error: str = "", name: str = "") -> ResponseReturnValue:
    token = request.cookies.get(_FORM_COOKIE) or secrets.token_urlsafe(16)
    response = make_response(
        render_template(
            "desk/sign_in.html", error=error, name=name, next=_next(), token=form_token(token)
        )
    )
    response.set_cookie(
        _FORM_COOKIE,
        token,
        path="/desk",
        secure=request.is_secure,
        httponly=True,
        samesite="Strict",
    )
    return response


def _next() -> str:
    """Where to go after signing in: a page of the desk, whatever the address says."""
    wanted = request.values.get("next", "")
    return wanted if _OURS.fullmatch(wanted) else url_for("signing.home")
