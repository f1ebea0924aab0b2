"""However a file is damaged, reading it ends in paragraphs or in a refusal of ours."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from index.errors import PlanError
from index.reading import read_paragraphs
from tests.index.reading import ofd_files, pdf_files
from tests.index.reading.word import word_files

WORDS = "健全居家社区机构相协调、医养康养相结合的养老服务体系，推动养老产业协同发展。"
PAGE = f"""<html><head><meta charset=gb2312></head><body><h1>规划</h1><p>{WORDS}</p>
<table><tr><th>指标</th><th colspan=2>目标</th></tr><tr><td rowspan=2>床位</td><td>5</td><td>8</td>
</tr></table><div style='display:none'>藏</div><!-- 藏 --></body></html>"""


def page(folder: Path) -> Path:
    file = folder / "规划.html"
    file.write_bytes(PAGE.encode("gb18030"))
    return file


def text(folder: Path) -> Path:
    file = folder / "规划.txt"
    file.write_text(f"|指标|2025年|\n{WORDS}\n" * 12, encoding="gb18030")
    return file


def markdown(folder: Path) -> Path:
    file = folder / "规划.md"
    file.write_text(f"# 规划\n<!-- 说明 -->\n{WORDS}\n", encoding="utf-8")
    return file


def word_file(folder: Path) -> Path:
    rows = word_files.table(word_files.cell("指标") * 2, word_files.cell("床位") * 2)
    return word_files.of_body(folder, word_files.paragraph(WORDS), rows)


def pdf_file(folder: Path) -> Path:
    def draw(canvas: Canvas) -> None:
        pdf_files.put_lines(canvas, pdf_files.wrapped(WORDS, 30))
        canvas.grid([72, 200, 300], [300, 330, 360])

    return pdf_files.of_pages(folder, draw)


@st.composite
def damaged(draw: st.DrawFn, content: bytes, *, words: bool = False) -> bytes:
    """Bytes flipped, cut out, doubled or cut off; or words put for words: XML stays XML."""
    if words and draw(st.booleans()):
        tokens = sorted(set(re.findall(rb"\w{2,}", content)))
        old, new = draw(st.sampled_from(tokens)), draw(st.sampled_from(tokens))
        return re.sub(rb"\b%s\b" % old, new, content)
    made = bytearray(content)
    for _ in range(draw(st.integers(1, 4))):
        if not made:
            break
        start = draw(st.integers(0, len(made) - 1))
        end = min(len(made), start + draw(st.sampled_from([1, 2, 16, 300, 5000])))
        kind = draw(st.sampled_from(["flip", "cut", "double", "end"]))
        if kind == "flip":
            made[start] ^= draw(st.integers(1, 255))
        elif kind == "double":
            made[start:start] = made[start:end]
        else:
            del made[start : end if kind == "cut" else None]
    return bytes(made)


def few(examples: int) -> settings:
    """Few enough for every example to start a process; the folder may be used again."""
    fixture = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
    return settings(max_examples=examples, suppress_health_check=fixture)


@few(12)
@given(data=st.data())
def test_a_word_file_with_damaged_xml_is_read_or_refused(
    tmp_path: Path, data: st.DataObject
) -> None:
    file = word_file(tmp_path)
    with zipfile.ZipFile(file) as package:
        xml = package.read("word/document.xml")
    word_files.with_part(file, "word/document.xml", data.draw(damaged(xml, words=True)))
    try_to_read(file)


@few(12)
@given(data=st.data())
def test_an_ofd_file_with_damaged_xml_is_read_or_refused(
    tmp_path: Path, data: st.DataObject
) -> None:
    page = ofd_files.PAGE.format(0)
    file = ofd_files.of_pages(tmp_path, ofd_files.lines([WORDS[:20], WORDS[20:]]))
    with zipfile.ZipFile(file) as package:
        xml = package.read(page)
    try_to_read(word_files.with_part(file, page, data.draw(damaged(xml, words=True))))


def check(file: Path, data: st.DataObject) -> None:
    broken = file.with_stem("损坏")
    broken.write_bytes(data.draw(damaged(file.read_bytes())))
    try_to_read(broken)


def try_to_read(file: Path) -> None:
    try:
        lines = read_paragraphs(file)
    except PlanError as refusal:
        assert file.name in str(refusal)
    else:
        assert any(line.text.strip() for line in lines)


@pytest.mark.parametrize("made", [word_file, pdf_file, page])
@few(16)
@given(data=st.data())
def test_a_damaged_file_is_read_or_refused(
    tmp_path: Path, made: Callable[[Path], Path], data: st.DataObject
) -> None:
    check(made(tmp_path), data)


@pytest.mark.parametrize("made", [text, markdown])
@few(200)
@given(data=st.data())
def test_a_damaged_text_is_read_or_refused(
    tmp_path: Path, made: Callable[[Path], Path], data: st.DataObject
) -> None:
    check(made(tmp_path), data)
