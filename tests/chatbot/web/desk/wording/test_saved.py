"""A check is saved by choice, seen by colleagues, and checked again by the plans of today."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from chatbot.app import create_app
from chatbot.records.checks import Counts, NewCheck
from chatbot.records.staff.accounts import Role
from chatbot.records.staff.audit import Action
from chatbot.records.staff.staff import Staff
from chatbot.services import Services
from chatbot.settings import Settings
from tests.chatbot.web.conftest import PASSWORD, PLANS, signed_in
from tests.chatbot.web.pinning import post

LIST = "/desk/wording/saved"
DRAFT = "持续开展民政系统职业道德教育。\n今年全市将新建五十个长者饭堂。"


@pytest.fixture
def desk(staff: FlaskClient, services: Services) -> Iterator[FlaskClient]:
    """A reviewer's browser; what is saved is deleted afterwards."""
    yield staff
    for kept in services.checks.everything():
        services.checks.delete(kept.id, kept.owner)


def saved(client: FlaskClient, **more: str) -> str:
    """The address of what was saved."""
    reply = post(client, LIST, {"draft": DRAFT, "document": ""} | more)
    assert reply.status_code == 303, reply.text
    assert re.fullmatch(f"{LIST}/[\\w-]{{16}}", reply.location)
    return reply.location


def test_after_a_check_it_can_be_saved_under_its_first_line(desk: FlaskClient) -> None:
    page = post(desk, "/desk/wording", {"draft": DRAFT}).text
    assert 'name="name" maxlength="60" value="持续开展民政系统职业道德教育。"' in page
    assert "文稿会在这台服务器上保存 30 天，到期自动删除" in page
    assert "不保存的核对不留文稿" in page
    shown = desk.get(saved(desk)).text
    assert '<p class="kept-name">持续开展民政系统职业道德教育。</p>' in shown
    assert "有出入 0，未见 1，逐字一致 1" in shown
    assert "规划已更新" not in shown


def test_a_file_gives_its_name(desk: FlaskClient, tmp_path: Path) -> None:
    file = tmp_path / "讲话稿.txt"
    file.write_text(DRAFT, encoding="utf-8")
    with file.open("rb") as sent:
        page = post(desk, "/desk/wording", {"file": sent}).text  # type: ignore[dict-item]
    assert 'value="讲话稿.txt"' in page


def test_what_is_not_saved_is_not_kept(desk: FlaskClient, services: Services) -> None:
    post(desk, "/desk/wording", {"draft": DRAFT})
    assert services.checks.everything() == ()


def test_the_list_tells_who_when_what_was_found_and_when_it_goes(
    desk: FlaskClient, services: Services
) -> None:
    saved(desk, name="开幕讲话")
    (kept,) = services.checks.everything()
    assert kept.counts == Counts(substance=0, absent=1, small=0, verbatim=1)
    page = desk.get(LIST).text
    for words in ("开幕讲话", "reviewer", "全部文件", services.shelf.current().id):
        assert words in page
    assert f'<time datetime="{kept.until}">' in page


def test_a_colleague_sees_it_which_leaves_a_line_but_changes_nothing(
    desk: FlaskClient, app: Flask, accounts: Staff
) -> None:
    address = saved(desk)
    colleague = signed_in(app, "editor")
    page = colleague.get(address).text
    assert "长者饭堂" in page
    assert "改名" not in page
    line = accounts.trail(1)[0]
    name = address.rpartition("/")[2]
    assert (line.who, line.action, line.detail) == (
        "editor",
        Action.CHECK_OPENED,
        f"{name}，reviewer 保存",
    )
    for deed in ("rename", "prolong", "delete"):
        reply = post(colleague, f"{address}/{deed}", {"name": "x"})
        assert (reply.status_code, "请找保存的人" in reply.text) == (403, True)
    before = accounts.trail(1)
    assert desk.get(address).status_code == 200
    assert accounts.trail(1) == before, "one's own needs no line"


def test_its_owner_renames_prolongs_and_deletes_it(desk: FlaskClient, accounts: Staff) -> None:
    address = saved(desk)
    assert post(desk, f"{address}/rename", {"name": " 定稿 "}).status_code == 303
    assert '<p class="kept-name">定稿</p>' in desk.get(address).text
    assert post(desk, f"{address}/rename", {"name": "长" * 61}).status_code == 400
    assert post(desk, f"{address}/prolong", {}).status_code == 303
    assert post(desk, f"{address}/delete", {}).location == LIST
    assert desk.get(address).status_code == 404
    lines = accounts.trail(10)
    actions = [line.action for line in lines if line.action.value.startswith("check_")]
    assert actions[:4] == [
        Action.CHECK_DELETED,
        Action.CHECK_PROLONGED,
        Action.CHECK_RENAMED,
        Action.CHECK_SAVED,
    ]
    assert not any("民政" in line.detail for line in lines), "no words of the draft"


def test_with_newer_plans_it_is_checked_anew_and_says_what_was_found_then(
    desk: FlaskClient, services: Services
) -> None:
    then = Counts(substance=1, absent=0, small=0, verbatim=1)
    same = Counts(substance=0, absent=1, small=0, verbatim=1)
    new = NewCheck("旧的", "reviewer", "", DRAFT, then, "a-generation-before")
    page = desk.get(f"{LIST}/{services.checks.save(new)}").text
    assert "规划已更新，以下是按现在的文件重新核对的结果" in page
    assert "当时：实质出入 1，未见 0，只是标点写法 0，一致 1" in page
    assert "现在：实质出入 0，未见 1，只是标点写法 0，一致 1" in page
    older = NewCheck("旧的", "reviewer", "gone", DRAFT, same, "a-generation-before")
    page = desk.get(f"{LIST}/{services.checks.save(older)}").text
    assert "各项数目没有变" in page
    assert "这份文件已经不在" in page
    assert "规划已更新" in desk.get(LIST).text


def test_what_cannot_be_checked_is_not_saved(desk: FlaskClient, services: Services) -> None:
    reply = post(desk, LIST, {"draft": " "})
    assert (reply.status_code, "还没有文稿" in reply.text) == (400, True)
    assert services.checks.everything() == ()


@pytest.mark.parametrize("way", ["", "/abc", "/abc/delete"])
def test_who_is_not_signed_in_sees_nothing(client: FlaskClient, way: str) -> None:
    assert client.get(LIST).location == f"/desk/sign-in?next={LIST}"
    assert client.post(f"{LIST}{way}").status_code in {401, 405}


def test_who_may_not_check_sees_no_saved_check(app: Flask, desk: FlaskClient) -> None:
    address = saved(desk)
    assert signed_in(app, "auditor").get(address).status_code == 403


def test_where_nothing_is_kept_saving_is_off_and_says_so(app: Flask, tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(app.extensions["planbot"].settings.data, data)
    off = create_app(Settings(plans=PLANS, data=data, check_days=0))
    off.extensions["planbot"].staff.add("off", Role.REVIEWER, PASSWORD)
    client = signed_in(off, "off")
    page = post(client, "/desk/wording", {"draft": DRAFT}).text
    assert "保存这次核对" not in page
    assert "没有开放保存核对" in page
    assert "没有开放保存核对" in client.get(LIST).text
    assert "没有开放保存核对" in client.get("/desk/wording/many").text
    for address in (LIST, "/desk/wording/many"):
        reply = post(client, address, {"draft": DRAFT})
        assert (reply.status_code, "PLANBOT_CHECK_DAYS" in reply.text) == (403, True)
    assert off.extensions["planbot"].checks.everything() == ()
