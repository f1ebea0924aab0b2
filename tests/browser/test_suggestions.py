"""Questions offered while one is typed: chosen by key or finger, never in the way of typing."""

import json
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.axe import violations
from tests.browser.widget import Widget

OFFERED = ["大养老体系怎么建？", "民政事业面临哪些挑战？", "大养老体系具体讲什么？"]
Offer = Callable[[list[str]], list[str]]


@pytest.fixture
def offer(page: Page) -> Offer:
    """Makes the service offer these questions; gives what was typed each time it was asked."""
    typed: list[str] = []

    def offering(questions: list[str]) -> list[str]:
        def reply(route: Route) -> None:
            typed.append(parse_qs(urlsplit(route.request.url).query)["q"][0])
            route.fulfill(json={"suggestions": questions})

        page.route("**/api/suggestions*", reply)
        return typed

    return offering


def test_the_service_is_asked_once_when_typing_pauses(widget: Widget, offer: Offer) -> None:
    typed = offer(OFFERED)
    widget.box.press_sequentially("大养老", delay=30)
    expect(widget.offers).to_have_count(3)
    assert typed == ["大养老"]
    expect(widget.status).to_contain_text("有 3 个提示")
    expect(widget.box).to_be_focused()


def test_an_arrow_and_enter_ask_the_question_offered(widget: Widget, offer: Offer) -> None:
    offer(OFFERED)
    widget.box.press_sequentially("民政")
    expect(widget.offers).to_have_count(3)
    widget.box.press("ArrowDown")
    widget.box.press("ArrowDown")
    chosen = widget.panel.get_by_role("option", selected=True)
    expect(chosen).to_have_text(OFFERED[1])
    expect(widget.box).to_have_attribute("aria-activedescendant", str(chosen.get_attribute("id")))
    widget.box.press("Enter")
    expect(widget.turns.locator(".asked")).to_contain_text(OFFERED[1])
    expect(widget.offers).to_have_count(0)
    expect(widget.status).to_have_text("已找到 3 条原文")


def test_enter_without_a_choice_asks_what_was_typed(widget: Widget, offer: Offer) -> None:
    offer(OFFERED)
    widget.box.press_sequentially("养老")
    expect(widget.offers).to_have_count(3)
    widget.box.press("Enter")
    expect(widget.turns.locator(".asked")).to_have_text("您问 养老")


def test_a_finger_asks_the_question_offered(widget: Widget, offer: Offer) -> None:
    offer(OFFERED)
    widget.box.press_sequentially("大")
    widget.offers.nth(0).click()
    expect(widget.turns.locator("blockquote").first).to_be_visible()


def test_escape_puts_the_list_away_first_and_the_panel_second(widget: Widget, offer: Offer) -> None:
    offer(OFFERED)
    widget.box.press_sequentially("养老")
    expect(widget.offers).to_have_count(3)
    widget.box.press("Escape")
    expect(widget.offers).to_have_count(0)
    expect(widget.panel).to_be_visible()
    expect(widget.box).to_have_value("养老")
    widget.box.press("Escape")
    expect(widget.panel).to_be_hidden()


def test_nothing_is_offered_while_an_input_method_composes(widget: Widget, offer: Offer) -> None:
    typed = offer(OFFERED)
    widget.box.focus()
    keyboard = widget.page.context.new_cdp_session(widget.page)
    keyboard.send(
        "Input.imeSetComposition", {"text": "yanglao", "selectionStart": 7, "selectionEnd": 7}
    )
    widget.page.wait_for_timeout(400)
    assert typed == []
    keyboard.send("Input.insertText", {"text": "养老"})
    expect(widget.offers).to_have_count(3)
    assert typed == ["养老"]


def test_an_offer_that_comes_after_the_question_was_sent_is_not_shown(
    widget: Widget, page: Page
) -> None:
    held: list[Route] = []
    page.route("**/api/suggestions*", lambda route: held.append(route))  # noqa: PLW0108  a bound method of C fits no handler
    with page.expect_request("**/api/suggestions*"):
        widget.box.press_sequentially("养老")
    widget.ask("大养老体系怎么建？")
    held[0].fulfill(json={"suggestions": OFFERED})
    page.wait_for_timeout(200)
    expect(widget.offers).to_have_count(0)


def test_a_service_without_completion_is_asked_once_and_nobody_notices(
    widget: Widget, page: Page
) -> None:
    asked: list[str] = []

    def absent(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(
            status=404, body=json.dumps({"error": {"code": "not_found", "message": "没有"}})
        )

    page.route("**/api/suggestions*", absent)
    for word in ("养", "老", "院"):
        widget.box.press_sequentially(word)
        page.wait_for_timeout(350)
    assert len(asked) == 1
    expect(widget.status).to_have_text("")


@pytest.mark.parametrize(("size", "least"), [("normal", 8), ("xlarge", 2)])
def test_as_many_are_offered_as_there_is_room_for(
    widget: Widget, offer: Offer, size: str, least: int
) -> None:
    widget.root.evaluate("(chat, size) => chat.setAttribute('size', size)", size)
    offer([f"关于“<b>养老</b>”的第 {number} 个问题是什么？" for number in range(12)])
    widget.box.press_sequentially("养老")
    expect(widget.status).to_contain_text("个提示")
    count = widget.offers.count()
    assert least <= count <= 8
    assert violations(widget.page) == []
    for _ in range(count):
        widget.box.press("ArrowDown")
    expect(widget.panel.get_by_role("option", selected=True)).to_be_in_viewport(ratio=0.95)
