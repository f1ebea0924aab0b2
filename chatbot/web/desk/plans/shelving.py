"""The list of plans at the desk: what is served, what is on its way, and files sent in."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from chatbot.desk.publishing.uploads import fit_name, free_name
from chatbot.records.errors import IntakeUnfit
from chatbot.records.publishing.intakes import Intake, Kind, State
from chatbot.records.staff.accounts import Right
from chatbot.records.staff.audit import Action
from chatbot.told.badges import badges
from chatbot.web.desk.plans.intakes_asked import deed, served_documents
from chatbot.web.desk.session import for_staff
from chatbot.web.http.refusals import document_unknown
from chatbot.web.http.served_by import services
from index.intake.documents import Document
from index.reading import FORMATS, MOST_BYTES

pages = Blueprint("shelving", __name__)


@pages.get("/desk/plans")
@for_staff(Right.INTAKE)
def page() -> ResponseReturnValue:
    return _page()


@pages.post("/desk/plans")
@for_staff(Right.INTAKE, "max_plan_files")
def send() -> ResponseReturnValue:
    """Keep each file that was sent; one leads on to what was read of it."""
    replaces = request.form.get("replaces", "")
    sent = [one for one in request.files.getlist("files") if one.filename]
    errors, numbers = [], []
    if not sent:
        errors.append("没有选文件：请先选一个或几个文件，再上传。")
    for one in sent:
        try:
            instead = replaces if len(sent) == 1 else ""
            name = _name(fit_name(one.filename or ""), instead)
            upload = services().intaking.uploads.keep(one.stream, name)
            instead = instead or _same_named(name)
            intake = Intake(0, Kind.NEW, name, upload.sha256, upload.size, instead)
            numbers.append(services().intakes.begin(intake, deed(Action.PLAN_UPLOADED)))
        except IntakeUnfit as unfit:
            errors.append(str(unfit))
    if errors or len(numbers) != 1:
        return _page(tuple(errors), len(numbers)), 400 if errors else 200
    return redirect(url_for("intake_page.page", number=numbers[0]), 303)


@pages.post("/desk/plans/correct")
@for_staff(Right.INTAKE)
def correct() -> ResponseReturnValue:
    """Begin to correct a plan that is served, or go on where it was begun."""
    file, title = _named()
    under_way = [one for one in services().intakes.open() if one.file == file]
    if not under_way:
        marks = services().intaking.folders.marks(file)
        intake = Intake(0, Kind.CORRECTION, file, marks=marks, title=title)
        number = services().intakes.begin(intake, deed(Action.PLAN_CORRECTED, "开始更正"))
    else:
        number = under_way[0].number
    return redirect(url_for("intake_page.page", number=number), 303)


@pages.post("/desk/plans/withdraw")
@for_staff(Right.INTAKE)
def withdraw() -> ResponseReturnValue:
    """Ask for a plan to be withdrawn; it goes on answering until that is published."""
    document = _document()
    note = " ".join(request.form.get("note", "").split())[:100]
    if not note:
        return _page(("没有写为什么撤下：请写明原因，再点下一步。",)), 400
    intake = Intake(
        0,
        Kind.WITHDRAWAL,
        document.file,
        title=document.title,
        note=note,
        is_closed=bool(request.form.get("closed")),
        state=State.READY,
    )
    try:
        number = services().intakes.begin(intake, deed(Action.WITHDRAWAL_ASKED, note))
    except IntakeUnfit as unfit:
        return _page((str(unfit),)), 409
    return redirect(url_for("intake_page.page", number=number), 303)


def _named() -> tuple[str, str]:
    """The file and the title of what is to be corrected: served, or served no more."""
    file = request.form.get("file", "")
    if file in services().intaking.folders.hidden():
        return file, file
    document = _document()
    return document.file, document.title


def _document() -> Document:
    document = services().shelf.current().document(request.form.get("document", ""))
    if document is None:
        raise document_unknown()
    return document


def _name(name: str, replaces: str) -> str:
    """The name it is kept under: one of the same stem would change the address of another."""
    taken = [one.file for one in served_documents() if one.file not in (name, replaces)]
    taken += [one.file for one in services().intakes.open()]
    return free_name(name, taken)


def _same_named(name: str) -> str:
    return name if any(one.file == name for one in served_documents()) else ""


def _page(errors: tuple[str, ...] = (), taken: int = 0) -> str:
    documents = served_documents()
    under_way = services().intakes.open()
    return render_template(
        "desk/plans/shelving.html",
        errors=errors,
        taken=taken,
        under_way=under_way,
        hidden=services().intaking.folders.hidden(),
        shelf=[(document, badges(document)) for document in documents],
        busy={one.file for one in under_way} | {one.replaces for one in under_way},
        faults=services().shelf.faults,
        formats=sorted(FORMATS),
        most=MOST_BYTES // 2**20,
        build=services().builds.running(),
    )
