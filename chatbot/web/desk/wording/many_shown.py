"""A batch of drafts as a page: how far it is, its files worst first, what differs; a workbook."""

from collections import Counter
from dataclasses import dataclass

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from chatbot.files.workbook import Sheet, workbook_of
from chatbot.records.batch import Batch, Noted
from chatbot.records.checks import Counts, SavedCheck
from chatbot.records.staff.accounts import Right
from chatbot.records.staff.audit import Action
from chatbot.told.saved import check_rows
from chatbot.web.desk.made_by import made, particulars
from chatbot.web.desk.session import current_account, for_staff, write_down
from chatbot.web.desk.wording.many import found_batch
from chatbot.web.http.downloads import download
from chatbot.web.http.served_by import services, titles

pages = Blueprint("many_shown", __name__)

_LISTED = 200  # findings on the page; the workbook has all


@dataclass(frozen=True, slots=True)
class Progress:
    """How many files are done, how many wait, and the share in whole per cent."""

    done: int
    left: int

    @property
    def percent(self) -> int:
        return 100 * self.done // (self.done + self.left)


@dataclass(frozen=True, slots=True)
class Told:
    """A finding of substance, and the check it belongs to."""

    check: SavedCheck
    number: int
    noted: Noted


@pages.get("/desk/wording/many/<name>")
@for_staff(Right.CHECK)
def show(name: str) -> ResponseReturnValue:
    batch = found_batch(name)
    progress = Progress(len(batch.checks) - batch.left, batch.left)
    is_own = batch.owner == current_account().name
    if not is_own:
        write_down(Action.CHECK_OPENED, f"{batch.id}，{batch.owner} 交来核对")
    is_over = not progress.left
    told = _of_substance(batch) if is_over else []
    current = services().shelf.current().id
    return render_template(
        "desk/wording/batch.html",
        batch=batch,
        checks=check_rows.worst_first(batch.checks) if is_over else batch.checks,
        progress=progress,
        is_own=is_own,
        is_older=any(one.generation not in {"", current} for one in batch.checks),
        totals=_totals(batch),
        faults=sum(bool(one.fault) for one in batch.checks),
        told=told[:_LISTED],
        untold=len(told[_LISTED:]),
        titles=titles(),
    )


@pages.get("/desk/wording/many/<name>.xlsx")
@for_staff(Right.CHECK)
def export(name: str) -> ResponseReturnValue:
    batch = found_batch(name)
    found = services().batches.found(name)
    by = made()
    sheets = [
        Sheet("汇总", check_rows.SUMMARY, [*check_rows.summary_rows(batch), (particulars(by),)]),
        Sheet("逐处", check_rows.ROWS, check_rows.finding_rows(batch, found)),
    ]
    write_down(Action.DRAFTS_EXPORTED, f"{batch.id}，{len(batch.checks)} 份")
    return download(workbook_of("多份文稿核对表", sheets, by), "多份文稿核对表.xlsx")


def _of_substance(batch: Batch) -> list[Told]:
    found = services().batches.found(batch.id)
    return [
        Told(check, number, one)
        for check in check_rows.worst_first(batch.checks)
        for number, one in enumerate(found.get(check.id, ()), 1)
        if one.kind == "substance"
    ]


def _totals(batch: Batch) -> Counts:
    sums = Counter[str]()
    for check in batch.checks:
        if check.generation:
            sums.update({kind: getattr(check.counts, kind) for kind in check_rows.KINDS})
    return Counts(**sums)
