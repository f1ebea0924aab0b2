"""Sessions of staff in a browser: they end when they should, and open no more than the role."""

from playwright.sync_api import expect

from tests.browser.conftest import Opened
from tests.browser.desk import PASSWORD, StaffRoom, check_draft, sign_in, signed_in
from tests.browser.test_desk import BOTH, blameless


def test_a_disabled_accounts_session_ends_at_once(open_page: Opened, room: StaffRoom) -> None:
    page = open_page("/desk/wording")
    sign_in(page, room.account("leaving", "editor"))
    check_draft(page, "坚持以人民为中心。")
    room.run("disable", "leaving")
    page.locator("details.again > summary").click()
    page.get_by_role("button", name="核对", exact=True).click()
    dialog = page.get_by_role("dialog", name="登录过期了")
    dialog.get_by_label("密码").fill(PASSWORD)
    dialog.get_by_role("button", name="登录").click()
    expect(dialog.get_by_role("alert")).to_contain_text("账号或密码不对")
    page.goto(page.url)
    expect(page.get_by_role("heading", name="工作人员登录")).to_be_visible()


def test_a_reviewer_finds_no_way_to_the_trail(open_page: Opened, room: StaffRoom) -> None:
    page = signed_in(open_page, room, "reviewer")
    expect(page.get_by_role("link", name="操作记录")).to_have_count(0)
    page.goto(page.url + "/audit")
    expect(page.get_by_text("没有这项权限")).to_be_visible()


def test_after_signing_out_the_way_back_is_closed(open_page: Opened, room: StaffRoom) -> None:
    page = signed_in(open_page, room, "reviewer", "/desk/wording")
    page.get_by_role("button", name="退出").click()
    expect(page.get_by_role("heading", name="工作人员登录")).to_be_visible()
    assert page.context.cookies() != []
    assert all(cookie["name"] != "desk-session" for cookie in page.context.cookies())
    page.go_back()
    expect(page.get_by_role("heading", name="工作人员登录")).to_be_visible()


@BOTH
def test_ones_own_password_is_changed_by_keyboard_and_without_scripts(
    open_page: Opened, room: StaffRoom, viewport: dict[str, int]
) -> None:
    name = room.account(f"own{viewport['width']}", "reviewer")
    new = "xin-de-mi-ma-2027"
    page = open_page("/desk", viewport=viewport, java_script_enabled=False)
    sign_in(page, name)
    page.get_by_role("link", name="请改成自己的密码").click()
    page.get_by_label("原密码").focus()
    for typed in ("wrong-password", new, new):
        page.keyboard.type(typed)
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("原密码不对")
    page.get_by_label("原密码").fill(PASSWORD)
    page.get_by_label("新密码", exact=True).fill(new)
    page.get_by_label("再输一遍新密码").fill(new)
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("密码改好了")
    elsewhere = open_page("/desk/password", viewport=viewport)
    sign_in(elsewhere, name, new)
    blameless(elsewhere, "password")
    elsewhere.get_by_role("button", name="退出其他地方的登录").click()
    expect(elsewhere.get_by_role("status")).to_contain_text("都已退出")
    page.goto(page.url)
    expect(page.get_by_role("heading", name="工作人员登录")).to_be_visible()
