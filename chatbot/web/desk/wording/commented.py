"""An uploaded .docx -> the same file with a comment at each finding, to take along."""

from pathlib import Path, PurePosixPath

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from chatbot.desk.wording.draft_files import WORD, read_commentable
from chatbot.files.commented.comment_part import Author
from chatbot.files.commented.commented_docx import commented_docx
from chatbot.files.commented.remarks import remarks
from chatbot.records.staff.accounts import Right
from chatbot.records.staff.audit import Action
from chatbot.web.desk.made_by import made, particulars
from chatbot.web.desk.session import for_staff, write_down
from chatbot.web.desk.wording.checking import Turn, counted, summary, turn_page
from chatbot.web.http.downloads import download
from chatbot.web.http.reading_requests import checked_draft
from chatbot.web.http.refusals import RequestRefused, bad_request
from chatbot.web.http.served_by import refuse_unknown, services
from chatbot.web.http.uploads import saved, shown_name
from index.errors import PlanFileEmpty, PlanFileUnreadable

pages = Blueprint("commented", __name__)


@pages.post("/desk/wording/commented.docx")
@for_staff(Right.CHECK, "max_draft_file")
def export() -> ResponseReturnValue:
    pasted, document = (request.form.get(name, "") for name in ("draft", "document"))
    try:
        return _commented(document)
    except RequestRefused as error:
        refused = Turn(pasted, document, error=str(error))
        return turn_page(refused), error.status
    except (PlanFileUnreadable, PlanFileEmpty) as error:
        return turn_page(Turn(pasted, document, error=str(error))), 400


def _commented(document: str) -> ResponseReturnValue:
    sent = request.files.get("file")
    if not sent or not sent.filename:
        raise bad_request(
            "file_missing", f"还没有选文件：批注写在您上传的 Word 文件（{WORD}）里，请先选文件。"
        )
    chosen = frozenset({document} - {""})
    refuse_unknown(chosen)
    if Path(sent.filename).suffix.lower() != WORD:
        raise bad_request(
            "not_word",
            f"只有 {WORD} 能带着批注取回：这份文稿请点“核对”看结果，或者另存为 {WORD} 再传。",
        )
    with saved(sent, "上传的文稿", (WORD,)) as file:
        content, counts = _written(file, document, chosen)
    write_down(Action.WORDING_COMMENTED, counts)
    return download(content, f"{PurePosixPath(shown_name(sent.filename)).stem}（核对批注）{WORD}")


def _written(file: Path, document: str, chosen: frozenset[str]) -> tuple[bytes, str]:
    """The file with its comments, and how much was found, for the trail."""
    word = read_commentable(file)
    findings = services().desk.check(checked_draft(word.text), chosen)
    turn = Turn(word.text, document, findings)
    every = bool(request.form.get("every"))
    by = made()
    said = remarks(word.text, findings, (summary(turn), particulars(by)), every)
    author = Author.made_by(services().settings.title, by.by, by.at)
    content = commented_docx(file, word, said, author)
    return content, f"{len(word.text)} 字，{counted(findings)}"
