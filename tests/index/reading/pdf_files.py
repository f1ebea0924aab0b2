"""PDF files made for a test, in a Chinese font that every reader has and no file holds."""

from collections.abc import Callable, Sequence
from pathlib import Path

from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped]
from reportlab.pdfbase.cidfonts import UnicodeCIDFont  # type: ignore[import-untyped]
from reportlab.pdfbase.pdfmetrics import registerFont  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from index.reading.fixed_layout.pdf import read
from index.reading.paragraphs import Paragraph

WIDTH, HEIGHT = A4
SIZE, LEADING = 12, 20  # points
LEFT, TOP = 72, 120
FONT = "STSong-Light"

registerFont(UnicodeCIDFont(FONT))

Page = Callable[[Canvas], object]


def of_pages(folder: Path, *pages: Page, is_locked: bool = False) -> Path:
    file = folder / "规划.pdf"
    canvas = Canvas(
        str(file), pagesize=A4, pageCompression=0, encrypt="geheim" if is_locked else None
    )
    for page in pages:
        page(canvas)
        canvas.showPage()
    canvas.save()
    return file


def put(canvas: Canvas, text: str, x: float, top: float, size: float = SIZE) -> None:
    canvas.setFont(FONT, size)
    canvas.drawString(x, HEIGHT - top, text)


def put_lines(canvas: Canvas, lines: Sequence[str], x: float = LEFT, top: float = TOP) -> float:
    """Draws lines below one another; returns where the next would stand."""
    for line in lines:
        put(canvas, line, x, top)
        top += LEADING
    return top


def wrapped(paragraph: str, columns: int) -> list[str]:
    """The lines of a paragraph, indented by two signs, each full but the last."""
    text = "\u3000\u3000" + paragraph
    return [text[at : at + columns] for at in range(0, len(text), columns)]


def lines(file: Path) -> list[Paragraph]:
    return list(read(file))


def texts(file: Path) -> list[str]:
    return [line.text.strip() for line in read(file)]
