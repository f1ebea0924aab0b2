"""The page of the wording check: a draft pasted or sent as a file, marked sentence by sentence."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import FileStorage

from chatbot.desk.wording.draft_files import TAKEN, read_draft_file
from chatbot.desk.wording.finding import Finding, Verdict
from chatbot.desk.wording.weight import weight
from chatbot.files.wording_docx import Report, wording_docx
from chatbot.records.checks import SavedCheck
from chatbot.records.staff.accounts import Right
from chatbot.records.staff.audit import Action
from chatbot.told import findings_told
from chatbot.told.api_json import quote_url
from chatbot.told.badges import badges
from chatbot.told.draft_shown import Tag, bits_of, lay_out_draft, tag
from chatbot.told.formal_citation import official_form
from chatbot.web.desk.made_by import made, particulars
from chatbot.web.desk.session import for_staff, write_down
from chatbot.web.http.downloads import download
from chatbot.web.http.reading_requests import DRAFT_LIMIT, checked_draft
from chatbot.web.http.refusals import RequestRefused
from chatbot.web.http.served_by import refuse_unknown, services
from chatbot.web.http.uploads import saved
from index.errors import PlanFileEmpty, PlanFileUnreadable

pages = Blueprint("checking", __name__)

_WORDS = (
    (Verdict.VERBATIM, "逐字一致"),
    (Verdict.DIFFERS, "有出入"),
    (Verdict.ABSENT, "未见"),
)
_Card = tuple[Tag, Finding]


@dataclass(frozen=True, slots=True)
class Turn:
    """What was sent, and what became of it or why it was refused; `file` is its name, if any."""

    draft: str = ""
    document: str = ""
    findings: tuple[Finding, ...] | None = None
    error: str = ""
    file: str = ""


@pages.get("/desk/wording")
@for_staff(Right.CHECK)
def form() -> ResponseReturnValue:
    return turn_page(Turn())


@pages.post("/desk/wording")
@for_staff(Right.CHECK, "max_draft_file")
def check() -> ResponseReturnValue:
    turn, status = turn_sent()
    if turn.findings is not None:
        counts = f"{len(turn.draft)} 字，{counted(turn.findings)}"
        write_down(Action.WORDING_CHECKED, counts)
    return turn_page(turn), status


@pages.post("/desk/wording.docx")
@for_staff(Right.CHECK, "max_draft_file")
def export() -> ResponseReturnValue:
    turn, status = turn_sent()
    if turn.findings is None:
        return turn_page(turn), status
    by = made()
    report = Report(turn.draft, turn.findings, summary(turn), by, particulars(by))
    write_down(Action.WORDING_EXPORTED, f"{len(turn.draft)} 字，{counted(turn.findings)}")
    return download(wording_docx(report), "核对报告.docx")


def turn_sent() -> tuple[Turn, int]:
    """What was sent with its findings, or with what is wrong with it, and the reply's status."""
    draft = request.form.get("draft", "").replace("\r\n", "\n")
    document, name = request.form.get("document", ""), ""
    try:
        if (sent := request.files.get("file")) and sent.filename:
            draft, name = read_sent(sent), sent.filename
        checked_draft(draft)
        chosen = frozenset({document} - {""})
        refuse_unknown(chosen)
    except RequestRefused as error:
        return Turn(draft, document, error=str(error)), error.status
    except (PlanFileUnreadable, PlanFileEmpty) as error:
        return Turn(draft, document, error=str(error)), 400
    return Turn(draft, document, services().desk.check(draft, chosen), file=name), 200


def read_sent(sent: FileStorage) -> str:
    """The words of a file, read under limits as plans are; its own name is never used."""
    with saved(sent, "上传的文稿", TAKEN) as file:
        return read_draft_file(file)


def counted(findings: tuple[Finding, ...]) -> str:
    return "，".join(
        f"{word} {sum(one.verdict is verdict for one in findings)}" for verdict, word in _WORDS
    )


def summary(turn: Turn) -> str:
    documents = services().shelf.current().documents
    return findings_told.summary(turn.findings or (), 1 if turn.document else len(documents))


def _groups(findings: tuple[Finding, ...]) -> Iterator[tuple[str, str, list[_Card]]]:
    """The key and name of each weight, the heaviest first, with its findings in order."""
    for key, name in findings_told.GROUPS.items():
        numbered = enumerate(findings, 1)
        yield key.value, name, [(tag(n, one), one) for n, one in numbered if weight(one) is key]


def turn_page(turn: Turn, kept: SavedCheck | None = None, **of_kept: object) -> str:
    """The page of a check; `kept` is one that was saved, `of_kept` what save_form.html tells."""
    documents = services().shelf.current().documents
    findings = turn.findings or ()
    return render_template(
        "desk/wording/wording.html",
        turn=turn,
        documents=documents,
        limit=DRAFT_LIMIT,
        summary=summary(turn),
        stretches=lay_out_draft(turn.draft, findings) if turn.findings is not None else (),
        groups=[one for one in _groups(findings) if one[2]],
        told=findings_told,
        bits_of=bits_of,
        badges=badges,
        quote_url=quote_url,
        official_form=official_form,
        taken=TAKEN,
        kept=kept,
        **of_kept,
    )
