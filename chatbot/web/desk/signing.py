"""Signing in to the desk and out of it, and the page that tells what can be done there."""

from contextlib import suppress

from flask import Blueprint, jsonify, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from chatbot.records.errors import SignInRefused, TooManyAttempts
from chatbot.records.staff.sessions import form_token
from chatbot.web.desk import session
from chatbot.web.desk.forms.carrying import MOST, Carried, unpacked
from chatbot.web.desk.forms.resuming import shown_again
from chatbot.web.desk.forms.sign_in_page import FORM_COOKIE, next_page, sign_in_page
from chatbot.web.desk.session import COOKIE, for_staff
from chatbot.web.desk.to_do import tasks
from chatbot.web.http.served_by import services
from index.errors import PlanError
from index.intake.faults import left_out

pages = Blueprint("signing", __name__)


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
        tasks=tasks(session.current_account()),
    )


@pages.get("/desk/sign-in")
def form() -> ResponseReturnValue:
    return sign_in_page()


@pages.post("/desk/sign-in")
def sign_in() -> ResponseReturnValue:
    request.max_content_length = request.max_form_memory_size = MOST
    session.refuse_other_sites()
    is_ours = session.is_our_form(request.cookies.get(FORM_COOKIE, ""))
    name, password = request.form.get("name", ""), request.form.get("password", "")
    carried = unpacked(request.form.get("carried", ""))
    if not is_ours:
        return sign_in_page(403, "这一页已经过时，还没有登录：请再登录一次。", name, carried)
    try:
        token = services().staff.sign_in(name, password, session.address())
    except TooManyAttempts as error:
        response = sign_in_page(429, str(error), name, carried)
        response.headers["Retry-After"] = str(error.wait)
        return response
    except SignInRefused as error:
        return sign_in_page(403, str(error), name, carried)
    response = make_response(_after(token, carried))
    session.give_cookie(response, token)
    response.delete_cookie(FORM_COOKIE, path="/desk", httponly=True, samesite="Strict")
    return response


@pages.get("/desk/session")
def state() -> ResponseReturnValue:
    """Who is signed in ("": nobody) and what their forms must carry, for a page about to send one.

    Other sites cannot read it: it is sent to no other origin.
    """
    token = request.cookies.get(COOKIE, "")
    account = services().staff.signed_in(token) if token else None
    known = {"name": account.name, "token": form_token(token)} if account else {"name": ""}
    return jsonify(known)


@pages.post("/desk/sign-out")
@for_staff(None)
def sign_out() -> ResponseReturnValue:
    services().staff.sign_out(request.cookies[COOKIE], session.address())
    response = make_response(redirect(url_for("signing.form"), 303))
    session.take_cookie(response)
    return response


def _after(token: str, carried: Carried | None) -> ResponseReturnValue:
    """What was being sent is never done by signing in: it is shown, to be seen and sent."""
    if carried is None:
        return redirect(next_page(), 303)
    note = "已经登录。刚才的内容还没有提交：请看过再提交；不是您填的，请不要提交。"
    return shown_again(carried, (COOKIE, token), note)
