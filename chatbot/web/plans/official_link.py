"""A quote -> the address that opens the official page with those words in sight."""

import re
from urllib.parse import quote, urlsplit

from index.intake.documents import Document
from index.spans import Span

_CLAUSE_ENDS = re.compile(r"[\s。；;，,：:、！!？?“”\"'‘’《》（）()\[\]【】]+")
_SHORTEST = 4  # characters; a shorter clause stands in many places of a page


def official_link(document: Document, span: Span | None = None) -> str:
    """The page a plan was taken from, with a text fragment for `span`; "" when there is none."""
    page = document.source_url
    if urlsplit(page).scheme not in {"http", "https"}:
        return ""
    words = fragment(span.cut(document.text)) if span else ""
    if not words:
        return page
    return page + (":~:" if "#" in page else "#:~:") + words


def fragment(quoted: str) -> str:
    """text=first,last: whole clauses, since a browser finds only what ends where a word ends.

    The rules are those of the URL Fragment Text Directives draft, where `-` has a meaning.
    """
    clauses = [clause for clause in _CLAUSE_ENDS.split(quoted) if len(clause) >= _SHORTEST]
    ends = list(dict.fromkeys((clauses[:1] + clauses[-1:]) or [quoted.strip()]))
    return "text=" + ",".join(quote(clause, safe="").replace("-", "%2D") for clause in ends)
