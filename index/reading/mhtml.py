"""Pages saved as one file (.mht, .mhtml; RFC 2557): the page, or the frame with the text."""

from email import message_from_bytes
from email.policy import default
from pathlib import Path

from index.errors import PlanFileEmpty
from index.reading import html
from index.reading.paragraphs import Paragraph


def read(file: Path) -> list[Paragraph]:
    """The paragraphs of the part with most text; raises PlanFileEmpty or PlanFileUnreadable."""
    message = message_from_bytes(file.read_bytes(), policy=default)
    pages = [
        content
        for part in message.walk()
        if part.get_content_type() == "text/html"
        and isinstance(content := part.get_payload(decode=True), bytes)
        and content.strip()
    ]
    if not pages:
        raise PlanFileEmpty(f"{file.name}：里面没有网页；请在浏览器里打开原网页，另存为网页。")
    found = [lines for content in pages if (lines := _lines(content, file.name))]
    return max(found or [[]], key=lambda lines: sum(len(line.text) for line in lines))


def _lines(content: bytes, name: str) -> list[Paragraph]:
    """The paragraphs of a part; none of a page of frames, which are parts themselves."""
    try:
        return html.read_page(content, name)
    except PlanFileEmpty:
        return []
