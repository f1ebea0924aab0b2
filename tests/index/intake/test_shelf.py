"""What can be read of a folder of plans is read, and every fault in it is named."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index.errors import PlanFolderMissing, PlansFaulty
from index.intake.documents import document_ids
from index.intake.faults import left_out
from index.intake.shelf import fingerprint, read_shelf
from tests.index.odd import Odd

HEADER = "file,title,issuer,region,period,status,published,source_url,official\n"
PLAN = "一、总体要求\n坚持以人民为中心。\n二、主要任务\n构建大养老体系。"
MakeShelf = Callable[..., Path]


@pytest.fixture
def shelf(tmp_path: Path) -> MakeShelf:
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
    draft, workplan = read_shelf(plans).documents
    assert (draft.issuer, draft.status) == ("梅州市民政局", "征求意见稿")
    assert (draft.published, draft.official) == ("2021-09-18", True)
    assert (workplan.published, workplan.official) == ("2020-10-27", False)
    assert workplan.title in workplan.text.split("\n")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_plan_is_read_in_every_encoding_that_offices_write(
    shelf: MakeShelf, encoding: str
) -> None:
    (document,) = read_shelf(shelf(a_txt=PLAN.encode(encoding))).documents
    assert document.text == PLAN


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\n"])
def test_line_ends_of_every_system_become_one(shelf: MakeShelf, line_end: str) -> None:
    (document,) = read_shelf(shelf(a_txt=PLAN.replace("\n", line_end).encode())).documents
    assert document.text == PLAN


def test_without_a_catalogue_facts_come_from_the_file_and_the_rest_is_unknown(
    shelf: MakeShelf,
) -> None:
    folder = shelf(a_txt=f"梅州市养老服务“十四五”规划(征求意见稿)\n{PLAN}")
    (document,) = read_shelf(folder).documents
    assert document.title == "梅州市养老服务“十四五”规划(征求意见稿)"
    assert document.status == "征求意见稿"
    assert (document.source_url, document.official) == ("", None)


WORDLESS = {
    "no bytes": b"",
    "blank lines": b"\n \r\n",
    "only a mark": b"\xef\xbb\xbf",
    "only white space": "\u3000\n".encode(),
    "only page chrome": "页面:\n字号:\n".encode(),
}
NO_TEXT = {
    "no encoding": b"\xff\xff\xff\xff",
    "an archive": b"PK\x03\x04\x00\x00\x00",
    "null signs": "规划\0规划".encode(),
}


@pytest.mark.parametrize("content", [*WORDLESS.values(), *NO_TEXT.values()], ids=str)
def test_a_file_that_cannot_be_read_is_named_and_the_others_are_read(
    shelf: MakeShelf, content: bytes
) -> None:
    found = read_shelf(shelf(a_txt=content, b_txt=PLAN))
    assert [document.file for document in found.documents] == ["b.txt"]
    (fault,) = found.faults
    assert (fault.file, fault.left_out) == ("a.txt", True)
    assert re.match(r"a\.txt：.+；请.+。$", fault.told), "the file, why, what to do"


@pytest.mark.parametrize("content", [b"", b"\xff\xff\xff\xff"])
def test_when_nothing_can_be_read_every_fault_is_told(shelf: MakeShelf, content: bytes) -> None:
    with pytest.raises(PlansFaulty) as refusal:
        read_shelf(shelf("c.txt,,,,,,,,\n", a_txt=content, b_txt=content))
    faults = str(refusal.value).splitlines()
    assert [fault.split("：")[0] for fault in faults] == ["a.txt", "b.txt", "c.txt"]


def test_a_file_that_the_disk_cannot_give_is_named_and_the_others_are_read(
    shelf: MakeShelf,
) -> None:
    folder = shelf(b_txt=PLAN)
    (folder / "a.txt").symlink_to("/proc/self/mem")  # opens, and fails at the first byte
    (fault,) = read_shelf(folder).faults
    assert fault.file == "a.txt"
    before = fingerprint(folder)
    (folder / "a.txt").unlink()
    assert fingerprint(folder) != before


def test_a_surprise_in_one_file_is_named_and_the_others_are_read(shelf: MakeShelf) -> None:
    folder = shelf(a_txt=PLAN, b_txt=PLAN)
    found = read_shelf(
        folder, lambda files: [Odd(file) if "a" in file.name else file for file in files]
    )
    assert [document.file for document in found.documents] == ["b.txt"]
    (fault,) = found.faults
    assert "RecursionError" in fault.told
    assert "发给维护人员" in fault.told


def test_a_plan_that_the_catalogue_does_not_list_is_named_and_read(shelf: MakeShelf) -> None:
    found = read_shelf(shelf("b.txt,养老规划,,,,,,,\n", a_txt=f"殡葬管理办法\n{PLAN}", b_txt=PLAN))
    assert [document.title for document in found.documents] == ["养老规划", "殡葬管理办法"]
    (fault,) = found.faults
    assert (fault.file, fault.left_out) == ("a.txt", False)
    assert "没有它的一行" in fault.told


def test_a_plan_that_is_listed_but_absent_is_named_and_passed_over(shelf: MakeShelf) -> None:
    found = read_shelf(shelf("b.txt,,,,,,,,\na.txt,,,,,,,,\n", a_txt=PLAN))
    assert [document.file for document in found.documents] == ["a.txt"]
    (fault,) = found.faults
    assert (fault.file, fault.left_out) == ("b.txt", False)
    assert "文件夹里却没有" in fault.told


def test_every_fault_is_named_once(shelf: MakeShelf) -> None:
    catalogue = "a.txt,,,,,,,,\ngone.txt,,,,,,,,\n"
    found = read_shelf(shelf(catalogue, a_txt=b"", b_txt=b"\xff\xff\xff", c_txt=PLAN))
    assert sorted(fault.file for fault in found.faults) == "a.txt b.txt c.txt gone.txt".split()
    assert left_out(found.faults) == ("a.txt", "b.txt")


@pytest.mark.parametrize(
    "content",
    [
        f"{HEADER}a.txt,假,,,,,18.9.2021,,\nb.txt,假,,,,,,,maybe\n".encode(),
        f"{HEADER}a.txt,假,,,,,,,\na.txt,假,,,,,,,\n".encode(),
        f"{HEADER}a.txt,假规划,,,,,,,\n".encode("gbk"),
        "文件,标题\na.txt,假\n".encode(),
        f"{HEADER}a.txt,{'假' * 200_000},,,,,,,\n".encode(),
    ],
    ids=["bad cells", "a file twice", "bad encoding", "no column file", "a field without end"],
)
def test_a_catalogue_that_is_wrong_is_named_and_the_plans_say_their_own_facts(
    shelf: MakeShelf, content: bytes
) -> None:
    folder = shelf(a_txt=f"殡葬管理办法\n{PLAN}", catalogue_csv=content)
    found = read_shelf(folder)
    assert [document.title for document in found.documents] == ["殡葬管理办法"]
    assert left_out(found.faults) == ("catalogue.csv",)
    assert [
        fault.told for fault in found.faults if not fault.told.startswith("catalogue.csv")
    ] == []


def test_faults_of_the_catalogue_and_of_files_are_named_together(shelf: MakeShelf) -> None:
    catalogue = "a.txt,,,,,,18.9.2021,,\nb.txt,,,,,,,,maybe\n,,,,,,,,\n"
    found = read_shelf(shelf(catalogue, a_txt=b"", b_txt=PLAN))
    told = "\n".join(fault.told for fault in found.faults)
    for named in ("18.9.2021", "maybe", "file", "a.txt"):
        assert named in told


def test_a_folder_that_is_missing_is_named_with_the_setting(tmp_path: Path) -> None:
    with pytest.raises(PlanFolderMissing, match="PLANBOT_PLANS") as refusal:
        read_shelf(tmp_path / "nowhere")
    assert "nowhere" in str(refusal.value)


def test_a_folder_without_plans_says_which_files_it_wants(tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    with pytest.raises(PlanFolderMissing, match=r"\.txt"):
        read_shelf(tmp_path)


def test_documents_stand_in_the_order_of_the_catalogue(shelf: MakeShelf) -> None:
    rows = "c.txt,,,,,,,,\na.txt,,,,,,,,\nb.txt,,,,,,,,\n"
    folder = shelf(rows, a_txt=PLAN, b_txt=PLAN, c_txt=PLAN)
    assert [document.id for document in read_shelf(folder).documents] == ["c", "a", "b"]


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


def test_a_document_keeps_its_id_when_its_words_change(shelf: MakeShelf) -> None:
    (before,) = read_shelf(shelf(规划_txt=PLAN)).documents
    (after,) = read_shelf(shelf(规划_txt=PLAN + "\n三、保障措施")).documents
    assert before.id == after.id
    assert before.sha256 != after.sha256


def test_the_fingerprint_tells_every_change_and_nothing_else(shelf: MakeShelf) -> None:
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


def test_a_name_that_looks_like_the_address_of_another_gets_one_of_its_own() -> None:
    (made,) = document_ids(["规划.txt"]).values()
    assert len(set(document_ids(["规划.txt", f"{made}.txt"]).values())) == 2
