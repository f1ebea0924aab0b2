"""The guides as a CSV file: taken away, changed in a spreadsheet, taken in again as a whole."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from chatbot.answering import replies
from chatbot.answering.guidance.guide import Guide
from chatbot.beijing_time import today_in_china
from chatbot.files.csv_export import csv_file
from chatbot.files.csv_import import CsvUnfit, csv_rows
from chatbot.records.errors import GuideUnfit
from chatbot.records.guides import Taken
from chatbot.records.staff.accounts import Right
from chatbot.records.staff.audit import Action, Deed
from chatbot.web.desk.guidance.guide_wanted import guide_wanted, number_wanted
from chatbot.web.desk.session import address, current_account, for_staff, write_down
from chatbot.web.http.downloads import download
from chatbot.web.http.served_by import services

pages = Blueprint("guide_files", __name__)

_HEADS = (
    {"编号": "number", "主题": "topics"}
    | {label: name for name, label in replies.GUIDED.items()}
    | {"有效期至": "until"}
)
_MOST = 2000  # lines
_TOLD = 20  # faults that are listed


@pages.get("/desk/guidance.csv")
@for_staff(Right.CHECK)
def as_csv() -> ResponseReturnValue:
    guides = services().guides.serving()
    write_down(Action.GUIDES_EXPORTED, f"{len(guides)} 条")
    return download(csv_file(tuple(_HEADS), map(_row, guides)), "办事指引.csv")


@pages.post("/desk/guidance/take")
@for_staff(Right.GUIDE, "max_draft_file")
def take() -> ResponseReturnValue:
    """All lines or none: a line with a number changes that guide, one without is a new one."""
    sent = request.files.get("table")
    try:
        guides = _guides(sent.read() if sent else b"")
        deed = Deed(current_account().name, Action.GUIDES_TAKEN, "", address())
        taken = services().guides.take(guides, deed)
    except (CsvUnfit, GuideUnfit) as unfit:
        return _page(faults=str(unfit).split("\n")), 400
    return _page(taken)


def _page(taken: Taken | None = None, faults: list[str] | None = None) -> str:
    return render_template("desk/guidance/taken.html", taken=taken, faults=faults)


def _guides(content: bytes) -> list[Guide]:
    """The guides of a table; GuideUnfit with a line for each fault."""
    if not content:
        raise CsvUnfit("没有选文件，或文件是空的：请选一个 CSV 文件再传。")
    rows, today = csv_rows(content, tuple(_HEADS)), today_in_china()
    if len(rows) > _MOST:
        raise CsvUnfit(f"表格太长（{len(rows)} 行）：一次最多 {_MOST} 行，请分开传。")
    guides, faults = [], []
    for line, row in enumerate(rows, 2):
        given = {_HEADS[head]: cell for head, cell in row.items()}
        number = given.pop("number")
        try:
            guides.append(guide_wanted(given, number_wanted(number), today))
        except GuideUnfit as unfit:
            faults.append(f"第 {line} 行：{unfit}")
    if faults:
        more = [f"还有 {len(faults) - _TOLD} 行。"] if len(faults) > _TOLD else []
        raise GuideUnfit("\n".join((*faults[:_TOLD], *more)))
    return guides


def _row(guide: Guide) -> list[str | int]:
    told = (getattr(guide.guidance, name) for name in (*replies.GUIDED, "until"))
    return [guide.number, "、".join(guide.topics), *told]
