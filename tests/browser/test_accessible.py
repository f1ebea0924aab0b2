"""axe-core finds nothing to blame, on any page and in any state of the widget."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import Opened
from tests.browser.widget import Widget
from tests.conftest import picture

PLAN = "/plans/meizhou-civil-affairs-14fyp-draft-summary"
READER = f"{PLAN}?start=1479&end=1604#mark"
PHONE = {"width": 390, "height": 844}
SEARCHED = f"{PLAN}?find=养老"
ADDRESSES = [
    *("/", "/demo", "/ask", "/plans?region=梅州市", "/embed", READER, SEARCHED, "/nothing"),
    *("/privacy", "/accessibility", "/receipts", "/receipts?receipt=1234"),
]


@pytest.mark.parametrize("viewport", [PHONE, {"width": 1280, "height": 900}], ids=["phone", "desk"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_no_page_is_blamed(open_page: Opened, address: str, viewport: dict[str, int]) -> None:
    page = open_page(address, viewport=viewport)
    picture(page, f"page {address} {viewport['width']}")
    assert violations(page) == []


def test_a_page_with_an_answer_is_not_blamed(open_page: Opened) -> None:
    page = open_page("/ask", java_script_enabled=True)
    for question in ("民政事业面临哪些挑战？", "高龄津贴每月发多少钱？"):
        page.locator("textarea").fill(question)
        page.locator("form.question button").click()
        expect(page.locator(".asked")).to_contain_text(question)
        assert violations(page) == []


@pytest.mark.parametrize("viewport", [PHONE, {"width": 1280, "height": 900}], ids=["phone", "desk"])
def test_the_widget_is_not_blamed_in_any_state(open_page: Opened, viewport: dict[str, int]) -> None:
    page = open_page("/demo", viewport=viewport)
    widget = Widget(page)
    blamed("closed", page)
    widget.open()
    blamed("open", page)
    widget.ask("大养老体系怎么建？")
    widget.ask("民政事业面临哪些挑战？")
    blamed("answered", page)
    widget.ask("高龄津贴每月发多少钱？")
    blamed("refused", page)
    widget.press("特大")
    widget.press("高对比")
    blamed("largest in high contrast", page)
    page.route("**/api/answers", lambda route: route.abort())
    widget.ask("大养老体系怎么建？")
    blamed("error", page)


def test_the_apology_of_a_widget_that_cannot_open_is_not_blamed(page: Page, server: str) -> None:
    page.route("**/widget/v1/panel.js", lambda route: route.abort())
    page.goto(f"{server}/demo")
    Widget(page).launcher.click()
    expect(Widget(page).root.get_by_role("alert")).to_be_visible()
    blamed("unreachable", page)


def blamed(state: str, page: Page) -> None:
    width = (page.viewport_size or PHONE)["width"]
    picture(page, f"widget {state} {width}")
    assert violations(page) == [], state
