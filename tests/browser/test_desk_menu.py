"""The columns of the desk: a row where there is room, and one word that opens them on a phone."""

from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import Opened
from tests.browser.desk import StaffRoom, signed_in
from tests.browser.test_readable import SMALL
from tests.browser.widget import scrolls_sideways

SMALL_PHONE = {"width": 360, "height": 640}
ONE_LINE = 60  # pixels: a control of 44 with what is around it


def head_height(page: Page) -> int:
    return int(page.locator(".masthead").evaluate("head => head.offsetHeight"))


def test_on_a_phone_the_head_takes_one_line_and_a_word_opens_the_columns(
    open_page: Opened, room: StaffRoom
) -> None:
    page = signed_in(open_page, room, "reviewer", "/desk/questions", viewport=SMALL_PHONE)
    menu = page.get_by_role("navigation", name="主要栏目")
    assert head_height(page) <= ONE_LINE
    expect(menu.get_by_role("link")).to_have_count(0)
    page.locator("summary", has_text="菜单").focus()
    page.keyboard.press("Enter")
    expect(menu.get_by_role("link", name="居民提问")).to_have_attribute("aria-current", "page")
    assert violations(page) == []
    assert page.evaluate(SMALL) == []
    assert not scrolls_sideways(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="核对文稿", level=1)).to_be_visible()


def test_the_columns_open_without_scripts(open_page: Opened, room: StaffRoom) -> None:
    page = signed_in(open_page, room, "reviewer", viewport=SMALL_PHONE, java_script_enabled=False)
    page.locator("summary", has_text="菜单").click()
    page.get_by_role("navigation", name="主要栏目").get_by_role("link", name="查用语").click()
    expect(page.get_by_role("heading", name="查用语", level=1)).to_be_visible()


def test_where_there_is_room_all_columns_stand_in_one_row(
    open_page: Opened, room: StaffRoom
) -> None:
    page = signed_in(open_page, room, "reviewer", viewport={"width": 1280, "height": 900})
    expect(page.locator("summary", has_text="菜单")).to_be_hidden()
    links = page.get_by_role("navigation", name="主要栏目").get_by_role("link")
    assert links.count() > 1
    assert len(set(links.evaluate_all("all => all.map(a => a.offsetTop)"))) == 1
