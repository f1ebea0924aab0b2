"""Readable for everyone: small screens, large letters, enough contrast, targets to hit."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Opened
from tests.browser.widget import Widget, scrolls_sideways
from tests.conftest import picture

HERE = Path(__file__).parent
PLAN = "/plans/meizhou-civil-affairs-14fyp-draft-summary?start=1479&end=1604#mark"
SEARCHED = "/plans/meizhou-civil-affairs-14fyp-draft-summary?find=养老"
ADDRESSES = [
    *("/", "/demo", "/ask", "/plans", "/embed", PLAN, SEARCHED, "/nothing"),
    *("/privacy", "/accessibility", "/receipts"),
]
AT_400_PERCENT = {"width": 320, "height": 256}

FAINT = (HERE / "faint_text.js").read_text(encoding="utf-8")

SMALL = (HERE / "small_controls.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_page_scrolls_sideways_at_400_percent(open_page: Opened, address: str) -> None:
    assert not scrolls_sideways(open_page(address, viewport=AT_400_PERCENT))


@pytest.mark.parametrize("size", ["normal", "large", "xlarge"])
def test_the_widget_is_usable_at_400_percent_in_every_size(open_page: Opened, size: str) -> None:
    page = open_page("/demo", viewport=AT_400_PERCENT)
    page.locator("plan-chat").evaluate("(chat, size) => chat.setAttribute('size', size)", size)
    widget = Widget(page)
    widget.open()
    widget.ask("民政事业面临哪些挑战？")
    assert not widget.panel.evaluate("panel => panel.scrollWidth > panel.clientWidth")
    assert not scrolls_sideways(page)
    for control in widget.panel.locator("button, a, textarea, summary").filter(visible=True).all():
        control.focus()
        expect(control).to_be_in_viewport(ratio=0.5)
        assert control.evaluate(
            "c => { const box = c.getBoundingClientRect(); return box.right <= innerWidth; }"
        )


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_page_has_enough_contrast(open_page: Opened, address: str) -> None:
    assert open_page(address).evaluate(FAINT) == []


@pytest.mark.parametrize("contrast", ["normal", "high"])
def test_the_widget_has_enough_contrast(widget: Widget, contrast: str) -> None:
    widget.root.evaluate("(chat, contrast) => chat.setAttribute('contrast', contrast)", contrast)
    widget.ask("大养老体系怎么建？")
    widget.ask("高龄津贴每月发多少钱？")
    assert widget.page.evaluate(FAINT) == []


def test_the_sizes_are_18_24_and_30_pixels_with_room_between_lines(widget: Widget) -> None:
    turn = widget.ask("大养老体系怎么建？")
    for name, least in (("标准", 18), ("大字", 24), ("特大", 30)):
        widget.panel.get_by_role("button", name=name).click()
        size, line = turn.locator("blockquote").evaluate(
            "q => [getComputedStyle(q).fontSize, getComputedStyle(q).lineHeight].map(parseFloat)"
        )
        assert size >= least
        assert line >= 1.5 * size


@pytest.mark.parametrize("address", ["/", "/demo", "/ask", "/plans", "/embed", PLAN])
def test_controls_are_large_enough_for_a_finger(open_page: Opened, address: str) -> None:
    assert open_page(address, viewport={"width": 390, "height": 844}).evaluate(SMALL) == []


def test_controls_of_the_widget_are_large_enough_for_a_finger(widget: Widget) -> None:
    widget.ask("民政事业面临哪些挑战？")
    assert widget.page.evaluate(SMALL) == []
    for name in ("关闭", "提问"):
        assert box(widget.panel.get_by_role("button", name=name))["width"] >= 60
    widget.page.keyboard.press("Escape")
    expect(widget.launcher).to_be_visible()
    assert min(box(widget.launcher).values()) >= 60


def test_the_words_on_the_source_are_always_in_sight(open_page: Opened) -> None:
    page = open_page(PLAN, viewport={"width": 390, "height": 844})
    expect(page.locator("#mark")).to_be_in_viewport()
    expect(page.get_by_text("请以发布机关正式文本为准")).to_be_in_viewport()


def test_forced_colours_keep_the_mark_and_the_panel_visible(open_page: Opened) -> None:
    page = open_page(PLAN, forced_colors="active", reduced_motion="reduce")
    background = page.locator("#mark").evaluate("mark => getComputedStyle(mark).backgroundColor")
    assert background != page.locator("article").evaluate(
        "a => getComputedStyle(a).backgroundColor"
    )


def box(control: Locator) -> dict[str, float]:
    found = control.bounding_box()
    assert found is not None
    return {"width": found["width"], "height": found["height"]}


@pytest.mark.parametrize("address", ADDRESSES)
def test_wider_letters_and_lines_fit_too(open_page: Opened, address: str) -> None:
    """WCAG 2.2, 1.4.12: the reader's own spacing loses nothing."""
    page = open_page(address, viewport={"width": 320, "height": 640})
    page.evaluate(
        """() => { const sheet = new CSSStyleSheet();
        sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
          word-spacing: .16em !important } p { margin-bottom: 2em !important }`);
        document.adoptedStyleSheets = [sheet]; }"""
    )
    assert not scrolls_sideways(page)


def test_forced_colours_keep_what_is_pressed_and_chosen_apart(open_page: Opened) -> None:
    page = open_page("/demo", forced_colors="active", reduced_motion="reduce")
    widget = Widget(page)
    widget.open()
    widget.ask("大养老体系怎么建？")
    picture(page, "widget in forced colours")
    borders = [
        widget.panel.get_by_role("button", name=name).evaluate(
            "b => parseFloat(getComputedStyle(b).borderTopWidth)"
        )
        for name in ("标准", "大字", "提问")
    ]
    assert borders[0] > borders[1] > 0
    assert borders[2] > 0
