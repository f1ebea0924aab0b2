"""What members of staff do with their own account: a new password, and where they are signed in."""

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from chatbot.beijing_time import local
from chatbot.records.errors import PasswordUnfit, SignInRefused, TooManyAttempts
from chatbot.records.staff.passwords import LONGEST, SHORTEST
from chatbot.web.desk import session
from chatbot.web.desk.session import COOKIE, for_staff
from chatbot.web.http.served_by import services

pages = Blueprint("own_account", __name__)

_FIELDS = ("old_password", "new_password", "new_password_again")


@pages.get("/desk/password")
@for_staff(None)
def page() -> ResponseReturnValue:
    return _page()


@pages.post("/desk/password")
@for_staff(None)
def change() -> ResponseReturnValue:
    old, new, again = (request.form.get(name, "") for name in _FIELDS)
    if new != again:
        return _page("两次输入的新密码不一样：请重新输入。"), 400
    try:
        token = services().staff.change_password(_token(), old, new, session.address())
    except TooManyAttempts as error:
        return _page(str(error)), 429, {"Retry-After": str(error.wait)}
    except SignInRefused as error:
        return _page(str(error)), 403
    except PasswordUnfit as error:
        return _page(str(error)), 400
    response = make_response(redirect(url_for("own_account.page", done="password"), 303))
    session.give_cookie(response, token)
    return response


@pages.post("/desk/sessions")
@for_staff(None)
def sign_out_elsewhere() -> ResponseReturnValue:
    account = session.current_account()
    services().staff.end_other_sessions(account, _token(), session.address())
    return redirect(url_for("own_account.page", done="sessions"), 303)


def _token() -> str:
    return request.cookies[COOKIE]


def _page(error: str = "") -> str:
    account = session.current_account()
    return render_template(
        "desk/password.html",
        error=error,
        done=request.args.get("done", ""),
        shortest=SHORTEST,
        longest=LONGEST,
        sessions=services().staff.sessions_of(account, _token()),
        local=local,
    )
