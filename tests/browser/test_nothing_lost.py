"""Nothing typed at the desk is lost: every form of every page, until it has been taken."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Browser, Dialog, Page, Request, expect

from tests.browser.conftest import Opened
from tests.browser.desk import PASSWORD, StaffRoom, check_draft, sign_in, signed_in
from tests.browser.desk_forms import LONG, DeskForm, forms_of, sent_values
from tests.browser.test_desk import BOTH, blameless
from tests.conftest import picture

ASKED = ("摩托车牌照怎么领？", "残疾人怎么办低保？")


@pytest.fixture(scope="module")
def desk(browser: Browser, server: str, room: StaffRoom) -> Iterator[Page]:
    """An editor's page; citizens have asked something."""
    context = browser.new_context(locale="zh-CN", base_url=server)
    page = context.new_page()
    for question in ASKED:
        assert page.request.post("/api/answers", data={"question": question}).ok
    page.goto("/desk")
    sign_in(page, room.account("typist", "editor"))
    page.wait_for_url("**/desk")
    yield page
    context.close()


@pytest.fixture(scope="module")
def forms(desk: Page) -> list[DeskForm]:
    found = list(forms_of(desk))
    assert len(found) >= 12, [form.name for form in found]
    return found


@pytest.fixture
def expire(server_settings: dict[str, str]) -> Iterator[Callable[[], None]]:
    """Let every session be as if nobody had done anything for a day."""

    def expired() -> None:
        file = Path(server_settings["PLANBOT_DATA"]) / "staff.db"
        with closing(sqlite3.connect(file, timeout=10)) as database:
            database.execute("update sessions set seen = seen - 86400")
            database.commit()

    yield expired


def test_a_reload_and_the_way_back_and_another_tab_lose_nothing(
    desk: Page, forms: list[DeskForm]
) -> None:
    other = desk.context.new_page()
    for form in forms:
        desk.goto(form.page)
        came = form.values(desk)
        one = form.fill(desk, "one")
        other.goto(form.page)
        assert form.values(other) == came, form
        two = form.fill(other, "two")
        for tab, typed in ((desk, one), (other, two)):
            tab.reload()
            assert form.values(tab) == typed, form
        desk.get_by_role("link", name="工作台").first.click()
        desk.go_back(wait_until="load")
        assert form.values(desk) == one, form
        line = form.on(desk).locator(".kept-line")
        assert line.inner_text().startswith("已恢复上次没有提交的内容"), form
        line.get_by_role("button", name="清除").click()
        assert form.values(desk) == came, form
    other.close()


def test_what_was_cleared_or_taken_does_not_come_back(desk: Page) -> None:
    desk.goto("/desk/wording")
    box, line = desk.get_by_label("粘贴文稿"), desk.locator(".kept-line")
    box.fill(LONG)
    desk.reload()
    line.get_by_role("button", name="清除").click()
    desk.reload()
    expect(box).to_have_value("")
    check_draft(desk, "坚持以人民为中心。")
    expect(box).to_have_value("坚持以人民为中心。")
    desk.goto("/desk/wording")
    expect(box).to_have_value("")
    expect(line).to_have_count(0)


def test_what_was_refused_comes_back(desk: Page) -> None:
    desk.goto("/desk/wording")
    desk.get_by_label("粘贴文稿").fill(LONG)
    desk.get_by_role("button", name="核对", exact=True).click()
    expect(desk.get_by_role("alert")).to_contain_text("文稿太长")
    desk.goto("/desk")
    desk.goto("/desk/wording")
    expect(desk.get_by_label("粘贴文稿")).to_have_value(LONG)
    desk.get_by_role("button", name="清除").click()


def test_an_expired_session_loses_nothing(
    desk: Page, forms: list[DeskForm], expire: Callable[[], None]
) -> None:
    for form in forms:
        desk.goto(form.page)
        typed, has_file = form.fill(desk, "two"), form.sends_a_file(desk)
        expire()
        form.press(desk)
        dialog = desk.get_by_role("dialog", name="登录过期了")
        dialog.get_by_label("密码").fill(PASSWORD)
        with desk.expect_navigation(), desk.expect_request(partial(is_sent, form)) as sent:
            dialog.get_by_role("button", name="登录").click()
        wanted = [value for _, value in typed if isinstance(value, str)]
        # What is sent beside a file no browser tells; that it was sent shows that nothing stopped.
        assert has_file or set(wanted) <= set(values_of(sent.value)), form


def test_signing_out_forgets_what_was_typed(open_page: Opened, room: StaffRoom) -> None:
    page = signed_in(open_page, room, "reviewer", "/desk/wording")
    page.get_by_label("粘贴文稿").fill("还没有写完的一段")
    page.get_by_role("button", name="退出").click()
    expect(page.get_by_role("heading", name="工作人员登录")).to_be_visible()
    assert "还没有写完" not in page.evaluate("JSON.stringify(sessionStorage)")


def test_what_one_typed_is_not_shown_to_another(
    open_page: Opened, room: StaffRoom, expire: Callable[[], None]
) -> None:
    page = signed_in(open_page, room, "reviewer", "/desk/wording")
    page.get_by_label("粘贴文稿").fill("还没有写完的一段")
    expire()
    page.reload()
    sign_in(page, room.account("editor", "editor"))
    expect(page.get_by_label("粘贴文稿")).to_have_value("")
    assert "还没有写完" not in page.evaluate("JSON.stringify(sessionStorage)")


def test_no_password_is_kept(open_page: Opened, room: StaffRoom) -> None:
    page = signed_in(open_page, room, "reviewer", "/desk/password")
    page.get_by_label("原密码").fill(PASSWORD)
    page.get_by_label("新密码", exact=True).fill(PASSWORD)
    assert PASSWORD not in page.evaluate("JSON.stringify(sessionStorage)")


def test_where_nothing_can_be_stored_the_browser_warns(open_page: Opened, room: StaffRoom) -> None:
    page = signed_in(open_page, room, "reviewer", "/desk/wording")
    page.get_by_label("粘贴文稿").fill("能存")
    warned: list[str] = []

    def warn(dialog: Dialog) -> None:
        warned.append(dialog.type)
        dialog.accept()

    page.on("dialog", warn)
    page.reload()
    assert warned == []
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new DOMException('full'); } }")
    page.get_by_label("粘贴文稿").press_sequentially("存不下")
    page.reload()
    assert warned == ["beforeunload"]


@BOTH
def test_signing_in_over_the_page_is_not_blamed(
    open_page: Opened, room: StaffRoom, expire: Callable[[], None], viewport: dict[str, int]
) -> None:
    page = signed_in(open_page, room, "reviewer", "/desk/wording", viewport=viewport)
    page.get_by_label("粘贴文稿").fill("坚持以人民为中心。")
    page.reload()
    blameless(page, "wording restored")
    expire()
    page.get_by_label("粘贴文稿").press("Tab")
    page.get_by_role("button", name="核对", exact=True).press("Enter")
    box = page.get_by_label("密码")
    expect(box).to_be_focused()
    blameless(page, "sign in over")
    box.fill("wrong-password")
    box.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("账号或密码不对")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_label("粘贴文稿")).to_have_value("坚持以人民为中心。")
    page.get_by_role("button", name="核对", exact=True).press("Enter")
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_label("密码").press("Enter")
    expect(page.locator(".sum")).to_contain_text("与 2 份文件核对")


@pytest.mark.parametrize("address", ["/desk/wording", "/desk/guidance/edit"])
def test_without_scripts_the_words_are_in_the_form_again(
    open_page: Opened, room: StaffRoom, expire: Callable[[], None], address: str
) -> None:
    page = signed_in(open_page, room, "editor", address, java_script_enabled=False)
    form = page.locator("main form").last
    boxes = form.locator("textarea, input:not([type=hidden], [type=file])")
    for box in boxes.all():
        if box.get_attribute("type") not in {"date", "checkbox"}:
            box.fill('"<b>养老</b>"')
    expire()
    form.evaluate("form => form.noValidate = true")
    form.locator("button").first.click()
    expect(page.get_by_role("alert")).to_contain_text("您填写的内容都在")
    picture(page, "desk sign-in carrying")
    sign_in(page, "editor")
    expect(page.get_by_role("alert")).to_contain_text("还没有提交")
    picture(page, f"desk shown again {address}")
    for box in page.locator("main form").last.locator("textarea").all():
        expect(box).to_have_value('"<b>养老</b>"')
    expect(page.locator("#kept")).to_be_in_viewport()


def is_sent(form: DeskForm, request: Request) -> bool:
    is_page = request.is_navigation_request() and request.method.lower() == form.method
    return is_page and urlsplit(request.url).path == form.action


def values_of(request: Request) -> list[str]:
    """What a request carries of a form, line ends as they were typed."""
    body = request.post_data or ""
    pairs = parse_qsl(urlsplit(request.url).query + "&" + body, keep_blank_values=True)
    values = [value for _, value in pairs] + sent_values(body)
    return [value.replace("\r\n", "\n") for value in values]
