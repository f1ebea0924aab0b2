"""The first pages of a PDF as pictures, so that a person sees what was read beside the original."""

import base64
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2

from index.reading.child import rows_of_child

_WIDTH = 900  # pixels: a page of A4 is read on a screen
_TALLEST = 2600


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page, from 1, of `pages` in all, as PNG."""

    page: int
    pages: int
    png: bytes


def pictures_of(file: Path, most: int) -> tuple[PagePicture, ...]:
    """The first pages of a PDF, drawn in a child process with limits; or PlanFileUnreadable."""
    rows = rows_of_child("fixed_layout.page_pictures", file, most, part="（画出原件）")
    return tuple(
        PagePicture(page, pages, base64.b64decode(written)) for page, pages, written in rows
    )


def read(file: Path, most: int) -> Iterator[PagePicture]:
    """In the child: at most so many pages."""
    document = pypdfium2.PdfDocument(file)
    for place in range(min(most, len(document))):
        drawn = document[place]
        width, height = drawn.get_size()
        scale = min(_WIDTH / width, _TALLEST / height)
        written = io.BytesIO()
        drawn.render(scale=scale).to_pil().convert("L").save(written, "png", optimize=True)
        yield PagePicture(place + 1, len(document), written.getvalue())


def as_row(picture: PagePicture) -> list[object]:
    """For the way out of the child."""
    return [picture.page, picture.pages, base64.b64encode(picture.png).decode("ascii")]
