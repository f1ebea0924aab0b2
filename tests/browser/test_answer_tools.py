"""What can be done with an answer: see around it, copy it, hear it, say that it did not help."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from chatbot.web.ask.answer_page import REASONS
from tests.browser.axe import violations
from tests.browser.conftest import Opened
from tests.browser.widget import Widget

ABOUT_CARE = "大养老体系怎么建？"
ABOUT_CHALLENGES = "民政事业面临哪些挑战？"
# What a browser with a microphone has, as the standard describes it.
MICROPHONE = """window.SpeechRecognition = class {
  start() { setTimeout(() => {
    this.onresult({results: [[{transcript: '大养老体系怎么建'}]]}); this.onend(); }, 50); }
  stop() { this.onend(); } };"""


def test_a_quote_is_shown_among_the_words_around_it(widget: Widget, server: str) -> None:
    turn = widget.ask(ABOUT_CARE)
    quote = turn.locator("blockquote").text_content() or ""
    toggle = turn.get_by_role("button", name="展开上下文")
    toggle.click()
    around = turn.locator(".around")
    expect(around).to_be_visible()
    expect(around.locator("mark")).to_have_text(quote)
    plan = "meizhou-civil-affairs-14fyp-draft-summary"
    whole = widget.page.request.get(f"{server}/api/documents/{plan}").json()["text"]
    shown = around.text_content() or ""
    assert shown in whole
    assert len(shown) > len(quote)
    turn.get_by_role("button", name="收起上下文").click()
    expect(around).to_be_hidden()


def test_a_quote_is_copied_with_its_source(open_page: Opened) -> None:
    page = open_page("/demo", permissions=["clipboard-read", "clipboard-write"])
    widget = Widget(page)
    widget.open()
    turn = widget.ask(ABOUT_CARE)
    turn.get_by_role("button", name="复制引文").click()
    expect(widget.status).to_have_text("已复制引文和出处。")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f"「{turn.locator('blockquote').text_content()}」\n（《梅州市")
    assert copied.endswith(
        "“四、主要任务”“(二)构建大养老体系”，梅州市民政局，2021-09-18，征求意见稿）"
    )


def test_a_vote_counts_at_once_and_a_reason_or_a_change_of_mind_takes_its_place(
    widget: Widget,
) -> None:
    turn = widget.ask(ABOUT_CARE)
    with widget.page.expect_response("**/api/feedback") as first:
        turn.get_by_role("button", name="没帮助").click()
    expect(widget.status).to_have_text("已记下。愿意的话，请选一个原因。")
    with widget.page.expect_response("**/api/feedback") as second:
        turn.get_by_role("button", name="答非所问").click()
    rated = json.loads(second.value.request.post_data or "")
    assert (rated["helpful"], rated["comment"]) == (False, "答非所问")
    assert rated["vote"] == first.value.json()["vote"]
    expect(widget.status).to_have_text("已记下您的评价，谢谢。")
    with widget.page.expect_response("**/api/feedback") as third:
        turn.get_by_role("button", name="有帮助").click()
    assert json.loads(third.value.request.post_data or "")["vote"] == second.value.json()["vote"]
    expect(turn.get_by_role("group", name="没帮助的原因")).to_be_hidden()


def test_a_refused_question_is_left_to_staff_and_its_receipt_stays(widget: Widget) -> None:
    turn = widget.ask("摩托车牌照怎么补领？")
    turn.get_by_role("button", name="把这个问题留给工作人员").click()
    receipt = turn.locator(".receipt")
    expect(receipt).to_have_text(re.compile(r"^\d{4}-\d{4}-\d{4}$"))
    number = receipt.text_content() or ""
    assert violations(widget.page) == []
    with widget.page.expect_popup() as popup:
        turn.get_by_role("link", name="凭号看答复").click()
    expect(popup.value.get_by_text(number)).to_be_visible()
    expect(popup.value.get_by_text("还没有处理")).to_be_visible()
    assert violations(popup.value) == []
    widget.page.reload()
    widget.open()
    expect(widget.turns.last.locator(".receipt")).to_have_text(number)


def test_a_number_by_which_somebody_is_known_is_warned_of_before_it_is_sent(
    widget: Widget,
) -> None:
    sent: list[str] = []
    widget.page.on("request", lambda request: sent.append(request.url))
    widget.box.fill("我的手机138 1234 5678，大养老体系怎么建")
    widget.panel.get_by_role("button", name="提问").click()
    warning = widget.panel.get_by_role("alert")
    expect(warning).to_contain_text("建议删掉再问")
    assert not [url for url in sent if url.endswith("/api/answers")]
    assert violations(widget.page) == []
    warning.get_by_role("button", name="我去删掉").click()
    expect(widget.box).to_be_focused()
    expect(warning).to_be_hidden()
    widget.panel.get_by_role("button", name="提问").click()
    warning.get_by_role("button", name="照样提问").click()
    expect(widget.turns.locator(".reply")).to_have_count(1)


def test_who_has_scrolled_away_is_led_to_the_newest_answer(widget: Widget) -> None:
    first = widget.ask(ABOUT_CHALLENGES)
    last = widget.ask(ABOUT_CARE)
    jump = widget.panel.get_by_role("button", name="跳到最新答复")
    expect(jump).to_be_hidden()
    widget.panel.evaluate("panel => panel.scrollTo(0, 0)")
    expect(jump).to_be_visible()
    expect(first.locator(".asked")).to_be_in_viewport()
    jump.click()
    expect(last.locator(".asked")).to_be_in_viewport()
    expect(jump).to_be_hidden()


def test_the_widget_offers_the_reasons_that_the_page_offers() -> None:
    script = Path("chatbot/static/widget/afterwards.js").read_text(encoding="utf-8")
    (listed,) = re.findall(r"REASONS = \[(.*)\]", script)
    assert tuple(re.findall(r'"([^"]+)"', listed)) == REASONS


def test_an_answer_is_read_aloud_and_falls_silent_with_the_panel(page: Page, server: str) -> None:
    page.add_init_script(
        """window.spoken = []; speechSynthesis.speak = (words) => spoken.push(words);
           window.silenced = 0; speechSynthesis.cancel = () => { silenced += 1; };"""
    )
    page.goto(f"{server}/demo")
    widget = Widget(page)
    widget.open()
    turn = widget.ask(ABOUT_CARE)
    turn.get_by_role("button", name="朗读").click()
    text, language = page.evaluate("[spoken[0].text, spoken[0].lang]")
    assert (turn.locator("blockquote").text_content() or "") in text
    assert language == "zh-CN"
    assert not re.search(r"\[\d\]|出处|《", text)
    expect(turn.get_by_role("button", name="停止朗读")).to_be_visible()
    before = page.evaluate("silenced")
    page.keyboard.press("Escape")
    expect(turn.get_by_role("button", name="停止朗读")).to_have_count(0)
    for _ in range(100):  # the panel is gone a moment before the voice is
        if page.evaluate("silenced") > before:
            break
        page.wait_for_timeout(50)
    assert page.evaluate("silenced") > before


@pytest.mark.parametrize("missing", ["speechSynthesis", "SpeechRecognition"])
def test_what_the_browser_has_not_is_not_offered(page: Page, server: str, missing: str) -> None:
    page.add_init_script(
        """delete window.speechSynthesis; delete window.SpeechRecognition;
           delete window.webkitSpeechRecognition; delete Window.prototype.speechSynthesis;"""
    )
    page.goto(f"{server}/demo")
    widget = Widget(page)
    widget.open()
    turn = widget.ask(ABOUT_CARE)
    name = {"speechSynthesis": "朗读", "SpeechRecognition": "语音"}[missing]
    expect(widget.panel.get_by_role("button", name=name)).to_have_count(0)
    expect(turn.locator("blockquote")).to_be_visible()


def test_a_question_can_be_spoken_and_is_looked_over_before_it_is_sent(
    page: Page, server: str
) -> None:
    page.add_init_script(MICROPHONE)
    page.goto(f"{server}/demo")
    widget = Widget(page)
    widget.open()
    widget.panel.get_by_role("button", name="语音").click()
    expect(widget.box).to_have_value("大养老体系怎么建")
    expect(widget.box).to_be_focused()
    expect(widget.turns).to_have_count(0)
    expect(widget.panel.get_by_role("button", name="语音")).to_be_visible()


def test_a_portal_may_leave_dictation_out(page: Page, server: str) -> None:
    page.add_init_script(MICROPHONE)
    page.goto(f"{server}/demo")
    page.locator("plan-chat").evaluate("chat => chat.setAttribute('dictation', 'off')")
    widget = Widget(page)
    widget.open()
    expect(widget.panel.get_by_role("button", name="语音")).to_have_count(0)


def test_the_questions_of_this_visit_lead_back_to_their_answers(widget: Widget) -> None:
    first = widget.ask(ABOUT_CARE)
    widget.ask(ABOUT_CHALLENGES)
    past = widget.panel.get_by_text("这次问过的 2 个问题")
    past.click()
    widget.panel.locator(".past").get_by_role("button", name=ABOUT_CARE).click()
    expect(first.locator(".asked")).to_be_in_viewport()
    expect(first).to_be_focused()
    widget.press("清空")
    expect(past).to_be_hidden()


def test_without_scripts_the_words_around_are_unfolded_and_an_answer_is_rated(
    open_page: Opened,
) -> None:
    page = open_page("/ask", java_script_enabled=False)
    page.locator("textarea").fill(ABOUT_CARE)
    page.locator("form.question button").click()
    quote = page.locator("blockquote p").text_content() or ""
    page.get_by_text("展开上下文").click()
    expect(page.locator(".context mark")).to_have_text(quote)
    page.get_by_role("button", name="没帮助").click()
    expect(page.get_by_role("heading", name="已记下您的评价，谢谢")).to_be_visible()
    page.get_by_role("button", name="看不懂").click()
    expect(page.get_by_role("heading", name="已记下您的评价，谢谢")).to_be_visible()
    expect(page.get_by_role("button", name="看不懂")).to_have_count(0)
    page.get_by_role("button", name=ABOUT_CARE).click()
    expect(page.locator("blockquote p")).to_have_text(quote)
