"""Checks that staff have saved: the list, one of them checked again, its name and its days."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from chatbot import beijing_time
from chatbot.records.checks import NewCheck, SavedCheck
from chatbot.records.staff.accounts import Right
from chatbot.records.staff.audit import Action
from chatbot.told.saved import check_rows
from chatbot.web.desk.session import current_account, for_staff, write_down
from chatbot.web.desk.wording.checking import Turn, turn_page, turn_sent
from chatbot.web.desk.wording.naming import name_wanted, refuse_when_off, suggested_name
from chatbot.web.http.refusals import RequestRefused
from chatbot.web.http.served_by import services, titles

pages = Blueprint("saved", __name__)


@pages.app_context_processor
def names_of_saved() -> dict[str, object]:
    """What every page that tells of saved checks needs, wherever it includes their form."""
    return {
        "check_days": services().settings.check_days,
        "suggested_name": suggested_name,
        "check_rows": check_rows,
        "local": beijing_time.local,
    }


@pages.get("/desk/wording/saved")
@for_staff(Right.CHECK)
def listed() -> ResponseReturnValue:
    return render_template(
        "desk/wording/saved.html",
        checks=services().checks.everything(),
        batches=services().batches.everything(),
        current=services().shelf.current().id,
        titles=titles(),
    )


@pages.post("/desk/wording/saved")
@for_staff(Right.CHECK, "max_draft_file")
def save() -> ResponseReturnValue:
    """The draft is checked once more: what is kept is what the plans say, not what was sent."""
    refuse_when_off()
    generation = services().shelf.current().id
    turn, status = turn_sent()
    if turn.findings is None:
        return turn_page(turn), status
    name = name_wanted(request.form.get("name", ""), suggested_name(turn.draft))
    counts = check_rows.counts_of(turn.findings)
    owner = current_account().name
    new = NewCheck(name, owner, turn.document, turn.draft, counts, generation)
    kept = services().checks.save(new)
    write_down(Action.CHECK_SAVED, f"{kept}，{len(turn.draft)} 字")
    return redirect(url_for("saved.show", name=kept), 303)


@pages.get("/desk/wording/saved/<name>")
@for_staff(Right.CHECK)
def show(name: str) -> ResponseReturnValue:
    """Held against the plans as they are now; another's leaves a line in the trail."""
    kept, draft = _found(name)
    if kept.batch and not kept.generation:
        return redirect(url_for("many_shown.show", name=kept.batch), 303)
    is_own = kept.owner == current_account().name
    if not is_own:
        write_down(Action.CHECK_OPENED, f"{kept.id}，{kept.owner} 保存")
    shelf = services().shelf.current()
    is_gone = bool(kept.document) and shelf.document(kept.document) is None
    document = "" if is_gone else kept.document
    findings = services().desk.check(draft, frozenset({document} - {""}))
    return turn_page(
        Turn(draft, document, findings),
        kept,
        is_own=is_own and not kept.batch,
        is_gone=is_gone,
        is_older=kept.generation != shelf.id,
        counts_now=check_rows.counts_of(findings),
    )


@pages.post("/desk/wording/saved/<name>/rename")
@for_staff(Right.CHECK)
def rename(name: str) -> ResponseReturnValue:
    kept, _ = _found(name, is_for_owner=True)
    wanted = name_wanted(request.form.get("name", ""), kept.name)
    if services().checks.rename(name, kept.owner, wanted):
        write_down(Action.CHECK_RENAMED, name)
    return redirect(url_for("saved.show", name=name), 303)


@pages.post("/desk/wording/saved/<name>/prolong")
@for_staff(Right.CHECK)
def prolong(name: str) -> ResponseReturnValue:
    kept, _ = _found(name, is_for_owner=True)
    if services().checks.prolong(name, kept.owner):
        write_down(Action.CHECK_PROLONGED, name)
    return redirect(url_for("saved.show", name=name), 303)


@pages.post("/desk/wording/saved/<name>/delete")
@for_staff(Right.CHECK)
def delete(name: str) -> ResponseReturnValue:
    kept, _ = _found(name, is_for_owner=True)
    if services().checks.delete(name, kept.owner):
        write_down(Action.CHECK_DELETED, name)
    return redirect(url_for("saved.listed"), 303)


def _found(name: str, is_for_owner: bool = False) -> tuple[SavedCheck, str]:
    """RequestRefused when it is gone, or is another's and only its owner may."""
    found = services().checks.find(name)
    if found is None:
        raise RequestRefused(
            404, "check_unknown", "没有这份保存的核对：它可能已经到期或被删除，请回到清单再看。"
        )
    if is_for_owner and found[0].owner != current_account().name:
        raise RequestRefused(
            403, "not_yours", "这份核对是别人保存的：改名、延长和删除，请找保存的人。"
        )
    return found
