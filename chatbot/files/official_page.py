"""The parts of GB/T 9704—2012 in `gb9704` -> an empty Word file with its page, fonts and foot."""

import io
import zipfile
from functools import cache
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Length, Mm

from chatbot.files.made import Made

_PARTS = Path(__file__).parent / "gb9704"
# The same page turned on its side, its head at the binding: the margins go round with it.
_TURNED = {"top_margin": 28, "right_margin": 37, "bottom_margin": 26, "left_margin": 35}  # mm
_TURNED_FOOT = 16.5  # mm from the edge: its dashes stand 7 mm below the text
_LONGEST = 255  # characters of a property, as Word has it


def empty_document(title: str, made: Made, *, landscape: bool = False) -> Document:
    """A4 upright, 22 lines of 28 characters, or on its side, 15 lines of 40."""
    document = docx.Document(io.BytesIO(_packed()))
    if landscape:
        page = document.sections[0]
        page.orientation = WD_ORIENT.LANDSCAPE
        page.page_width, page.page_height = page.page_height, page.page_width
        for margin, width in _TURNED.items():
            setattr(page, margin, Mm(width))
        page.footer_distance = Mm(_TURNED_FOOT)
    properties = document.core_properties
    properties.title = title[:_LONGEST]
    properties.author = properties.last_modified_by = made.by[:_LONGEST]
    properties.created = properties.modified = made.at.replace(tzinfo=None)  # told as UTC
    return document


def text_width(document: Document) -> Length:
    """Between the margins of the page."""
    page = document.sections[0]
    edges = (page.page_width, page.left_margin, page.right_margin)
    whole, left, right = (int(edge or 0) for edge in edges)
    return Length(whole - left - right)


@cache
def _packed() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        for part in sorted(_PARTS.rglob("*")):
            if part.is_file():
                file.write(part, part.relative_to(_PARTS))
    return packed.getvalue()
