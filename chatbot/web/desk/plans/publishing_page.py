"""Publishing what is ready: the build that it takes, how far it is, and ending it."""

from collections.abc import Sequence

from flask import Blueprint, Response, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from chatbot.desk.publishing.starting import start
from chatbot.records.errors import IntakeUnfit
from chatbot.records.publishing.builds import Build, BuildState
from chatbot.records.publishing.intakes import Intake, Kind, State
from chatbot.records.staff.accounts import Right
from chatbot.records.staff.audit import Action
from chatbot.web.desk.plans.intakes_asked import deed, intake_asked, why_not_published
from chatbot.web.desk.session import current_account, for_staff, write_down
from chatbot.web.http.refusals import RequestRefused
from chatbot.web.http.served_by import services
from index.reading import FORMATS, MOST_BYTES

pages = Blueprint("publishing_page", __name__)


@pages.post("/desk/plans/publish")
@for_staff(Right.PUBLISH)
def publish() -> ResponseReturnValue:
    """Publish each intake that is named; all of them or none."""
    numbers = request.form.getlist("number", type=int)
    intakes = [intake_asked(number) for number in numbers]
    try:
        _refuse_unfit(intakes)
        build = services().builds.begin(current_account().name)
        started = deed(Action.BUILD_STARTED, f"第 {build} 次")
        services().intakes.move(intakes, State.PUBLISHING, started, build)
    except IntakeUnfit as unfit:
        raise RequestRefused(409, "intake_unfit", str(unfit)) from unfit
    start(build, services().settings.environment())
    return redirect(url_for("publishing_page.page", number=build), 303)


@pages.get("/desk/plans/builds/<int:number>")
@for_staff(Right.INTAKE)
def page(number: int) -> ResponseReturnValue:
    build = _build(number)
    intakes = services().intakes.of_build(number)
    served = (
        {one.file: one for one in services().shelf.current().documents} if _is_done(build) else {}
    )
    return render_template(
        "desk/plans/build.html",
        build=build,
        state=build.state.value,
        intakes=intakes,
        served=served,
        withdrawn=Kind.WITHDRAWAL,
        formats=sorted(FORMATS),
        most=MOST_BYTES // 2**20,
        only_withdrawals=all(one.kind is Kind.WITHDRAWAL for one in intakes),
    )


@pages.get("/desk/plans/builds/<int:number>.json")
@for_staff(Right.INTAKE)
def progress(number: int) -> Response:
    build = _build(number)
    return jsonify({"state": build.state.value, "done": build.done, "step": build.step})


@pages.post("/desk/plans/builds/<int:number>/cancel")
@for_staff(Right.PUBLISH)
def cancel(number: int) -> ResponseReturnValue:
    services().builds.cancel(_build(number).number)
    write_down(Action.BUILD_CANCELLED, f"第 {number} 次")
    return redirect(url_for("publishing_page.page", number=number), 303)


def _refuse_unfit(intakes: Sequence[Intake]) -> None:
    if not intakes:
        raise IntakeUnfit("没有选要公布的：请先勾选，再公布。")
    if services().builds.running():
        raise IntakeUnfit("正在公布另一批：请等它办完（“收入规划”页上有进度），再公布这一件。")
    for intake in intakes:
        if why := why_not_published(intake):
            raise IntakeUnfit(f"{intake.file}：{why}")
        if not intake.is_open:
            raise IntakeUnfit(f"{intake.file}：已经办完；请看清单。")
        if intake.kind is not Kind.WITHDRAWAL:
            services().intaking.see(intake)  # raises what a person must know first


def _build(number: int) -> Build:
    found = services().builds.find(number)
    if found is None:
        raise RequestRefused(404, "build_unknown", "没有这一次公布：请回到“收入规划”再看。")
    return found


def _is_done(build: Build) -> bool:
    return build.state is BuildState.DONE
