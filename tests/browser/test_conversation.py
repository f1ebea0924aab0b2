"""A citizen asks in the widget, reads the words of the plan, and checks them at their source."""

import json

import pytest
from playwright.sync_api import Page, expect

from tests.browser.widget import Widget, marked_text

ABOUT_CARE = "大养老体系怎么建？"
ABOUT_AGEING = "“老龄化”在哪里出现？"
ABOUT_CHALLENGES = "民政事业面临哪些挑战？"


@pytest.mark.parametrize("question", [ABOUT_CARE, ABOUT_CHALLENGES])
def test_the_quote_is_the_text_and_its_link_opens_the_plan_with_exactly_it_marked(
    widget: Widget, server: str, complaints: list[str], question: str
) -> None:
    with widget.page.expect_response("**/api/answers") as answered:
        turn = widget.ask(question)
    citations = answered.value.json()["citations"]
    shown = turn.locator("[part=quote]").all_text_contents()
    assert shown == [citation["quote"] for citation in citations]
    for citation, link in zip(citations, turn.locator(".number, .open").all(), strict=False):
        with widget.page.expect_popup() as popup:
            link.click()
        reader = popup.value
        expect(reader.locator("#mark")).to_be_in_viewport()
        assert marked_text(reader) == citation["quote"]
        whole = reader.request.get(f"{server}/api/documents/{citation['document']['id']}").json()
        assert whole["text"][citation["start"] : citation["end"]] == citation["quote"]
        reader.close()
    assert complaints == []


def test_status_and_source_stand_beside_the_quote(widget: Widget) -> None:
    source = widget.ask(ABOUT_CARE).locator(".source")
    for words in ("出处", "四、主要任务 › (二)构建大养老体系", "征求意见稿", "2021-09-18"):
        expect(source).to_contain_text(words)


def test_a_list_is_one_list_with_its_count(widget: Widget) -> None:
    turn = widget.ask(ABOUT_CHALLENGES)
    expect(turn.locator(".items li")).to_have_count(3)
    expect(turn.locator(".source")).to_have_count(1)
    expect(turn).to_contain_text("3项")


@pytest.mark.parametrize(("question", "count"), [(ABOUT_CARE, 1), (ABOUT_AGEING, 2)])
def test_the_status_line_says_what_happens_and_focus_stays_in_the_box(
    widget: Widget, question: str, count: int
) -> None:
    widget.status.evaluate(
        """status => {
          window.said = [];
          new MutationObserver(() => window.said.push(status.textContent))
            .observe(status, {childList: true, characterData: true, subtree: true});
        }"""
    )
    widget.box.fill(question)
    widget.box.press("Enter")
    expect(widget.status).to_have_text(f"已找到 {count} 条原文")
    said = widget.page.evaluate("window.said.filter((text, at, all) => text !== all[at - 1])")
    assert said == ["正在查找原文…", f"已找到 {count} 条原文"]
    expect(widget.box).to_be_focused()
    expect(widget.box).to_have_value("")


def test_a_refusal_offers_a_telephone_and_the_nearest_sections(widget: Widget) -> None:
    turn = widget.ask("高龄津贴每月发多少钱？")
    expect(widget.status).to_have_text("没有找到")
    expect(turn.locator("a[href='tel:12345']")).to_be_visible()
    expect(turn.locator("blockquote")).to_have_count(0)


def test_every_number_of_a_fixed_reply_can_be_tapped(widget: Widget) -> None:
    turn = widget.ask("我老公打我")
    called = [link.get_attribute("href") for link in turn.locator("a.phone").all()]
    assert called == [f"tel:{number}" for number in ("110", "120", "12338", "12355", "12345")]


def test_earlier_questions_are_sent_along_until_the_talk_is_cleared(widget: Widget) -> None:
    sent: list[list[str]] = []
    widget.page.on(
        "request",
        lambda request: (
            sent.append(json.loads(request.post_data or "")["history"])
            if request.url.endswith("/api/answers")
            else None
        ),
    )
    for question in ("一", "二", "三", "四", "五", "六", "七"):
        widget.ask(f"养老{question}")
    assert sent[0] == []
    assert sent[-1] == ["养老二", "养老三", "养老四", "养老五", "养老六"]
    widget.press("清空")
    expect(widget.turns).to_have_count(0)
    widget.ask(ABOUT_CARE)
    assert sent[-1] == []


def test_a_sample_question_answers_with_one_press(widget: Widget) -> None:
    widget.panel.locator(".welcome .chip").first.click()
    expect(widget.turns.locator("[part=quote]").first).to_be_visible()


def test_a_rating_is_kept(widget: Widget) -> None:
    turn = widget.ask(ABOUT_CARE)
    with widget.page.expect_response("**/api/feedback") as kept:
        turn.get_by_role("button", name="有帮助").click()
    assert kept.value.status == 200
    expect(widget.status).to_have_text("已记下您的评价，谢谢。")
    expect(turn.get_by_role("button", name="有帮助")).to_have_attribute("aria-pressed", "true")


def test_the_portal_hears_what_happens(portal: Page) -> None:
    portal.evaluate(
        """() => {
          window.heard = [];
          for (const name of ["open", "answer", "error"])
            document.addEventListener(`plan-chat-${name}`,
              (event) => window.heard.push([name, event.detail]));
        }"""
    )
    widget = Widget(portal)
    widget.open()
    widget.ask(ABOUT_CARE)
    (opened, _), (answered, detail) = portal.evaluate("window.heard")
    assert (opened, answered, detail["outcome"]) == ("open", "answer", "answered")


def test_hostile_words_are_shown_as_words(widget: Widget, complaints: list[str]) -> None:
    widget.page.on("dialog", lambda dialog: complaints.append(dialog.message))
    for words in ("<img src=x onerror=alert(1)>", "<script>alert(1)</script>", "\u202e\u200b</p>"):
        turn = widget.ask(f"养老{words}")
        expect(turn.locator(".asked")).to_contain_text(words.strip("\u202e\u200b"))
    assert complaints == []


def test_a_conversation_lives_on_when_the_page_changes(widget: Widget, server: str) -> None:
    widget.ask(ABOUT_CARE)
    widget.ask("转人工")  # a fixed reply is kept nowhere
    widget.page.goto(f"{server}/demo")
    again = Widget(widget.page)
    again.open()
    expect(again.turns).to_have_count(1)
    expect(again.turns.locator("[part=quote]").first).to_be_visible()
    with widget.page.expect_request("**/api/answers") as sent:
        again.ask("那儿童保障呢？")
    assert json.loads(sent.value.post_data or "")["history"] == [ABOUT_CARE]


def test_what_was_cleared_can_be_had_back(widget: Widget) -> None:
    widget.ask(ABOUT_CARE)
    widget.press("清空")
    expect(widget.turns).to_have_count(0)
    widget.panel.get_by_role("button", name="撤销").click()
    expect(widget.turns).to_have_count(1)
    expect(widget.status).to_have_text("已恢复。")
    expect(widget.panel.get_by_role("button", name="撤销")).to_have_count(0)


def test_a_topic_shows_the_sections_on_it(widget: Widget) -> None:
    turn = widget.ask("养老")
    expect(turn.locator(".own").first).to_contain_text("写到“养老”的有")
    expect(turn.get_by_text("写到它的地方")).to_be_visible()
    expect(turn.locator(".related a").first).to_contain_text("构建大养老体系")


def test_a_refusal_can_be_rated(widget: Widget) -> None:
    turn = widget.ask("高铁什么时候通车？")
    with widget.page.expect_response("**/api/feedback") as kept:
        turn.get_by_role("button", name="有帮助").click()
    assert kept.value.status == 200
