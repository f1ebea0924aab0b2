"""OFD files give the paragraphs that a person reads, or a refusal that says why not."""

import zipfile
from pathlib import Path

import pytest

from index.errors import PlanFileUnreadable
from index.reading import read_paragraphs
from tests.index.reading import ofd_files

TITLE = "云山市养老服务规划"
SENTENCE = "到2025年，每个镇街建成一个综合养老服务中心，为居家的老年人提供助餐、助浴、助医服务。"
COLUMNS = 26


def texts(file: Path) -> list[str]:
    return [paragraph.text.strip() for paragraph in read_paragraphs(file)]


def wrapped(paragraph: str) -> list[str]:
    text = "\u3000\u3000" + paragraph
    return [text[at : at + COLUMNS] for at in range(0, len(text), COLUMNS)]


def test_wrapped_lines_are_one_paragraph_also_over_the_end_of_a_page(tmp_path: Path) -> None:
    first, *rest = wrapped(SENTENCE * 2)
    file = ofd_files.of_pages(
        tmp_path,
        ofd_files.lines(["一、主要目标", first], 250),
        ofd_files.lines([*rest, *wrapped("二、保障措施。")]),
    )
    assert texts(file) == ["一、主要目标", SENTENCE * 2, "二、保障措施。"]


def test_what_a_template_draws_and_a_unit_holds_is_text_too(tmp_path: Path) -> None:
    unit = (
        f'<ofd:Res xmlns:ofd="{ofd_files.NAMESPACE}"><ofd:CompositeGraphicUnits>'
        f'<ofd:CompositeGraphicUnit ID="5"><ofd:Content>{ofd_files.line(SENTENCE, 0, 0)}'
        "</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits></ofd:Res>"
    )
    composite = (
        '<ofd:CompositeObject ID="6" ResourceID="5" Boundary="20 90 200 9" CTM="0.5 0 0 0.5 0 0"/>'
    )
    file = ofd_files.of_pages(
        tmp_path,
        composite,
        template=ofd_files.line(TITLE, 60, 30),
        parts={"Doc_0/PublicRes.xml": unit},
    )
    assert texts(file) == [TITLE, SENTENCE]


def test_a_slanted_watermark_and_hidden_words_are_no_text(tmp_path: Path) -> None:
    slanted = ofd_files.line("内部资料", 40, 100, "0.7 -0.7 0.7 0.7 0 0")
    hidden = ofd_files.line("藏起来的话", 40, 150, Visible="false")
    file = ofd_files.of_pages(tmp_path, ofd_files.lines([SENTENCE]) + slanted + hidden)
    assert texts(file) == [SENTENCE]


def test_another_namespace_and_addresses_in_another_case_are_read(tmp_path: Path) -> None:
    file = ofd_files.of_pages(tmp_path, ofd_files.lines([SENTENCE]))
    other = tmp_path / "另一家.ofd"
    with zipfile.ZipFile(file) as package, zipfile.ZipFile(other, "w") as made:
        for name in package.namelist():
            xml = package.read(name).decode("utf-8")
            made.writestr(name.upper(), xml.replace(ofd_files.NAMESPACE, "urn:other"))
    assert texts(other) == [SENTENCE]


@pytest.mark.parametrize(
    ("layer", "parts", "told"),
    [
        ('<ofd:ImageObject ID="3" Boundary="0 0 210 297"/>', {}, "是扫描件，没有文字"),
        (ofd_files.lines([SENTENCE]), {"Doc_0/Encryptions.xml": "<a/>"}, "文件加了密"),
        (ofd_files.lines([SENTENCE]), {ofd_files.DOCUMENT: "<a>"}, "不是完整的 OFD 文件"),
        (ofd_files.line(SENTENCE, 0, 0, ctm="1"), {}, "不是完整的 OFD 文件"),
    ],
    ids=["scan", "encrypted", "broken", "a matrix of one number"],
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_what_cannot_be_read_is_refused(
    tmp_path: Path, layer: str, parts: dict[str, str], told: str
) -> None:
    with pytest.raises(PlanFileUnreadable, match=rf"规划\.ofd：.*{told}"):
        read_paragraphs(ofd_files.of_pages(tmp_path, layer, parts=parts))


def test_a_file_that_is_no_zip_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "规划.ofd"
    file.write_bytes(b"OFD")
    with pytest.raises(PlanFileUnreadable, match=r"规划\.ofd：不是完整的 OFD 文件；请"):
        read_paragraphs(file)
