"""Getting about the desk: its keys, and one search over everything."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import Opened
from tests.browser.desk import StaffRoom, signed_in
from tests.browser.test_desk import BOTH, blameless


@BOTH
def test_search_and_list_of_keys_are_not_blamed(
    open_page: Opened, room: StaffRoom, viewport: dict[str, int], server: str
) -> None:
    page = signed_in(open_page, room, "reviewer", "/desk/search?q=大养老", viewport=viewport)
    blameless(page, "search found")
    page.goto(f"{server}/desk/search?q=量子摩托艇")
    blameless(page, "search nothing")
    page.goto(f"{server}/desk/shortcuts")
    blameless(page, "keys")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="快捷键")).to_be_visible()
    blameless(page, "keys over")


def test_keys_lead_to_the_search_and_to_the_pages(open_page: Opened, room: StaffRoom) -> None:
    page = signed_in(open_page, room, "reviewer")
    ready(page)
    page.keyboard.press("/")
    page.keyboard.type("大养老")
    page.keyboard.press("Enter")
    expect(page.locator(".sum")).to_contain_text("原文")
    ready(page)
    page.keyboard.press("g")
    page.keyboard.press("w")
    expect(page.get_by_role("heading", name="核对文稿")).to_be_visible()
    ready(page)
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="快捷键")
    expect(dialog.get_by_role("button", name="关闭")).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)


def test_no_key_fires_while_somebody_types(open_page: Opened, room: StaffRoom) -> None:
    page = signed_in(open_page, room, "reviewer", "/desk/wording")
    ready(page)
    box = page.get_by_label("粘贴文稿")
    box.press_sequentially("g w/?g")
    expect(box).to_have_value("g w/?g")
    page.locator("h1").click()
    for key in ("Control+/", "Alt+/", "Meta+/"):
        page.keyboard.press(key)
    page.locator("body").evaluate(
        "body => body.dispatchEvent(new KeyboardEvent('keydown',"
        " {key: '/', isComposing: true, bubbles: true}))"
    )
    expect(page.get_by_label("搜索题名")).not_to_be_focused()
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.keyboard.press("/")
    expect(page.get_by_label("搜索题名")).to_be_focused()


def test_keys_are_switched_off_for_the_tab(open_page: Opened, room: StaffRoom) -> None:
    page = signed_in(open_page, room, "reviewer")
    ready(page)
    page.keyboard.press("?")
    page.get_by_role("button", name="关掉快捷键").press("Enter")
    expect(page.get_by_role("dialog").get_by_role("status")).to_have_text("快捷键已关掉")
    page.get_by_role("button", name="关闭").press("Enter")
    page.reload()
    ready(page)
    page.keyboard.press("/")
    expect(page.get_by_label("搜索题名")).not_to_be_focused()
    page.get_by_role("link", name="快捷键").click()
    page.get_by_role("button", name="打开快捷键").click()
    page.keyboard.press("/")
    expect(page.get_by_label("搜索题名")).to_be_focused()


def test_a_page_hears_of_its_own_keys(open_page: Opened, room: StaffRoom) -> None:
    """As a line in the table gives them to it."""
    page = signed_in(open_page, room, "reviewer")
    page.route(
        "**/desk/shortcuts.json",
        lambda route: route.fulfill(
            json=[{"keys": "j", "says": "下一处", "does": "next", "page": "/desk/wording"}]
        ),
    )
    for address, heard in (("/desk/wording", ["next"]), ("/desk/phrases", [])):
        page.goto(page.url.partition("/desk")[0] + address)
        ready(page)
        page.evaluate(
            "() => { window.heard = []; document.addEventListener('desk-shortcut',"
            " event => window.heard.push(event.detail)); }"
        )
        page.keyboard.press("j")
        assert page.evaluate("window.heard") == heard


def test_without_scripts_search_and_list_work(open_page: Opened, room: StaffRoom) -> None:
    page = signed_in(open_page, room, "reviewer", java_script_enabled=False)
    page.get_by_label("搜索题名").fill("大养老")
    page.get_by_role("button", name="搜索").click()
    page.get_by_role("link", name="到查用语里看").click()
    expect(page.get_by_label("用语", exact=True)).to_have_value("大养老")
    page.get_by_role("link", name="快捷键").click()
    expect(page.get_by_role("heading", name="快捷键")).to_be_visible()


def ready(page: Page) -> None:
    """The table of keys has been read."""
    page.wait_for_load_state("networkidle")
