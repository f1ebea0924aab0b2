"""Who of the staff sends a request, whether they may, and whether it came from our own page."""

import hmac
from collections.abc import Callable
from functools import wraps
from http.client import BAD_REQUEST
from urllib.parse import urlsplit

from flask import Flask, Response, g, redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import RequestEntityTooLarge

from chatbot.records.staff.accounts import Account, Right, Role
from chatbot.records.staff.audit import Action, Deed
from chatbot.records.staff.sessions import LONGEST, form_token
from chatbot.web.desk.forms.carrying import carried_now
from chatbot.web.desk.forms.resuming import shown_again
from chatbot.web.desk.forms.sign_in_page import sign_in_page
from chatbot.web.http.headers import STAFF_PATHS
from chatbot.web.http.refusals import RequestRefused, body_too_large
from chatbot.web.http.served_by import services

COOKIE = "desk-session"
_View = Callable[..., ResponseReturnValue]
_ROLES = {Role.PUBLISHER: "公布", Role.EDITOR: "编辑", Role.REVIEWER: "核对", Role.AUDITOR: "审计"}


def register(app: Flask) -> None:
    """Let every template say who is signed in and what they may do."""
    app.context_processor(_names_of_staff)


def for_staff(right: Right | None, most_bytes: str = "max_body") -> Callable[[_View], _View]:
    """Let a view be called only by somebody signed in who has this right (None: any role).

    `most_bytes` names the setting that limits the body. A form must carry its session's token,
    JSON must come from a page of this site; a page asked for while signed out leads to sign-in.
    A form that comes without a session, or with an old token, is not taken: what was typed is
    shown again, to be seen and sent by whoever is signed in.
    """

    def guard(view: _View) -> _View:
        @wraps(view)
        def guarded(**values: object) -> ResponseReturnValue:
            limit = getattr(services().settings, most_bytes)
            request.max_content_length = request.max_form_memory_size = limit
            refuse_other_sites()
            account = _account()
            if account is None:
                return _ask_to_sign_in()
            if right and not account.may(right):
                raise RequestRefused(
                    403, "role_lacking", "您的账号没有这项权限：需要的话，请找管理员改角色。"
                )
            if request.method == "POST" and not request.path.startswith("/api/"):
                cookie = request.cookies.get(COOKIE, "")
                if not is_our_form(cookie):
                    return _show_again(cookie, _outdated())
                return _taken(view, values, cookie)
            return view(**values)

        return guarded

    return guard


def current_account() -> Account:
    """The member of staff whom a guarded view serves."""
    account: Account = g.staff
    return account


def _names_of_staff() -> dict[str, object]:
    """`csrf_token` is for the hidden field `token` of every form that writes."""
    account: Account | None = g.get("staff")
    return {
        "rights": [right.value for right in account.role.rights] if account else [],
        "role_names": _ROLES,
        "csrf_token": lambda: form_token(request.cookies.get(COOKIE, "")),
    }


def write_down(action: Action, detail: str = "") -> None:
    """Add what the current member of staff does to the audit trail."""
    deed = Deed(current_account().name, action, detail, address())
    services().staff.write_down(deed)


def address() -> str:
    return request.remote_addr or ""


def give_cookie(response: Response, token: str) -> None:
    for path in STAFF_PATHS:
        response.set_cookie(
            COOKIE,
            token,
            max_age=int(LONGEST),
            path=path,
            secure=request.is_secure,
            httponly=True,
            samesite="Strict",
        )


def take_cookie(response: Response) -> None:
    for path in STAFF_PATHS:
        response.delete_cookie(
            COOKIE, path=path, secure=request.is_secure, httponly=True, samesite="Strict"
        )


def refuse_other_sites() -> None:
    """RequestRefused when a page of another site makes the browser send this."""
    origin = request.headers.get("Origin")
    foreign = origin is not None and urlsplit(origin).netloc != request.host
    site = request.headers.get("Sec-Fetch-Site", "none")
    if request.method == "POST" and (foreign or site not in {"same-origin", "none"}):
        raise RequestRefused(
            403, "cross_site", "请求来自别的网站，没有办理：请在本站的网页上重新操作。"
        )


def is_our_form(token: str) -> bool:
    """Whether the form carries what belongs to this cookie; RequestRefused when it is too long."""
    limit = request.max_content_length or 0
    try:
        given = request.form.get("token", "").encode("utf-8", "replace")
    except RequestEntityTooLarge as error:
        raise body_too_large(limit) from error
    return bool(token) and hmac.compare_digest(given, form_token(token).encode())


def _account() -> Account | None:
    token = request.cookies.get(COOKIE, "")
    g.staff = services().staff.signed_in(token) if token else None
    account: Account | None = g.staff
    return account


def _taken(view: _View, values: dict[str, object], cookie: str) -> ResponseReturnValue:
    """What the view answers; where it finds fault with what was typed, the form with that fault."""
    try:
        return view(**values)
    except RequestRefused as refusal:
        if refusal.status != BAD_REQUEST:
            raise
        return _show_again(cookie, refusal)


def _show_again(cookie: str, refusal: RequestRefused) -> ResponseReturnValue:
    carried = carried_now()
    if carried is None:
        raise refusal
    return shown_again(carried, (COOKIE, cookie), f"{refusal}您填写的内容都在。"), refusal.status


def _outdated() -> RequestRefused:
    return RequestRefused(
        403, "form_outdated", "这一页已经过时，没有办理：请刷新，看过再提交一次。"
    )


def _ask_to_sign_in() -> ResponseReturnValue:
    if request.method == "GET":
        return redirect(url_for("signing.form", next=request.full_path.rstrip("?")), 303)
    if not request.path.startswith("/api/"):
        return sign_in_page(401, carried=carried_now())
    raise RequestRefused(
        401, "not_signed_in", "还没有登录，或登录已经过期：请先在 /desk/sign-in 登录再办。"
    )
