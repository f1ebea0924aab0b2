"""Many drafts checked one after another: sent together, watched, stopped, taken up again."""

from pathlib import PurePosixPath

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import FileStorage

from chatbot.desk.wording.draft_files import TAKEN
from chatbot.records.batch import Batch, Sent
from chatbot.records.staff.accounts import Right
from chatbot.records.staff.audit import Action
from chatbot.web.desk.session import current_account, for_staff, write_down
from chatbot.web.desk.wording.naming import LONGEST, file_name, name_wanted, refuse_when_off
from chatbot.web.desk.wording.one_of_many import check_begun
from chatbot.web.http.refusals import RequestRefused, bad_request
from chatbot.web.http.served_by import refuse_unknown, services

pages = Blueprint("many", __name__)

_MOST = 50  # files


@pages.get("/desk/wording/many")
@for_staff(Right.CHECK)
def form() -> ResponseReturnValue:
    return _form()


@pages.post("/desk/wording/many")
@for_staff(Right.CHECK, "max_draft_files")
def start() -> ResponseReturnValue:
    """Nothing is read yet: a file is read when its turn comes."""
    refuse_when_off()
    document = request.form.get("document", "")
    try:
        refuse_unknown({document} - {""})
        files = _files()
        name = name_wanted(request.form.get("name", ""), _suggested(files))
    except RequestRefused as error:
        return _form(document, str(error)), error.status
    batch = services().batches.start(name, current_account().name, document, files)
    write_down(Action.DRAFTS_SENT, f"{batch}，{len(files)} 份")
    return redirect(url_for("many_shown.show", name=batch), 303)


@pages.post("/desk/wording/many/<name>/next")
@for_staff(Right.CHECK)
def check_next(name: str) -> ResponseReturnValue:
    """One draft, or none while one of another batch is being checked: ask again."""
    own_batch(name)
    with services().batches.turn() as is_ours:
        if is_ours and (begun := services().batches.begin(name)):
            check_begun(begun)
    return _back(name)


@pages.post("/desk/wording/many/<name>/stop")
@for_staff(Right.CHECK)
def stop(name: str) -> ResponseReturnValue:
    if services().batches.stop(name, own_batch(name).owner):
        write_down(Action.DRAFTS_STOPPED, name)
    return _back(name)


@pages.post("/desk/wording/many/<name>/resume")
@for_staff(Right.CHECK)
def resume(name: str) -> ResponseReturnValue:
    if services().batches.stop(name, own_batch(name).owner, is_stopped=False):
        write_down(Action.DRAFTS_RESUMED, name)
    return _back(name)


@pages.post("/desk/wording/many/<name>/again")
@for_staff(Right.CHECK)
def again(name: str) -> ResponseReturnValue:
    if services().batches.again(name, own_batch(name).owner):
        write_down(Action.DRAFTS_RESUMED, f"{name}，全部重新核对")
    return _back(name)


@pages.post("/desk/wording/many/<name>/rename")
@for_staff(Right.CHECK)
def rename(name: str) -> ResponseReturnValue:
    batch = own_batch(name)
    wanted = name_wanted(request.form.get("name", ""), batch.name)
    if services().batches.rename(name, batch.owner, wanted):
        write_down(Action.CHECK_RENAMED, name)
    return _back(name)


@pages.post("/desk/wording/many/<name>/prolong")
@for_staff(Right.CHECK)
def prolong(name: str) -> ResponseReturnValue:
    if services().batches.prolong(name, own_batch(name).owner):
        write_down(Action.CHECK_PROLONGED, name)
    return _back(name)


@pages.post("/desk/wording/many/<name>/delete")
@for_staff(Right.CHECK)
def delete(name: str) -> ResponseReturnValue:
    if services().batches.delete(name, own_batch(name).owner):
        write_down(Action.CHECK_DELETED, name)
    return redirect(url_for("saved.listed"), 303)


def found_batch(name: str) -> Batch:
    """RequestRefused when it is gone."""
    if batch := services().batches.find(name):
        return batch
    raise RequestRefused(
        404, "batch_unknown", "没有这一批文稿：它可能已经到期或被删除，请回到清单再看。"
    )


def own_batch(name: str) -> Batch:
    """RequestRefused when it is gone, or is another's."""
    batch = found_batch(name)
    if batch.owner != current_account().name:
        raise RequestRefused(
            403, "not_yours", "这一批文稿是别人交来核对的：您可以看，要改请找交来的人。"
        )
    return batch


def _files() -> list[Sent]:
    """What was sent, in order; RequestRefused when it is nothing or too much."""
    sent = [one for one in request.files.getlist("files") if one.filename]
    if not sent:
        raise bad_request("files_missing", "还没有选文件：请选要核对的文稿，再点“上传并核对”。")
    if len(sent) > _MOST:
        raise bad_request(
            "too_many_files", f"文件太多（{len(sent)} 份）：一次最多 {_MOST} 份，请分几次上传。"
        )
    return [_sent(one) for one in sent]


def _sent(file: FileStorage) -> Sent:
    """A file that cannot be taken stands in the list with its reason, and is not kept."""
    name = file_name(file.filename or "")
    content, most = file.read(), services().settings.max_draft_file
    file.close()
    if PurePosixPath(name).suffix.lower() not in TAKEN:
        known = "、".join(TAKEN)
        return Sent(name, b"", f"不认识这种文件：请另存为 {known} 再传。")
    if len(content) > most:
        return Sent(name, b"", f"文件超过 {most // 2**20} MB：请拆成几份再传。")
    return Sent(name, content)


def _suggested(files: list[Sent]) -> str:
    return f"{files[0].name} 等 {len(files)} 份" if len(files) > 1 else files[0].name


def _form(document: str = "", error: str = "") -> str:
    return render_template(
        "desk/wording/many.html",
        documents=services().shelf.current().documents,
        document=document,
        error=error,
        taken=TAKEN,
        most=_MOST,
        longest=LONGEST,
    )


def _back(name: str) -> ResponseReturnValue:
    return redirect(url_for("many_shown.show", name=name), 303)
