"""A scan is read by the text that was typed beside it, and says so until each page is confirmed."""

from pathlib import Path

import pytest

from chatbot.told.badges import badges
from index.errors import PlanFileUnreadable
from index.intake.documents import Document, read_document
from index.intake.folders import plan_files
from index.intake.shelf import fingerprint, read_shelf
from tests.index.reading import pdf_files

TEXT = "到2025年，每个镇街建成一个综合养老服务中心，为居家的老年人提供助餐、助浴、助医服务。"
FIRST = f"云山市养老服务规划\n一、主要目标\n{TEXT[:36]}"
SECOND = f"{TEXT[36:]}\n二、保障措施\n各级财政安排资金。"


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    return pdf_files.of_pages(tmp_path, *[lambda canvas: canvas.rect(90, 90, 300, 500)] * 2)


def typed(scan: Path, text: str) -> Document:
    scan.with_name(f"{scan.name}.txt").write_text(text, encoding="utf-8")
    return read_document(scan, "scan", None)


def labels(document: Document) -> list[str]:
    return [badge.text for badge in badges(document)]


def test_the_typed_pages_are_the_text_and_their_marks_are_not(scan: Path) -> None:
    document = typed(scan, f"=== 第 1 页 ===\n{FIRST}\n=== 第 2 页 ===\n{SECOND}\n")
    assert document.title == "云山市养老服务规划"
    assert TEXT in document.text
    assert "页" not in document.text
    assert document.file == scan.name
    assert document.unconfirmed_pages == 2
    assert "由扫描件录入" in labels(document)


def test_pages_that_a_recogniser_parted_by_form_feeds_are_read_the_same(scan: Path) -> None:
    document = typed(scan, f"{FIRST}\n\f{SECOND}\n\f")
    assert TEXT in document.text
    assert document.unconfirmed_pages == 2


def test_the_label_goes_when_somebody_has_confirmed_every_page(scan: Path) -> None:
    text = "=== 第 1 页 已核对 王芳 2026-11-20 ===\n{}\n=== 第 2 页{} ===\n{}"
    document = typed(scan, text.format(FIRST, " 已核对", SECOND))
    assert document.unconfirmed_pages == 1  # nobody's name
    document = typed(scan, text.format(FIRST, " 已核对 李强 2026-11-21", SECOND))
    assert document.unconfirmed_pages == 0
    assert "由扫描件录入" not in labels(document)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{FIRST}{SECOND}", "有 1 页文字，规划.pdf 却有 2 页"),
        (f"=== 第 1 页 ===\n{FIRST}\n=== 第 3 页 ===\n{SECOND}", "第 2 页的位置写的是第 3 页"),
        (f"{FIRST * 999}\f{SECOND}", "第 1 页超过 20000 字"),
    ],
)
def test_text_that_does_not_fit_the_scan_is_refused(scan: Path, text: str, told: str) -> None:
    with pytest.raises(PlanFileUnreadable, match=told):
        typed(scan, text)


def test_the_typed_text_is_no_plan_of_its_own_but_changes_the_shelf(scan: Path) -> None:
    typed(scan, f"{FIRST}\f{SECOND}")
    assert plan_files(scan.parent) == [scan]
    assert [document.file for document in read_shelf(scan.parent).documents] == [scan.name]
    before = fingerprint(scan.parent)
    typed(scan, f"{FIRST}\f{SECOND}三、附则")
    assert fingerprint(scan.parent) != before


def test_a_scan_without_text_says_how_to_give_it(scan: Path) -> None:
    with pytest.raises(PlanFileUnreadable, match=r"名为 规划\.pdf\.txt"):
        read_document(scan, "scan", None)
