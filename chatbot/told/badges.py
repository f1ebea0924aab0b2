"""What a reader must know about a document before believing it: draft, out of date, typed."""

import re
from dataclasses import dataclass
from datetime import date

from chatbot.beijing_time import today_in_china
from index.intake.documents import Document


@dataclass(frozen=True, slots=True)
class Badge:
    """A short label; `tone` is one of plain, caution, warning."""

    text: str
    tone: str


def badges(document: Document, today: date | None = None) -> tuple[Badge, ...]:
    """The labels of `document` as seen on a day (default: today in China)."""
    today = today or today_in_china()
    found = []
    if document.status:
        found.append(
            Badge(document.status, "caution" if _is_unsettled(document.status) else "plain")
        )
    last = re.search(r"(\d{4})\D*$", document.period or "")
    if last and int(last[1]) < today.year:
        found.append(Badge("规划期已过", "caution"))
    if document.expires and document.expires < today.isoformat():
        found.append(Badge("有效期已过", "caution"))
    if document.unconfirmed_pages:
        found.append(Badge("由扫描件录入", "caution"))
    if document.official is False:
        found.append(Badge("非官方来源", "warning"))
    return tuple(found)


def _is_unsettled(status: str) -> bool:
    return any(word in status for word in ("征求意见", "草案", "摘要", "废止", "失效"))
