"""A draft of a batch whose turn it is -> checked, or the reason why it could not be."""

import io

from werkzeug.datastructures import FileStorage

from chatbot.records.batch import Begun, Done
from chatbot.told.saved import check_rows
from chatbot.web.desk.wording.checking import read_sent
from chatbot.web.http.reading_requests import checked_draft
from chatbot.web.http.refusals import RequestRefused
from chatbot.web.http.served_by import services
from index.errors import PlanFileEmpty, PlanFileUnreadable

_GONE = "要与之比较的那份文件已经不在：请另选一份，重新上传。"


def check_begun(begun: Begun) -> None:
    """One draft and no more, so that no worker is busy for long."""
    try:
        draft = checked_draft(begun.draft or _read(begun))
    except (RequestRefused, PlanFileUnreadable, PlanFileEmpty) as fault:
        services().batches.fail(begun.id, str(fault))
        return
    shelf = services().shelf.current()
    if begun.document and shelf.document(begun.document) is None:
        services().batches.fail(begun.id, _GONE)
        return
    findings = services().desk.check(draft, frozenset({begun.document} - {""}))
    counts, found = check_rows.counts_of(findings), check_rows.noted(findings)
    services().batches.finish(begun.id, Done(draft, counts, shelf.id, found))


def _read(begun: Begun) -> str:
    return read_sent(FileStorage(io.BytesIO(begun.file), filename=begun.name))
