"""The page of versions: what differs first, every word of both texts, files to take along."""

import csv
import io
import re
from pathlib import Path

import docx
import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from chatbot.records.staff.accounts import Role
from chatbot.records.staff.audit import Action
from chatbot.records.staff.staff import Staff
from chatbot.services import Services
from tests.chatbot.desk.two_versions import LAW
from tests.chatbot.web.compared_page import carried, changed, side
from tests.chatbot.web.conftest import PASSWORD, built_app, form_token, signed_in
from tests.chatbot.web.elements import find_all, texts, tree_of

NEW = LAW.replace("五百元", "五千元").replace("志愿者应当接受", "志愿者可以接受")
NEW += "\n第七条 本条例自公布之日起施行。"
HOSTILE = LAW.replace("证书", '<script>alert(1)</script>"><img src=x onerror=alert(1)>')


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """A reviewer at a desk whose shelf has two versions of one law."""
    plans = tmp_path_factory.mktemp("versions")
    for name, text in (("old", LAW), ("new", NEW)):
        (plans / f"{name}.txt").write_text(text, encoding="utf-8")
    app = built_app(plans, tmp_path_factory.mktemp("data"))
    services: Services = app.extensions["planbot"]
    services.staff.add("reviewer", Role.REVIEWER, PASSWORD)
    services.staff.add("auditor", Role.AUDITOR, PASSWORD)
    return signed_in(app, "reviewer")


def trail(desk: FlaskClient) -> Staff:
    staff: Staff = desk.application.extensions["planbot"].staff
    return staff


def sent(desk: FlaskClient, kind: str = "", **fields: object) -> TestResponse:
    address = f"/desk/compare{kind}"
    return desk.post(address, data={"token": form_token(desk, "/desk/compare")} | fields)


def file(text: str, name: str = "条例.txt") -> tuple[io.BytesIO, str]:
    return io.BytesIO(text.encode("utf-8")), name


def test_versions_of_one_law_are_offered_first(desk: FlaskClient) -> None:
    offered = find_all(tree_of(desk.get("/desk/compare").text), ".pairs a")
    links = {one.get("href") for one in offered}
    assert links & {"/desk/compare?old=old&new=new", "/desk/compare?old=new&new=old"}


def test_the_page_tells_the_sum_then_what_weighs_then_every_word(desk: FlaskClient) -> None:
    page = desk.get("/desk/compare?old=old&new=new").text
    tree = tree_of(page)
    assert "共 3 处改动，其中实质改动 3 处：数字 1，义务用词 1，新增 1。" in page
    told = texts(tree, ".summed .told")
    assert told == ["五百 → 五千", "应当 → 可以", "本条例自公布之日起施行。"]
    assert texts(tree, ".compared del") == ["应当", "五百"]
    squeezed = [re.sub(r"\s", "", text) for text in (LAW, NEW)]
    assert [re.sub(r"\s", "", side(page, name)) for name in ("old", "new")] == squeezed
    kinds = texts(tree, ".kinds b")
    assert kinds == ["义务用词", "数字", "新增"]


def test_each_rule_opens_in_the_reader_at_its_words(desk: FlaskClient) -> None:
    tree = tree_of(desk.get("/desk/compare?old=old&new=new").text)
    rows = changed(tree)
    for name in ("old", "new"):
        links = [find_all(one, f".{name} .at a")[0].get("href") for one in rows[:2]]
        words = [find_all(one, f".{name} .text")[0].text_content() for one in rows[:2]]
        for link, text in zip(links, words, strict=True):
            marks = find_all(tree_of(desk.get(str(link)).text), "mark")
            assert "".join(mark.text_content() for mark in marks).split() == text.split()
    cites = texts(rows[1], "cite")
    assert cites == ["《云山市志愿服务条例》第二章第五条"] * 2


def test_the_next_change_is_one_link_away(desk: FlaskClient) -> None:
    tree = tree_of(desk.get("/desk/compare?old=old&new=new").text)
    assert find_all(tree, ".listed a")[0].get("href") == "#c1"
    assert [one.get("href") for one in find_all(tree, ".kinds a")] == ["#c2", "#c3"]


@pytest.mark.parametrize(
    ("wanted", "kinds", "after"),
    [
        ("weighty", ["义务用词", "数字", "新增"], ["#c2", "#c3"]),
        ("number", ["数字"], []),
        ("nonsense", ["义务用词", "数字", "新增"], ["#c2", "#c3"]),
    ],
)
def test_only_what_is_wanted_is_listed(
    desk: FlaskClient, wanted: str, kinds: list[str], after: list[str]
) -> None:
    page = desk.get(f"/desk/compare?old=old&new=new&show={wanted}").text
    tree = tree_of(page)
    assert texts(tree, ".kinds b") == kinds
    assert [one.get("href") for one in find_all(tree, ".kinds a")] == after
    assert bool(find_all(tree, ".fold")) is (wanted == "nonsense")
    assert {str(one.get("href")) for one in find_all(tree, ".where a")} <= {
        f"#{one.get('id')}" for one in find_all(tree, ".row")
    }


def test_a_document_beside_itself_has_no_change(desk: FlaskClient) -> None:
    page = desk.get("/desk/compare?old=old&new=old").text
    assert "两份文件的文字完全一样，没有改动。" in page
    assert 'class="row' not in page
    page = sent(desk, old="old", new_file=file(LAW.replace("总则", "总　则"))).text
    assert "两个版本内容相同（空白不计）。" in page


def test_documents_that_share_little_are_said_to_be_no_versions(desk: FlaskClient) -> None:
    words = "可能不是同一份文件的两个版本"
    other = "云山市预算\n一、收入\n全年收入三亿元。\n二、支出\n全年支出二亿元。"
    assert words in sent(desk, old="old", new_file=file(other)).text
    assert words not in desk.get("/desk/compare?old=old&new=new").text


def test_two_documents_of_the_shelf_get_an_address_to_keep(desk: FlaskClient) -> None:
    reply = sent(desk, old="old", new="new")
    assert (reply.status_code, reply.location) == (303, "/desk/compare?old=old&new=new")


@pytest.mark.parametrize("name", ["../../条例.txt", "条例\x1b\u202e.txt"])
def test_a_file_sent_is_compared_and_named_by_its_last_part(desk: FlaskClient, name: str) -> None:
    page = sent(desk, old="old", new_file=file(NEW, name)).text
    assert "数字 1，义务用词 1，新增 1" in page
    assert texts(tree_of(page), ".versions .quiet") == ["上传的文件：条例.txt"]
    assert trail(desk).trail(1)[0].detail == (
        f"《云山市志愿服务条例》 → 上传的文件（{len(NEW)} 字），"
        "共 3 处改动，其中实质改动 3 处：数字 1，义务用词 1，新增 1。"
    )


@pytest.mark.parametrize("kind", ["docx", "html", "md"])
def test_files_of_other_formats_are_read_too(desk: FlaskClient, tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"新.{kind}"
    if kind == "docx":
        document = docx.Document()
        for line in NEW.splitlines():
            document.add_paragraph(line)
        document.save(str(path))
    elif kind == "html":
        lines = "".join(f"<p>{line}</p>" for line in NEW.splitlines())
        path.write_text(f"<meta charset=utf-8><body>{lines}</body>", encoding="utf-8")
    else:
        path.write_text(NEW, encoding="utf-8")
    page = sent(desk, old="old", new_file=(io.BytesIO(path.read_bytes()), path.name)).text
    assert "数字 1，义务用词 1，新增 1" in page


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "还没有选旧版"),
        ({"old": "old"}, "还没有选新版"),
        ({"old": "none", "new": "new"}, "旧版是一份不存在的文件"),
        ({"old": "old", "new_file": file("x", "a.exe")}, "上传的新版：不认识这种文件"),
        ({"old": "old", "new_file": file("", "a.txt")}, "上传的新版.txt"),
        ({"old": "old", "new_file": file("PK no zip", "a.docx")}, "上传的新版.docx"),
        ({"old": "old", "new_file": file("a" * 200_001)}, "新版太长（200001 字）"),
        ({"old": "old", "new_file": file("长。" * 5_000)}, "一次最多比较 4000 句"),
        ({"old": "old", "new_carried": "???"}, "请重新上传文件"),
        ({"old": "old", "new_carried": "eJwDAAAAAAE="}, "请重新上传文件"),
    ],
)
def test_what_cannot_be_compared_is_refused_in_words(
    desk: FlaskClient, fields: dict[str, object], words: str
) -> None:
    reply = sent(desk, **fields)  # type: ignore[arg-type]
    assert (reply.status_code, words in reply.text) == (400, True)


@pytest.mark.parametrize("upload", [False, True])
def test_the_word_file_says_what_the_page_says(desk: FlaskClient, upload: bool) -> None:
    if upload:
        page = sent(desk, old="old", new_file=file(NEW, "新.txt")).text
        reply = sent(desk, ".docx", **carried(page))
    else:
        page = desk.get("/desk/compare?old=old&new=new").text
        reply = desk.get("/desk/compare.docx?old=old&new=new")
    assert reply.headers["Content-Disposition"].startswith("attachment;")
    document = docx.Document(io.BytesIO(reply.data))
    lines = [one.text for one in document.paragraphs]
    tree = tree_of(page)
    assert find_all(tree, ".sum")[0].text_content() in lines
    assert any("制作：reviewer" in line and "索引代：" in line for line in lines)
    rows = changed(tree)
    shown = [
        tuple("".join(one.text_content() for one in find_all(row, name)) for name in CELLS)
        for row in rows
    ]
    cells = [[cell.text for cell in row.cells] for row in document.tables[0].rows[1:]]
    assert [(old, new, kind.split("\n")[1]) for old, new, kind in cells] == shown
    entry = trail(desk).trail(1)[0]
    assert (entry.action, entry.detail[:5]) == (Action.COMPARISON_EXPORTED, "docx：")


CELLS = (".old .text", ".new .text", ".kinds b")


def test_the_table_names_every_place(desk: FlaskClient) -> None:
    reply = desk.get("/desk/compare.csv?old=old&new=new")
    heads, *rows = csv.reader(io.StringIO(reply.data.decode("utf-8-sig")))
    assert heads[:4] == ["序号", "位置", "改动", "实质改动"]
    assert [row[2] for row in rows] == ["义务用词", "数字", "新增"]
    for row in rows:
        for words, start, end, text in ((row[4], *row[6:8], LAW), (row[5], *row[8:], NEW)):
            assert words == (text[int(start) : int(end)] if start else "")


def test_the_web_page_is_saved_and_never_shown_from_here(desk: FlaskClient) -> None:
    reply = desk.get("/desk/compare.html?old=old&new=new")
    assert reply.headers["Content-Disposition"].startswith("attachment;")
    assert "<ins>五千</ins>" in reply.text
    assert desk.get("/desk/compare.exe?old=old&new=new").status_code == 404


def test_a_hostile_file_is_shown_as_words(desk: FlaskClient) -> None:
    page = sent(desk, old="old", new_file=file(HOSTILE, "<script>alert(1)</script>.txt")).text
    tree = tree_of(page)
    assert "<script>alert(1)</script>" in side(page, "new")
    assert not find_all(tree, "main img") + find_all(tree, "main script")
    again = sent(desk, **carried(page), show="weighty").text
    assert "<script>alert(1)</script>" in side(again, "new")


def test_who_has_not_the_right_sees_nothing(desk: FlaskClient) -> None:
    stranger = desk.application.test_client()
    assert stranger.get("/desk/compare").status_code == 303
    assert stranger.post("/desk/compare", data={"old": "old"}).status_code == 401
    auditor = signed_in(desk.application, "auditor")
    for page in ("/desk/compare", "/desk/compare.docx?old=old&new=new"):
        assert auditor.get(page).status_code == 403
    assert desk.post("/desk/compare", data={"old": "old", "new": "new"}).status_code == 403
