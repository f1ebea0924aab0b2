"""A comparison -> JSON: every change with its places in both texts, the summary first."""

from typing import Any

from chatbot.desk.versions.changes import Change, Comparison
from chatbot.desk.versions.comparison_lines import NAMES
from index.intake.documents import Document
from index.spans import Span

Json = dict[str, Any]


def comparison_json(comparison: Comparison) -> Json:
    """Spans are code points of each document's text, whose sha256 stands beside its title."""
    return {
        "old": _document(comparison.old),
        "new": _document(comparison.new),
        "summary": [
            {"topic": topic.value, "name": NAMES[topic], "count": len(found)}
            for topic, found in comparison.summary()
        ],
        "changes": [_change(change, comparison) for change in comparison.changes],
    }


def _document(document: Document) -> Json:
    return {"title": document.title, "file": document.file, "sha256": document.sha256}


def _change(change: Change, comparison: Comparison) -> Json:
    old, new = comparison.old.text, comparison.new.text
    return {
        "fate": change.fate.value,
        "topics": [topic.value for topic in change.topics],
        "substantive": change.is_substantive,
        "moved": change.moved,
        "old": _cut(change.old, old),
        "new": _cut(change.new, new),
        "old_place": list(change.old_place),
        "new_place": list(change.new_place),
        "pieces": [
            {
                "old": _cut(piece.old, old),
                "new": _cut(piece.new, new),
                "topics": [topic.value for topic in piece.topics],
            }
            for piece in change.pieces
        ],
    }


def _cut(span: Span | None, text: str) -> Json | None:
    return {"start": span.start, "end": span.end, "text": span.cut(text)} if span else None
