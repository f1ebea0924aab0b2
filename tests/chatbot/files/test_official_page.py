"""A Word file as offices expect it: the page, types and foot of GB/T 9704—2012, and who made it."""

import io
import shutil
import subprocess
import zipfile
from collections import Counter
from collections.abc import Iterator

import docx
import pdfplumber
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle
from lxml import etree
from pdfplumber.pdf import PDF

from chatbot.files.made import Made
from chatbot.files.word_file import WordFile
from tests.chatbot.files.making import MADE

LINES, CHARACTERS = 22, 28
A_TWIP = 635  # a twentieth of a point in EMU: what a file rounds to


def written(*paragraphs: str, title: str = "核对报告", landscape: bool = False) -> bytes:
    file = WordFile(title, MADE, landscape=landscape)
    file.heading("一、总数")
    for paragraph in paragraphs:
        file.paragraph(paragraph)
    file.table(("甲", "乙"), (1, 2), [("一", "二")])
    return file.content()


@pytest.fixture(scope="module")
def document() -> Document:
    return docx.Document(io.BytesIO(written("正文。")))


def style(document: Document, name: str) -> ParagraphStyle:
    found = document.styles[name]
    assert isinstance(found, ParagraphStyle)
    return found


def part(name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(written())) as file:
        return etree.fromstring(file.read(name))


@pytest.mark.parametrize(
    ("landscape", "paper", "text"),
    [(False, (210, 297), (156, 225)), (True, (297, 210), (225, 156))],
)
def test_the_text_is_as_large_as_the_standard_says_however_the_paper_lies(
    landscape: bool, paper: tuple[int, int], text: tuple[int, int]
) -> None:
    (page,) = docx.Document(io.BytesIO(written(landscape=landscape))).sections
    edges = (page.page_width, page.page_height, page.left_margin, page.right_margin)
    width, height, left, right = map(int, filter(None, edges))
    top, bottom = int(page.top_margin or 0), int(page.bottom_margin or 0)
    found = (width, height, width - left - right, height - top - bottom)
    for is_so, wanted in zip(found, (*paper, *text), strict=True):
        assert abs(is_so - Mm(wanted)) <= Mm(0.2)
    if not landscape:
        assert abs(top - Mm(37)) <= A_TWIP
        assert abs(left - Mm(28)) <= A_TWIP


@pytest.mark.parametrize(
    ("name", "font", "points"),
    [
        ("Title", "方正小标宋简体", 22),
        ("Heading 1", "黑体", 16),
        ("Heading 2", "楷体_GB2312", 16),
        ("Page Number Odd", "宋体", 14),
    ],
)
def test_each_style_has_the_type_of_the_standard(
    document: Document, name: str, font: str, points: float
) -> None:
    found = style(document, name)
    fonts = found.element.find(f"{qn('w:rPr')}/{qn('w:rFonts')}").attrib
    assert {
        script: fonts[qn(script)] for script in ("w:eastAsia", "w:ascii", "w:hAnsi")
    } == dict.fromkeys(("w:eastAsia", "w:ascii", "w:hAnsi"), font)
    assert (found.font.size or Pt(16)) == Pt(points)


def test_the_styles_used_are_those_of_the_page(document: Document) -> None:
    used = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style]
    assert used == ["Title", "Heading 1", "Body Text"]
    cells = [cell for row in document.tables[0].rows for cell in row.cells]
    assert [cell.paragraphs[0].style.name for cell in cells if cell.paragraphs[0].style] == [
        *("Table Head", "Table Head"),
        *("Table Text", "Table Text"),
    ]


def test_the_body_is_three_in_fangsong_and_begins_two_characters_in() -> None:
    styles = part("word/styles.xml")
    (normal,) = styles.iter(qn("w:rPrDefault"))
    (fonts,) = normal.iter(qn("w:rFonts"))
    assert set(fonts.attrib.values()) == {"仿宋_GB2312"}
    assert [one.get(qn("w:val")) for one in normal.iter(qn("w:sz"))] == ["32"]
    assert [one.get(qn("w:eastAsia")) for one in normal.iter(qn("w:lang"))] == ["zh-CN"]
    (body,) = (one for one in styles if one.get(qn("w:styleId")) == "BodyText")
    assert [one.get(qn("w:firstLineChars")) for one in body.iter(qn("w:ind"))] == ["200"]


def test_each_font_named_is_listed_with_one_to_take_in_its_place() -> None:
    named = {one.get(qn("w:eastAsia")) for one in part("word/styles.xml").iter(qn("w:rFonts"))}
    instead = {
        font.get(qn("w:name")): next(font.iter(qn("w:altName"))).get(qn("w:val"))
        for font in part("word/fontTable.xml")
    }
    assert set(instead) == named
    assert instead["仿宋_GB2312"] == "仿宋"
    assert instead["方正小标宋简体"] == "宋体"


def test_pages_are_numbered_at_the_outer_edge_between_two_dashes(document: Document) -> None:
    (page,) = document.sections
    assert document.settings.odd_and_even_pages_header_footer
    for foot, edge in ((page.footer, "right"), (page.even_page_footer, "left")):
        (line,) = foot.paragraphs
        assert line.text == "— 1 —"
        assert line.style
        (indents,) = line.style.element.iter(qn("w:ind"))
        assert indents.get(qn(f"w:{edge}Chars")) == "100"
        (side,) = line.style.element.iter(qn("w:jc"))
        assert side.get(qn("w:val")) == edge


def test_the_properties_tell_who_made_it_and_when_in_utc() -> None:
    content = written(title="长" * 300 + "\n二")
    found = docx.Document(io.BytesIO(content)).core_properties
    assert (found.author, found.last_modified_by, found.language) == ("王芳", "王芳", "zh-CN")
    assert found.title == "长" * 255
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        core = file.read("docProps/core.xml").decode()
        assert all(len(file.read(name)) for name in file.namelist())
    assert core.count(">2026-01-02T03:04:05Z<") == 2
    assert "2013" not in core


def test_a_time_that_is_not_told_in_utc_is_refused() -> None:
    with pytest.raises(ValueError, match="UTC"):
        Made("王芳", MADE.at.replace(tzinfo=None))


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PDF]:
    """Four pages of body as LibreOffice sets them; where there is none, a skip."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("no LibreOffice: `sudo apt-get install libreoffice-writer`")
    folder = tmp_path_factory.mktemp("printed")
    (folder / "报告.docx").write_bytes(written("民政为民服务群众" * 300))
    subprocess.run(
        [
            *(office, f"-env:UserInstallation={(folder / 'office').as_uri()}", "--headless"),
            *("--convert-to", "pdf", "--outdir", str(folder), str(folder / "报告.docx")),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    with pdfplumber.open(folder / "报告.pdf") as pdf:
        yield pdf


def test_a_page_of_body_holds_22_lines_of_28_characters(printed: PDF) -> None:
    for page in printed.pages[1:3]:
        lines = Counter(round(one["bottom"]) for one in page.chars if one["size"] == 16)
        assert list(lines.values()) == [CHARACTERS] * LINES


def test_odd_pages_are_numbered_right_and_even_ones_left(printed: PDF) -> None:
    for number, page in enumerate(printed.pages[:3], 1):
        foot = [one for one in page.chars if one["size"] == 14]
        assert "".join(one["text"] for one in foot) == f"— {number} —"
        assert (foot[0]["x0"] > page.width / 2) == bool(number % 2)
