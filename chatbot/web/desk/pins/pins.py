"""The pinned answers as a page: which serve, which wait for a person, who made them and when."""

import logging

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from chatbot.answering.pins.pin import relocated
from chatbot.records.errors import RecordsUnavailable
from chatbot.records.pins import KeptPin, State
from chatbot.records.staff.accounts import Right
from chatbot.records.staff.audit import Action, Deed
from chatbot.told import questions_told
from chatbot.web.desk.session import address, current_account, for_staff
from chatbot.web.http.refusals import RequestRefused
from chatbot.web.http.served_by import services, titles

pages = Blueprint("pins", __name__)

_log = logging.getLogger(__name__)
_STATES = {
    State.SERVING: ("使用中", "plain"),
    State.SUSPENDED: ("需要复核", "warning"),
    State.WITHDRAWN: ("已撤回", "caution"),
}


@pages.app_context_processor
def names_of_pins() -> dict[str, object]:
    """`pins_waiting()` tells how many pins need a person, wherever the desk shows its rooms."""
    return {"pins_waiting": _waiting}


@pages.get("/desk/pins")
@for_staff(Right.CHECK)
def page() -> ResponseReturnValue:
    kept = services().pins.everything()
    return render_template(
        "desk/pins/pins.html",
        alive=[one for one in kept if one.state is not State.WITHDRAWN],
        withdrawn=[one for one in kept if one.state is State.WITHDRAWN],
        states=_STATES,
        titles=titles(),
        stands=_stands,
        told=questions_told,
    )


@pages.post("/desk/pins/withdraw")
@for_staff(Right.PIN)
def withdraw() -> ResponseReturnValue:
    kept = _named()
    if not services().pins.withdraw(kept.pin.number, _deed(Action.PIN_WITHDRAWN)):
        raise _gone()
    return redirect(url_for("pins.page"), 303)


@pages.post("/desk/pins/restore")
@for_staff(Right.PIN)
def restore() -> ResponseReturnValue:
    """Only where the quote stands in the plans of today."""
    kept = _named()
    pin = relocated(kept.pin, services().shelf.current())
    if pin is None:
        raise RequestRefused(
            409, "pin_lost", "现在的文件里没有这段原文，或不止一处：请重新选原文，或撤回这一条。"
        )
    if not services().pins.restore(pin, _deed(Action.PIN_RESTORED)):
        raise _gone()
    return redirect(url_for("pins.page"), 303)


def _stands(kept: KeptPin) -> bool:
    """Whether the words of a pin stand in the plans served, so that a link can show them."""
    document = services().shelf.current().document(kept.pin.document)
    return document is not None and kept.pin.stands_in(document)


def _named() -> KeptPin:
    kept = services().pins.find(request.form.get("pin", 0, type=int))
    if kept is None:
        raise _gone()
    return kept


def _deed(action: Action) -> Deed:
    return Deed(current_account().name, action, "", address())


def _gone() -> RequestRefused:
    return RequestRefused(
        404, "pin_unknown", "没有这条指定答复，或它已经撤回、恢复：请回到清单看现在的情形。"
    )


def _waiting() -> int:
    try:
        return services().pins.waiting()
    except RecordsUnavailable as fault:
        _log.error("%s", fault)
        return 0
