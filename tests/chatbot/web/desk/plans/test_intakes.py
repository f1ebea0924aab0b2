"""Plans are taken in on the web: who may do what, what is shown, what is refused, what is kept."""

import io
import re
import shutil
from pathlib import Path

import pytest

from chatbot.app import create_app
from chatbot.records.staff.accounts import Role
from chatbot.services import Services
from chatbot.settings import Settings
from tests.chatbot.desk.publishing.house import GIVEN, SENT
from tests.chatbot.web.conftest import PASSWORD, signed_in
from tests.chatbot.web.desk.plans.desks import LIST, Desk

PAGE = "<html><head><title>办法</title><script>alert(1)</script></head><body>{}</body></html>"


@pytest.fixture
def desk(tmp_path: Path, built: Path) -> Desk:
    return Desk(tmp_path, built)


def test_a_plan_goes_the_whole_way_and_back(desk: Desk) -> None:
    address = desk.send("publisher")
    page = desk["publisher"].get(address).text
    assert "青河县殡葬办法" in page
    assert "满分 100" in page
    assert "第一条" in page
    assert desk.correct("publisher", address, title="青河县殡葬管理办法").status_code == 303
    tried = desk["publisher"].get(f"{address}?q=建几处公墓？").text
    assert "建公墓两处。" in tried
    told = desk.publish("publisher", address)
    assert "已经生效，现在有 2 份文件。" in told
    assert "青河县殡葬管理办法" in told
    asked = desk.app.test_client().post("/api/answers", json={"question": "建几处公墓？"})
    (citation,) = asked.get_json()["citations"]
    assert citation["document"]["title"] == "青河县殡葬管理办法"
    newer = desk.send("publisher", SENT.replace("两处", "三处"), replaces="办法.txt")
    assert "已经生效，现在有 2 份文件。" in desk.publish("publisher", newer)
    old = desk.app.test_client().get(citation["url"]).text
    assert "这是旧版" in old
    assert "建公墓两处。" in re.sub("<[^>]*>", "", old)
    document = citation["document"]["id"]
    reply = desk.post("publisher", f"{LIST}/withdraw", document=document, note="已经废止")
    assert "确认撤下" in desk["publisher"].get(reply.location).text
    assert "现在有 1 份文件" in desk.publish("publisher", reply.location)
    assert "已经撤下" in desk.app.test_client().get(f"/plans/{document}").text


def test_before_it_is_published_nobody_outside_sees_anything(desk: Desk) -> None:
    desk.send("editor")
    public = desk.app.test_client()
    assert "殡葬" not in public.get("/plans").text
    assert public.post("/api/answers", json={"question": "建几处公墓？"}).get_json()["outcome"] != (
        "answered"
    )
    assert public.get(f"{LIST}/1/original").status_code == 303


def test_each_does_what_their_role_is_for(desk: Desk) -> None:
    address = desk.send("editor")
    assert "没有公布的权限" in desk["editor"].get(address).text
    assert desk.post("editor", f"{LIST}/publish", number="1").status_code == 403
    for role in ("reviewer", "auditor"):
        assert desk[role].get(LIST).status_code == 403
        assert desk[role].get(address).status_code == 403
    version = desk.fields("editor", address)["version"]
    assert desk.post("editor", f"{address}/offer", version=version).status_code == 303
    assert "待公布" in desk["publisher"].get(LIST).text
    assert "已经生效" in desk.publish("publisher", address)


def test_where_two_people_are_demanded_nobody_publishes_their_own(
    tmp_path: Path, built: Path
) -> None:
    desk = Desk(tmp_path, built, two_people=True)
    address = desk.send("publisher")
    assert "请另一位同事公布" in desk["publisher"].get(address).text
    refused = desk.post("publisher", f"{LIST}/publish", number="1")
    assert refused.status_code == 409
    assert "要求两个人经手" in refused.text
    desk.services.staff.add("second", Role.PUBLISHER, PASSWORD)
    desk.people["second"] = signed_in(desk.app, "second")
    assert "已经生效" in desk.publish("second", address)


def test_two_editors_at_once_write_over_nothing(desk: Desk) -> None:
    address = desk.send("editor")
    seen = desk.fields("publisher", address)
    assert desk.correct("editor", address, issuer="青河县民政局").status_code == 303
    late = desk.post("publisher", address, **seen | {"title": "我改的标题"})
    assert late.status_code == 409
    assert "editor 在您打开这一页以后改过" in late.text
    assert "我改的标题" in late.text, "what was typed is still there"
    assert "现在是：青河县殡葬办法" in late.text
    assert desk.fields("editor", address)["issuer"] == "青河县民政局"


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"title": ""}, "标题不能是空的"),
        ({"issued": "2026-02-31"}, "日期“2026-02-31”不对"),
    ],
)
def test_facts_that_cannot_be_are_refused(desk: Desk, facts: dict[str, str], told: str) -> None:
    address = desk.send("editor")
    reply = desk.correct("editor", address, **facts)
    assert reply.status_code == 409
    assert told in reply.text


def test_the_outline_is_corrected_line_by_line(desk: Desk) -> None:
    address = desk.send("editor")
    page = desk["editor"].get(f"{address}/outline?show=all").text
    lines = dict(re.findall(r'name="level-(\d+)" aria-label="第 \d+ 行：([^"]*)"', page))
    start = next(place for place, words in lines.items() if words.startswith("第二条"))
    version = desk.fields("editor", address)["version"]
    reply = desk.post("editor", f"{address}/outline", version=version, **{f"level-{start}": "0"})
    assert reply.status_code == 303
    after = desk["editor"].get(f"{address}/outline?show=all").text
    assert after.count("已更正") == 1
    assert "已更正 1 处" in desk["editor"].get(address).text
    version = desk.fields("editor", address)["version"]
    desk.post("editor", f"{address}/outline", version=version, reset="1")
    assert "已更正" not in desk["editor"].get(f"{address}/outline?show=all").text


def test_an_original_page_runs_nothing_and_calls_nobody(desk: Desk) -> None:
    body = "".join(f"<p>{line}</p>" for line in SENT.split("\n"))
    address = desk.send("editor", PAGE.format(body), "办法.html")
    shown = desk["editor"].get(f"{address}/original")
    policy = shown.headers["Content-Security-Policy"]
    assert policy.startswith("sandbox; default-src 'none'")
    assert "allow-scripts" not in policy
    assert '<iframe class="sheets" sandbox src=' in desk["editor"].get(address).text


def test_of_several_files_the_bad_are_named_and_the_rest_kept(desk: Desk) -> None:
    files = [
        (io.BytesIO(SENT.encode()), "办法.txt"),
        (io.BytesIO(b"MZ"), "程序.exe"),
        (io.BytesIO(b""), "空.txt"),
        (io.BytesIO(GIVEN.encode()), "规划二.txt"),
    ]
    reply = desk.post("editor", LIST, files=files)
    assert "程序.exe：不认识这种文件" in reply.text
    assert "空.txt：文件是空的" in reply.text
    assert "收到 2 份" in reply.text
    assert "在办的（2）" in reply.text


def test_a_file_of_the_same_name_is_a_new_version_of_that_plan(desk: Desk) -> None:
    address = desk.send("editor", GIVEN + "\n三、其他\n附则。", "plan.txt")
    assert "换新版" in desk["editor"].get(address).text
    other = desk.send("editor", SENT, "plan.md")
    assert "plan-2.md" in desk["editor"].get(other).text, "another stem keeps addresses as they are"


def test_what_cannot_be_read_says_why_and_can_only_be_dropped(desk: Desk) -> None:
    address = desk.send("editor", "不是 Word 文件。", "坏.docx")
    page = desk["editor"].get(address).text
    assert "坏.docx" in page
    assert ">公布</button>" not in page
    version = re.findall(r'name="version" value="(\d+)"', page)[0]
    assert desk.post("editor", f"{address}/discard", version=version).status_code == 303
    assert "在办的" not in desk["editor"].get(LIST).text
    uploads = list((desk.services.settings.data / "uploads").rglob("*.docx"))
    assert uploads == [], "what nobody needs any more is not kept"


def test_every_step_is_told_to_the_auditor(desk: Desk) -> None:
    address = desk.send("editor")
    desk.correct("editor", address, title="改过的标题")
    desk.publish("publisher", address)
    trail = desk["auditor"].get("/desk/audit").text
    for words in ("上传规划", "更正规划", "开始公布", "公布规划"):
        assert words in trail, words
    assert "标题" in trail


def test_without_an_index_the_first_plan_can_be_taken_in(tmp_path: Path, built: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(built / "cache", data / "cache")
    (tmp_path / "none").mkdir()
    app = create_app(Settings(plans=tmp_path / "none", data=data))
    services: Services = app.extensions["planbot"]
    services.staff.add("publisher", Role.PUBLISHER, PASSWORD)
    desk = Desk.__new__(Desk)
    desk.app, desk.services = app, services
    desk.people = {"publisher": signed_in(app, "publisher")}
    address = desk.send("publisher")
    assert "已经生效，现在有 1 份文件。" in desk.publish("publisher", address)
