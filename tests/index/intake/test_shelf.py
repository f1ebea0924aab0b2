"""A folder of plans is read whole, or every fault in it is named and nothing is read."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index.errors import PlanError, PlanFolderMissing, PlansFaulty
from index.intake.documents import document_ids
from index.intake.shelf import fingerprint, read_shelf

HEADER = "file,title,issuer,region,period,status,published,source_url,official\n"
PLAN = "一、总体要求\n坚持以人民为中心。\n二、主要任务\n构建大养老体系。"
Shelf = Callable[..., Path]


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """Make a folder of these files: name=content; underscores in a name stand for dots."""

    def made(catalogue: str = "", **files: bytes | str) -> Path:
        for name, content in files.items():
            raw = content.encode() if isinstance(content, str) else content
            (tmp_path / name.replace("_", ".")).write_bytes(raw)
        if catalogue:
            (tmp_path / "catalogue.csv").write_text(HEADER + catalogue, encoding="utf-8")
        return tmp_path

    return made


def test_the_real_plans_are_described_by_their_catalogue(plans: Path) -> None:
    draft, workplan = read_shelf(plans)
    assert (draft.issuer, draft.status) == ("梅州市民政局", "征求意见稿")
    assert (draft.published, draft.official) == ("2021-09-18", True)
    assert (workplan.published, workplan.official) == ("2020-10-27", False)
    assert workplan.title in workplan.text.split("\n")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_plan_is_read_in_every_encoding_that_offices_write(shelf: Shelf, encoding: str) -> None:
    (document,) = read_shelf(shelf(a_txt=PLAN.encode(encoding)))
    assert document.text == PLAN


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\n"])
def test_line_ends_of_every_system_become_one(shelf: Shelf, line_end: str) -> None:
    (document,) = read_shelf(shelf(a_txt=PLAN.replace("\n", line_end).encode()))
    assert document.text == PLAN


def test_without_a_catalogue_facts_come_from_the_file_and_the_rest_is_unknown(
    shelf: Shelf,
) -> None:
    folder = shelf(a_txt=f"梅州市养老服务“十四五”规划(征求意见稿)\n{PLAN}")
    (document,) = read_shelf(folder)
    assert document.title == "梅州市养老服务“十四五”规划(征求意见稿)"
    assert document.status == "征求意见稿"
    assert (document.source_url, document.official) == ("", None)


@pytest.mark.parametrize(
    "content",
    [b"", b"\n \r\n", b"\xef\xbb\xbf", "\u3000\n".encode(), "页面:\n字号:\n".encode()],
    ids=["no bytes", "blank lines", "only a mark", "only white space", "only page chrome"],
)
def test_a_plan_without_words_is_refused_by_name(shelf: Shelf, content: bytes) -> None:
    with pytest.raises(PlansFaulty, match=re.escape("a.txt")):
        read_shelf(shelf(a_txt=content, b_txt=PLAN))


@pytest.mark.parametrize(
    "content", [b"\xff\xff\xff\xff", b"PK\x03\x04\x00\x00\x00", "规划\0规划".encode()]
)
def test_a_file_that_is_no_text_is_refused_by_name(shelf: Shelf, content: bytes) -> None:
    with pytest.raises(PlansFaulty, match=re.escape("a.txt")):
        read_shelf(shelf(a_txt=content))


def test_a_plan_that_the_catalogue_does_not_list_is_named(shelf: Shelf) -> None:
    with pytest.raises(PlansFaulty, match=r"^b\.txt：.*没有它的一行"):
        read_shelf(shelf("a.txt,,,,,,,,\n", a_txt=PLAN, b_txt=PLAN))


def test_a_plan_that_is_listed_but_absent_is_named(shelf: Shelf) -> None:
    with pytest.raises(PlansFaulty, match=r"^b\.txt：.*文件夹里却没有"):
        read_shelf(shelf("a.txt,,,,,,,,\nb.txt,,,,,,,,\n", a_txt=PLAN))


def test_several_faulty_files_are_all_named_at_once(shelf: Shelf) -> None:
    catalogue = "a.txt,,,,,,,,\ngone.txt,,,,,,,,\nb.txt,,,,,,,,\n"
    folder = shelf(catalogue, a_txt=b"", b_txt=b"\xff\xff\xff", c_txt=PLAN)
    with pytest.raises(PlansFaulty) as refusal:
        read_shelf(folder)
    faults = str(refusal.value).splitlines()
    assert sorted(fault.split("：")[0] for fault in faults) == "a.txt b.txt c.txt gone.txt".split()


def test_faults_of_the_catalogue_and_of_files_are_named_together(shelf: Shelf) -> None:
    catalogue = "a.txt,,,,,,18.9.2021,,\nb.txt,,,,,,,,maybe\n,,,,,,,,\n"
    with pytest.raises(PlanError) as refusal:
        read_shelf(shelf(catalogue, a_txt=b"", b_txt=PLAN))
    for named in ("18.9.2021", "maybe", "file", "a.txt"):
        assert named in str(refusal.value)


def test_a_folder_that_is_missing_is_named_with_the_setting(tmp_path: Path) -> None:
    with pytest.raises(PlanFolderMissing, match="PLANBOT_PLANS") as refusal:
        read_shelf(tmp_path / "nowhere")
    assert "nowhere" in str(refusal.value)


def test_a_folder_without_plans_says_which_files_it_wants(tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    with pytest.raises(PlanFolderMissing, match=r"\.txt"):
        read_shelf(tmp_path)


def test_documents_stand_in_the_order_of_the_catalogue(shelf: Shelf) -> None:
    rows = "c.txt,,,,,,,,\na.txt,,,,,,,,\nb.txt,,,,,,,,\n"
    folder = shelf(rows, a_txt=PLAN, b_txt=PLAN, c_txt=PLAN)
    assert [document.id for document in read_shelf(folder)] == ["c", "a", "b"]


NAMES = st.text(alphabet="ab.养老 -_", min_size=1, max_size=6)


@given(st.sets(st.tuples(NAMES, st.sampled_from([".txt", ".md", ".TXT"])).map("".join), max_size=8))
@example({"民政规划.txt", "民政规划.md", "养老规划.txt"})
@example({"a.txt", "a.md", "a.txt.md"})
@example({"../a.txt", "a b.txt", "-a.txt"})
def test_ids_are_plain_and_each_files_own(names: set[str]) -> None:
    ids = document_ids(names)
    assert set(ids) == names
    assert len(set(ids.values())) == len(names)
    assert all(re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_.-]*", each) for each in ids.values())
    assert document_ids(sorted(names, reverse=True)) == ids


def test_a_document_keeps_its_id_when_its_words_change(shelf: Shelf) -> None:
    (before,) = read_shelf(shelf(规划_txt=PLAN))
    (after,) = read_shelf(shelf(规划_txt=PLAN + "\n三、保障措施"))
    assert before.id == after.id
    assert before.sha256 != after.sha256


def test_the_fingerprint_tells_every_change_and_nothing_else(shelf: Shelf) -> None:
    folder = shelf("a.txt,,,,,,,,\n", a_txt=PLAN)
    seen = [fingerprint(folder)]
    (folder / "notes.png").write_bytes(b"not a plan")
    assert fingerprint(folder) == seen[0]
    shelf("a.txt,养老规划,,,,,,,\n")
    seen.append(fingerprint(folder))
    shelf(a_txt=PLAN + "。")
    seen.append(fingerprint(folder))
    shelf(b_txt=PLAN)
    seen.append(fingerprint(folder))
    assert len(set(seen)) == len(seen)
