"""The widget does the portal no harm, whatever breaks, and asks for little."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.widget import Widget

PLAN = "/plans/meizhou-civil-affairs-14fyp-draft-summary?start=1479&end=1604#mark"
HOSTILE_STYLE = (
    "* { line-height: 1.2 !important; font-size: 10px !important; color: #eee !important }"
)


def test_one_file_is_loaded_before_the_widget_is_opened(page: Page, server: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page.goto(f"{server}/demo")
    expect(Widget(page).launcher).to_be_visible()
    assert [path for path in asked if "/widget/" in path] == ["/widget/v1/plan-chat.js"]
    assert not [path for path in asked if path.startswith("/api/")]


def test_it_does_not_open_by_itself_and_keeps_nothing_but_the_talk(widget: Widget) -> None:
    """And that only until the tab is closed, or the talk cleared."""
    widget.ask("大养老体系怎么建？")
    page = widget.page
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length") == 0
    assert page.evaluate("Object.keys(sessionStorage)") == [
        f"plan-chat {page.url.removesuffix('demo')}"
    ]
    widget.press("清空")
    assert page.evaluate("sessionStorage.length") == 0
    page.reload()
    expect(Widget(page).panel).to_have_count(0)


def test_with_the_service_down_it_says_so_politely_and_names_the_telephone(widget: Widget) -> None:
    widget.page.route("**/api/answers", lambda route: route.abort())
    turn = widget.ask("大养老体系怎么建？")
    expect(turn).to_contain_text("现在连不上")
    expect(turn.locator("a[href='tel:12345']")).to_be_visible()
    expect(widget.box).to_have_value("大养老体系怎么建？")
    widget.page.unroute("**/api/answers")
    expect(widget.ask("大养老体系怎么建？").locator("blockquote")).to_be_visible()


@pytest.mark.parametrize("body", ["<html>502</html>", '{"error": "odd"}', "null"])
def test_a_reply_that_is_no_answer_is_survived(widget: Widget, body: str) -> None:
    def odd(route: Route) -> None:
        route.fulfill(status=502, body=body)

    widget.page.route("**/api/answers", odd)
    expect(widget.ask("养老")).to_contain_text("现在连不上")


def test_with_its_parts_missing_the_portal_stays_whole(page: Page, server: str) -> None:
    page.route("**/widget/v1/panel.js", lambda route: route.abort())
    page.goto(f"{server}/demo")
    widget = Widget(page)
    widget.launcher.click()
    expect(widget.root.get_by_role("alert")).to_contain_text("12345")
    page.get_by_role("link", name="规划文件").first.click()
    expect(page).to_have_url(f"{server}/plans")


@pytest.mark.parametrize("address", ["/", "/demo", "/ask", "/plans", "/embed", PLAN])
def test_no_page_complains_or_calls_another_host(
    page: Page, server: str, complaints: list[str], address: str
) -> None:
    page.goto(server + address)
    page.wait_for_load_state("networkidle")
    assert complaints == []


def test_with_its_script_blocked_a_link_and_a_telephone_are_left(page: Page, server: str) -> None:
    page.route("**/widget/**", lambda route: route.abort())
    page.goto(f"{server}/demo")
    expect(page.locator("plan-chat a[href='tel:12345']")).to_be_visible()
    assert covered_by_the_widget(page) == 0
    page.locator("plan-chat a").first.click()
    expect(page).to_have_url(f"{server}/ask")


@pytest.mark.parametrize("fault", ["nothing", "no panel", "no service"])
def test_whatever_breaks_only_its_own_button_covers_the_portal(
    page: Page, server: str, fault: str
) -> None:
    broken = {"no panel": "**/widget/v1/panel.js", "no service": "**/api/**"}
    if fault in broken:
        page.route(broken[fault], lambda route: route.fulfill(status=500, body="oops"))
    page.goto(f"{server}/demo")
    widget = Widget(page)
    box = widget.launcher.bounding_box()
    assert box
    area = box["width"] * box["height"]
    assert covered_by_the_widget(page) <= 1.2 * area
    widget.launcher.click()
    if fault != "no panel":
        widget.panel.get_by_role("button", name="关闭").click()
    else:
        widget.root.get_by_role("alert").evaluate("alert => alert.remove()")
    assert covered_by_the_widget(page) <= 1.2 * area
    page.get_by_role("link", name="规划文件").first.click()
    expect(page).to_have_url(f"{server}/plans")


def test_nothing_moves_by_itself() -> None:
    for file in Path("chatbot/static").rglob("*.*s"):
        words = file.read_text(encoding="utf-8")
        assert not re.search(r"transition|animation|@keyframes|smooth", words), file


def covered_by_the_widget(page: Page) -> int:
    """How many square pixels of the window belong to the widget, not to the portal."""
    return 100 * int(
        page.evaluate(
            """() => { let count = 0;
              for (let x = 5; x < innerWidth; x += 10) for (let y = 5; y < innerHeight; y += 10)
                count += document.elementFromPoint(x, y)?.matches('plan-chat') ?? 0;
              return count; }"""
        )
    )


def test_the_styles_of_the_portal_do_not_reach_it(widget: Widget) -> None:
    widget.page.evaluate(
        """css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);
                    document.adoptedStyleSheets = [sheet]; }""",
        HOSTILE_STYLE,
    )
    quote = widget.ask("大养老体系怎么建？").locator("blockquote")
    size, line, colour = quote.evaluate(
        """quote => { const { fontSize, lineHeight, color } = getComputedStyle(quote);
                      return [parseFloat(fontSize), parseFloat(lineHeight), color]; }"""
    )
    assert size >= 18
    assert line >= 1.5 * size
    assert colour == "rgb(28, 42, 51)"


def test_a_browser_without_constructed_sheets_gets_them_as_files(
    page: Page, server: str, complaints: list[str]
) -> None:
    page.add_init_script(
        "for (const kind of [Document, ShadowRoot]) delete kind.prototype.adoptedStyleSheets;"
    )
    page.goto(f"{server}/demo")
    widget = Widget(page)
    expect(widget.launcher).to_have_css("position", "fixed")
    widget.open()
    expect(widget.ask("大养老体系怎么建？").locator("blockquote")).to_have_css(
        "white-space-collapse", "preserve-breaks"
    )
    assert complaints == []


def test_loading_the_script_twice_does_no_harm(
    portal: Page, complaints: list[str], server: str
) -> None:
    portal.evaluate("address => import(address)", f"{server}/widget/v1/plan-chat.js?again")
    expect(Widget(portal).launcher).to_have_count(1)
    assert complaints == []


def test_the_portal_can_set_size_and_contrast(portal: Page) -> None:
    portal.get_by_role("button", name="特大").click()
    portal.get_by_role("button", name="高对比").click()
    widget = Widget(portal)
    widget.open()
    size = widget.box.evaluate("box => parseFloat(getComputedStyle(box).fontSize)")
    assert size >= 30
    pressed = widget.panel.locator("[aria-pressed=true]")
    assert pressed.all_text_contents() == ["特大", "高对比"]
    portal.locator("plan-chat").evaluate("chat => chat.setAttribute('contrast', 'normal')")
    assert pressed.all_text_contents() == ["特大"]
