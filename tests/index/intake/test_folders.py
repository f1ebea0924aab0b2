"""What the bureau took in itself lies above the folder it was given, and changes nothing in it."""

from pathlib import Path

import pytest

from index.errors import PlanFolderMissing
from index.intake.catalogue import NONE, CatalogueRow, write_catalogue
from index.intake.folders import Hidden, PlanFolders, write_hidden
from index.intake.heading_marks import HeadingMark, marks_beside, write_marks
from index.intake.shelf import fingerprint, read_shelf

PLAN = "青河县养老规划\n一、总体要求\n坚持以人民为中心。\n二、主要任务\n构建大养老体系。"
OTHER = "青河县殡葬办法\n第一条 建公墓两处。\n第二条 收费公示。"


@pytest.fixture
def folders(tmp_path: Path) -> PlanFolders:
    given, data = tmp_path / "given", tmp_path / "data"
    (data / "plans").mkdir(parents=True)
    given.mkdir()
    (given / "a.txt").write_text(PLAN, encoding="utf-8")
    return PlanFolders.of(given, data)


def own(folders: PlanFolders) -> Path:
    assert folders.own
    return folders.own


def test_what_was_taken_in_is_read_beside_what_was_given(folders: PlanFolders) -> None:
    (own(folders) / "b.txt").write_text(OTHER, encoding="utf-8")
    assert [one.file for one in read_shelf(folders).documents] == ["a.txt", "b.txt"]


def test_a_file_of_the_same_name_takes_the_place_of_the_given_one(folders: PlanFolders) -> None:
    (own(folders) / "a.txt").write_text(OTHER, encoding="utf-8")
    (document,) = read_shelf(folders).documents
    assert document.text == OTHER
    assert (folders.given / "a.txt").read_text(encoding="utf-8") == PLAN


def test_a_withdrawn_file_is_read_no_more_and_is_still_there(folders: PlanFolders) -> None:
    (own(folders) / "b.txt").write_text(OTHER, encoding="utf-8")
    write_hidden(own(folders), {"a.txt": Hidden("b.txt")})
    found = read_shelf(folders)
    assert [one.file for one in found.documents] == ["b.txt"]
    assert not found.faults
    assert (folders.given / "a.txt").exists()


def test_when_all_are_withdrawn_it_says_so(folders: PlanFolders) -> None:
    write_hidden(own(folders), {"a.txt": Hidden()})
    with pytest.raises(PlanFolderMissing, match="都撤下了"):
        read_shelf(folders)


def test_a_line_of_the_own_catalogue_corrects_a_given_plan(folders: PlanFolders) -> None:
    row = CatalogueRow("a.txt", title="青河县养老服务规划", region=NONE, effective="2026-01-01")
    write_catalogue(own(folders), [row])
    (document,) = read_shelf(folders).documents
    assert (document.title, document.region) == ("青河县养老服务规划", "")
    assert document.effective == "2026-01-01"


def test_a_marked_line_is_a_heading_after_every_reading(folders: PlanFolders) -> None:
    marks = [HeadingMark("构建大养老体系。", 1, 2), HeadingMark("二、主要任务", 1, 0)]
    write_marks(marks_beside(own(folders) / "a.txt"), marks)
    found = read_shelf(folders)
    (document,) = found.documents
    assert [line.span.cut(document.text) for line in document.marked] == [
        "二、主要任务",
        "构建大养老体系。",
    ]
    assert not found.faults


def test_a_mark_whose_line_is_gone_is_told(folders: PlanFolders) -> None:
    write_marks(marks_beside(own(folders) / "a.txt"), [HeadingMark("三、没有的", 1, 1)])
    (fault,) = read_shelf(folders).faults
    assert "1 处标题的更正对不上" in fault.told
    assert not fault.left_out


def test_whatever_the_desk_changes_asks_for_a_new_index(folders: PlanFolders) -> None:
    seen = [fingerprint(folders)]
    (own(folders) / "b.txt").write_text(OTHER, encoding="utf-8")
    seen.append(fingerprint(folders))
    write_catalogue(own(folders), [CatalogueRow("b.txt", title="办法")])
    seen.append(fingerprint(folders))
    write_marks(marks_beside(own(folders) / "b.txt"), [HeadingMark("第二条 收费公示。", 1, 0)])
    seen.append(fingerprint(folders))
    write_hidden(own(folders), {"a.txt": Hidden()})
    seen.append(fingerprint(folders))
    assert len(set(seen)) == len(seen)
