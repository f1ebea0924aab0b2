"""The sign-in form: bound to its browser, with what was being done when nobody was signed in."""

import secrets

from flask import Response, make_response, render_template, request, url_for

from chatbot.records.staff.sessions import form_token
from chatbot.web.desk.forms.carrying import Carried, is_of_the_desk, packed

FORM_COOKIE = "desk-form"  # before there is a session: it ties the form to this browser
_OVER = "还没有登录，或登录已经过期。您填写的内容都在：登录以后会照原样显示，看过再提交。"
_NO_FILE = "选好的文件不能代存，登录以后请重新选。"


def sign_in_page(
    status: int = 200, error: str = "", name: str = "", carried: Carried | None = None
) -> Response:
    token = request.cookies.get(FORM_COOKIE) or secrets.token_urlsafe(16)
    told = (
        (_OVER if carried.fields else "") + (_NO_FILE if carried.left_files else "")
        if carried
        else ""
    )
    page = render_template(
        "desk/sign_in.html",
        error=error,
        name=name,
        next=next_page(),
        token=form_token(token),
        carried=packed(carried),
        told=told,
    )
    response = make_response(page, status)
    response.set_cookie(
        FORM_COOKIE,
        token,
        path="/desk",
        secure=request.is_secure,
        httponly=True,
        samesite="Strict",
    )
    return response


def next_page() -> str:
    """Where to go after signing in: a page of the desk, whatever the address says."""
    wanted = request.values.get("next", "")
    return wanted if is_of_the_desk(wanted) else url_for("signing.home")
