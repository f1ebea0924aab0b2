"""A commented file is the file that came, and each comment stands at the words it is about."""

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import nsmap

from benchmarks.desk.same_outside import differing
from index.spans import Span
from tests.chatbot.files.commented.awkward import BODIES, p, styled
from tests.chatbot.files.commented.word_comments import (
    anchors,
    commented,
    comments,
    draft_of,
    with_spans,
)
from tests.index.reading.word.word_files import (
    DECLARED,
    HEAD,
    of_body,
    paragraph,
    run,
    saved,
    with_document,
    with_part,
)

WORDS = "养老床位达到五万张。"
NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


@pytest.mark.parametrize("name", BODIES)
def test_only_comments_are_added_and_they_stand_at_their_words(tmp_path: Path, name: str) -> None:
    blocks, words, marked = BODIES[name]
    file = of_body(tmp_path, *blocks)
    content = commented(file, words)
    assert differing(file.read_bytes(), content) == []
    assert anchors(content) == {"0": marked}
    after = iter(part(content, "word/document.xml"))
    assert all(byte in after for byte in part(file.read_bytes(), "word/document.xml"))


def test_the_other_parts_are_copied_byte_for_byte_in_their_order(tmp_path: Path) -> None:
    file = of_body(tmp_path, paragraph(WORDS))
    with (
        zipfile.ZipFile(file) as before,
        zipfile.ZipFile(io.BytesIO(commented(file, "床位"))) as after,
    ):
        assert after.namelist() == [*before.namelist(), "word/comments.xml"]
        for entry in before.infolist():
            same = after.getinfo(entry.filename)
            assert (same.date_time, same.compress_type) == (entry.date_time, entry.compress_type)
        changed = {name for name in before.namelist() if before.read(name) != after.read(name)}
    assert changed == {
        "[Content_Types].xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
    }


def test_a_comment_tells_by_whom_when_and_what(tmp_path: Path) -> None:
    content = commented(of_body(tmp_path, paragraph(WORDS)), "床位", "五万")
    assert comments(content) == [
        ("规划问答（lihua）", "规划", "有出入\n床位"),
        ("规划问答（lihua）", "规划", "有出入\n五万"),
    ]
    assert part(content, "word/comments.xml").count(b'w:date="2026-12-31T23:05:00Z"') == 2


def test_without_anything_to_say_the_file_comes_back_as_it_was(tmp_path: Path) -> None:
    file = of_body(tmp_path, paragraph(WORDS))
    assert commented(file) == file.read_bytes()


def test_comments_that_are_there_stay_and_the_new_ones_are_counted_on(tmp_path: Path) -> None:
    document = docx.Document()
    line = document.add_paragraph("养老")
    document.add_comment(line.add_run("床位"), "请核实。", "王", "王")
    file = saved(document, tmp_path)
    content = commented(file, "老床", "位")
    assert differing(file.read_bytes(), content) == []
    assert anchors(content) == {"0": "床位", "1": "老床", "2": "位"}
    assert [text for _, _, text in comments(content)] == ["请核实。", "有出入\n老床", "有出入\n位"]


def test_comments_may_cross_hold_one_another_and_stand_side_by_side(tmp_path: Path) -> None:
    file = of_body(tmp_path, p(styled("甲乙丙丁"), styled("戊己庚辛")))
    draft = draft_of(file)
    spans = [Span(0, 8), Span(1, 3), Span(2, 6), Span(3, 4), Span(4, 8), Span(3, 4), Span(7, 8)]
    content = with_spans(file, draft, spans)
    assert differing(file.read_bytes(), content) == []
    expected = {str(number): span.cut(draft.text) for number, span in enumerate(spans)}
    assert anchors(content) == expected


def test_an_automatic_number_has_its_comment_at_the_words_behind_it(tmp_path: Path) -> None:
    level = '<w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
    number = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    document = docx.Document()
    numbering = document.part.numbering_part.element
    for child in list(numbering):
        numbering.remove(child)
    content = f'{HEAD}<w:numbering {DECLARED}><w:abstractNum w:abstractNumId="0">{level}'
    content += f"</w:abstractNum>{number}</w:numbering>"
    file = of_body(tmp_path, paragraph("总体要求", NUMBERED), paragraph("主要任务", NUMBERED))
    file = with_part(file, "word/numbering.xml", content.encode())
    draft = draft_of(file)
    assert draft.text == "一、总体要求\n二、主要任务"
    added = with_spans(file, draft, [Span(7, 9), Span(7, 11), Span(0, 13)])
    assert anchors(added) == {"0": "主", "1": "主要", "2": "总体要求主要任务"}
    assert differing(file.read_bytes(), added) == []


def test_a_note_has_its_comment_at_the_mark_of_the_note(tmp_path: Path) -> None:
    document = docx.Document()
    kind = document.part.package.main_document_part.content_type
    notes = f'{HEAD}<w:footnotes {DECLARED}><w:footnote w:id="7">{paragraph("注里的话")}'
    notes += "</w:footnote></w:footnotes>"
    mark = '<w:r><w:footnoteReference w:id="7"/></w:r>'
    file = of_body(tmp_path, p(run("甲"), mark, run("乙")))
    relations = part(file.read_bytes(), "word/_rels/document.xml.rels").decode()
    base = nsmap["r"]
    added = f'<Relationship Id="rIdN" Type="{base}/footnotes" Target="footnotes.xml"/>'
    with_part(file, "word/footnotes.xml", notes.encode())
    closed = "</Relationships>"
    with_part(
        file, "word/_rels/document.xml.rels", relations.replace(closed, added + closed).encode()
    )
    assert draft_of(file).text == "甲乙\n注里的话", kind
    content = commented(file, "里的")
    between = part(content, "word/document.xml").decode().partition('RangeStart w:id="0"/>')[2]
    assert between.startswith(f'{mark}<w:commentRangeEnd w:id="0"/>')


def test_a_part_that_writes_its_names_otherwise_is_kept_so(tmp_path: Path) -> None:
    body = "<x:p><x:r><x:rPr><x:b/></x:rPr><x:t>养老床位</x:t></x:r></x:p>"
    space = f'xmlns:x="{nsmap["w"]}"'
    content = f"{HEAD}<x:document {space}><x:body>{body}</x:body></x:document>"
    file = with_document(tmp_path, content.encode())
    added = commented(file, "老床")
    assert anchors(added) == {"0": "老床"}
    assert differing(file.read_bytes(), added) == []


def test_a_document_without_a_list_of_relations_gets_one(tmp_path: Path) -> None:
    file = of_body(tmp_path, paragraph(WORDS))
    with zipfile.ZipFile(file) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    del parts["word/_rels/document.xml.rels"]
    with zipfile.ZipFile(file, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    content = commented(file, "床位")
    assert anchors(content) == {"0": "床位"}
    assert [text for *_, text in comments(content)] == ["有出入\n床位"]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_shows_every_comment(tmp_path: Path) -> None:
    blocks = [block for body, _, _ in BODIES.values() for block in body]
    file = of_body(tmp_path, *blocks)
    draft = draft_of(file)
    spans = [Span(at, at + 2) for at in range(0, len(draft.text) - 2, 2)]
    made = tmp_path / "批注.docx"
    made.write_bytes(with_spans(file, draft, spans))
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/user"]
    command += ["--convert-to", "odt", "--outdir", str(tmp_path), str(made)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    with zipfile.ZipFile(tmp_path / "批注.odt") as package:
        assert package.read("content.xml").count(b"<office:annotation ") == len(spans)


def part(content: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.read(name)
