"""The page where two versions are compared, and the same as files to take along."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from chatbot.desk.versions.changes import Comparison, Topic
from chatbot.desk.versions.comparing import VersionTooLong, compare
from chatbot.desk.versions.comparison_lines import NAMES, lines, overview
from chatbot.desk.versions.version_pairs import version_pairs
from chatbot.records.staff.accounts import Right
from chatbot.records.staff.audit import Action
from chatbot.told.badges import badges
from chatbot.web.desk.compare.comparison_files import FILES
from chatbot.web.desk.compare.comparison_shown import WEIGHTY, show
from chatbot.web.desk.compare.hidden_version import packed
from chatbot.web.desk.compare.versions_asked import LONGEST, TAKEN, Version, version_asked
from chatbot.web.desk.session import for_staff, write_down
from chatbot.web.http.downloads import download
from chatbot.web.http.refusals import RequestRefused
from chatbot.web.http.served_by import services
from index.errors import PlanFileEmpty, PlanFileUnreadable

pages = Blueprint("comparing", __name__)

_PAIRS = 8  # offered above the form; more are in the lists
_FEW = 8  # items of the summary shown at once, and places of one item
_FILTERS = {"": "全文", WEIGHTY: "只看实质改动"} | {topic.value: NAMES[topic] for topic in Topic}
_FAULTS = (RequestRefused, PlanFileUnreadable, PlanFileEmpty, VersionTooLong)
Versions = tuple[Version, Version]


@pages.get("/desk/compare")
@for_staff(Right.CHECK)
def page() -> ResponseReturnValue:
    return _answer() if request.args.get("old") or request.args.get("new") else _form()


@pages.post("/desk/compare")
@for_staff(Right.CHECK, "max_version_files")
def sent() -> ResponseReturnValue:
    return _answer()


@pages.route("/desk/compare.<kind>", methods=["GET", "POST"])
@for_staff(Right.CHECK, "max_version_files")
def export(kind: str) -> ResponseReturnValue:
    if kind not in FILES:
        abort(404)
    try:
        old, new = _versions()
        found = compare((old.document, old.sections), (new.document, new.sections))
    except _FAULTS as error:
        return _form(str(error)), 400
    write_down(Action.COMPARISON_EXPORTED, f"{kind}：{old.told} → {new.told}")
    return download(FILES[kind][1](found), f"对照表.{kind}")


def _answer() -> ResponseReturnValue:
    try:
        old, new = _versions()
        if request.method == "POST" and old.on_shelf and new.on_shelf:
            return redirect(_address(old, new), 303)  # an address that can be kept and sent
        found = compare((old.document, old.sections), (new.document, new.sections))
    except _FAULTS as error:
        return _form(str(error)), 400
    write_down(Action.VERSIONS_COMPARED, f"{old.told} → {new.told}，{overview(found)}")
    return _compared(found, old, new)


def _versions() -> Versions:
    return version_asked("old", "旧版"), version_asked("new", "新版")


def _address(old: Version, new: Version) -> str:
    return url_for("comparing.page", old=old.document.id, new=new.document.id)


def _form(error: str = "") -> str:
    documents = services().shelf.current().documents
    return render_template(
        "desk/compare/compare.html",
        error=error,
        documents=documents,
        pairs=version_pairs(documents)[:_PAIRS],
        chosen={side: request.values.get(side, "") for side in ("old", "new")},
        taken=TAKEN,
        longest=LONGEST,
    )


def _compared(found: Comparison, old: Version, new: Version) -> str:
    wanted = request.values.get("show", "")
    wanted = wanted if wanted in _FILTERS else ""
    topics = {topic.value for line in lines(found) for topic in line.topics}
    return render_template(
        "desk/compare/compared.html",
        overview=overview(found),
        same=old.document.sha256 == new.document.sha256,
        versions=(("old", "旧版", old), ("new", "新版", new)),
        carried=[_field("old", old), _field("new", new)],
        method="get" if old.on_shelf and new.on_shelf else "post",
        shown=show(found, old, new, wanted),
        filters=[one for one in _FILTERS.items() if one[0] in {"", WEIGHTY} | topics],
        wanted=wanted,
        few=_FEW,
        files=FILES,
        badges=badges,
    )


def _field(side: str, version: Version) -> tuple[str, str]:
    """The name and value by which the page asks for a version again."""
    document = version.document
    return (side, document.id) if version.on_shelf else (f"{side}_carried", packed(document))
