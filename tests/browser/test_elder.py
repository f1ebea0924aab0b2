"""长辈版: large letters and controls by one press, on every page of the visit."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import Opened
from tests.browser.widget import Widget, scrolls_sideways
from tests.conftest import picture

PLAN = "/plans/meizhou-civil-affairs-14fyp-draft-summary"
CONTROLS = "button, summary, select, input, textarea, .open, .number"
SMALL = """controls => controls.filter(e => e.checkVisibility())
  .map(e => [e.textContent.trim(), e.getBoundingClientRect()])
  .filter(([_, box]) => box.width && (box.width < 59.5 || box.height < 59.5))
  .map(([name, box]) => [name, box.width, box.height])"""


@pytest.mark.parametrize("viewport", [{"width": 390, "height": 844}, {"width": 320, "height": 256}])
def test_one_press_enlarges_every_page_of_the_visit(
    open_page: Opened, server: str, viewport: dict[str, int]
) -> None:
    page = open_page("/ask", viewport=viewport)
    page.get_by_role("button", name="长辈版").click()
    page.get_by_role("button", name="高对比").click()
    for address in ("/ask", "/plans", f"{PLAN}?start=1479&end=1604&find=养老", "/embed"):
        page.goto(server + address)
        expect(page.get_by_role("button", name="长辈版")).to_have_attribute("aria-pressed", "true")
        assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") >= 24
        assert not scrolls_sideways(page), address
        assert page.locator("main").locator(CONTROLS).evaluate_all(SMALL) == []
        picture(page, f"elder {address} {viewport['width']}")
        assert violations(page) == []
    page.get_by_role("button", name="长辈版").click()
    assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") == 18


@pytest.mark.parametrize("size", ["large", "xlarge"])
def test_in_the_widget_every_control_is_60_pixels_large(portal: Page, size: str) -> None:
    portal.locator("plan-chat").evaluate("(chat, size) => chat.setAttribute('size', size)", size)
    widget = Widget(portal)
    widget.open()
    widget.ask("民政事业面临哪些挑战？")
    widget.ask("大养老体系怎么建？").get_by_role("button", name="没帮助").click()
    assert widget.panel.locator(CONTROLS).evaluate_all(SMALL) == []


def test_on_a_phone_head_and_box_leave_most_of_the_screen_to_the_answer(
    open_page: Opened,
) -> None:
    page = open_page(
        "/demo", viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True
    )
    widget = Widget(page)
    widget.open()
    widget.ask("大养老体系怎么建？")
    taken = sum(
        (widget.panel.locator(part).bounding_box() or {"height": 640})["height"]
        for part in (".head", ".form")
    )
    assert taken <= 0.3 * 640
    sizes = widget.panel.get_by_role("group", name="文字大小")
    expect(sizes).to_be_hidden()
    widget.panel.get_by_role("button", name="设置").click()
    expect(sizes).to_be_visible()


@pytest.mark.parametrize("size", ["标准", "大字", "特大"])
@pytest.mark.parametrize("width", [360, 1280])
def test_large_letters_of_page_and_widget_are_large_once(
    open_page: Opened, size: str, width: int
) -> None:
    page = open_page("/demo", viewport={"width": width, "height": 640})
    page.get_by_role("button", name=size).click()
    widget = Widget(page)
    box = widget.launcher.bounding_box()
    assert box
    assert box["height"] <= 64
    letters = "element => parseFloat(getComputedStyle(element).fontSize)"
    of_page = page.locator("body").evaluate(letters)
    assert abs(widget.launcher.evaluate(letters) - of_page) < 1


FIELDS = "input:not([type=hidden]), textarea, select, form button"
COVERED = """([fields, launcher]) => {
  const own = launcher.getBoundingClientRect();
  const meets = box => box.left < own.right && box.right > own.left
    && box.top < own.bottom && box.bottom > own.top;
  const boxes = [...document.querySelectorAll(fields)].map(one => one.getBoundingClientRect());
  return getComputedStyle(launcher).visibility === "visible" && boxes.some(meets); }"""
SMALL_AND_WIDE = pytest.mark.parametrize(
    "viewport", [{"width": 360, "height": 640}, {"width": 1280, "height": 720}]
)


@pytest.mark.parametrize(
    "viewport", [{"width": 360, "height": 640}, {"width": 1280, "height": 720}]
)
@pytest.mark.parametrize("size", ["标准", "特大"])
def test_the_launcher_covers_no_field_wherever_the_page_is_scrolled(
    open_page: Opened, viewport: dict[str, int], size: str
) -> None:
    page = open_page("/demo", viewport=viewport)
    page.get_by_role("button", name=size).click()
    launcher = Widget(page).launcher.element_handle()
    for step in range(12):
        page.evaluate("top => scrollTo(0, top)", step * 100)
        page.wait_for_timeout(60)
        assert not page.evaluate(COVERED, [FIELDS, launcher]), f"scrolled to {step * 100}"
    page.locator("textarea").first.focus()
    page.wait_for_timeout(60)
    assert not page.evaluate(COVERED, [FIELDS, launcher])
