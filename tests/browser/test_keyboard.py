"""Everything can be done by keyboard, and an input method is never interrupted."""

from playwright.sync_api import Page, expect

from tests.browser.widget import Widget, marked_text

QUESTION = "大养老体系怎么建？"


def test_a_question_is_asked_and_checked_by_keyboard_alone(portal: Page) -> None:
    widget = Widget(portal)
    press_tab_until(portal, "launcher")
    portal.keyboard.press("Enter")
    expect(widget.box).to_be_focused()
    portal.keyboard.insert_text(QUESTION)
    portal.keyboard.press("Enter")
    quote = widget.turns.locator("[part=quote]")
    expect(quote).to_be_visible()
    press_tab_until(portal, "open", "Shift+Tab")
    with portal.expect_popup() as popup:
        portal.keyboard.press("Enter")
    expect(popup.value.locator("#mark")).to_be_in_viewport()
    assert marked_text(popup.value) == quote.text_content()


def test_escape_closes_and_gives_the_focus_back(widget: Widget) -> None:
    expect(widget.box).to_be_focused()
    widget.page.keyboard.press("Escape")
    expect(widget.panel).to_be_hidden()
    expect(widget.launcher).to_be_focused()


def test_closing_keeps_the_conversation(widget: Widget) -> None:
    widget.ask(QUESTION)
    widget.panel.get_by_role("button", name="关闭").click()
    expect(widget.launcher).to_be_focused()
    widget.open()
    expect(widget.turns).to_have_count(1)


def test_shift_enter_begins_a_new_line(widget: Widget) -> None:
    widget.box.press("Shift+Enter")
    expect(widget.turns).to_have_count(0)
    assert "\n" in widget.box.input_value()


def test_enter_that_picks_a_word_of_the_input_method_sends_nothing(widget: Widget) -> None:
    widget.box.focus()
    keyboard = widget.page.context.new_cdp_session(widget.page)
    keyboard.send(
        "Input.imeSetComposition", {"text": "yanglao", "selectionStart": 7, "selectionEnd": 7}
    )
    keyboard.send(
        "Input.dispatchKeyEvent",
        {"type": "rawKeyDown", "windowsVirtualKeyCode": 229, "key": "Enter", "code": "Enter"},
    )
    keyboard.send("Input.insertText", {"text": "养老"})
    expect(widget.box).to_have_value("养老")
    expect(widget.turns).to_have_count(0)
    widget.box.press("Enter")
    expect(widget.turns).to_have_count(1)


def test_an_empty_question_is_not_sent(widget: Widget) -> None:
    widget.box.press("Enter")
    expect(widget.status).to_have_text("请先写下想问的话。")
    expect(widget.turns).to_have_count(0)


def press_tab_until(page: Page, name: str, key: str = "Tab") -> None:
    """Go from control to control until the focus is on one of class `name` in the widget."""
    for _ in range(60):
        page.keyboard.press(key)
        if (
            page.evaluate("document.querySelector('plan-chat').shadowRoot.activeElement?.className")
            == name
        ):
            return
    raise AssertionError(f"{name} cannot be reached with {key}")
