"""With scripts switched off the whole job is done by forms and links."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opened


@pytest.mark.parametrize("address", ["/", "/demo"])
def test_a_question_on_the_first_page_is_answered_and_its_source_opens(
    open_page: Opened, address: str
) -> None:
    page = open_page(address, java_script_enabled=False)
    page.get_by_label("想问什么？").fill("大养老体系怎么建？")
    page.get_by_role("button", name="提问").click()
    quote = page.locator("blockquote p").text_content()
    page.get_by_role("link", name="查看原文").click()
    expect(page.locator("#mark")).to_be_in_viewport()
    assert "".join(page.locator("mark").all_text_contents()) == quote


def test_the_launcher_is_a_link_to_the_question_page(open_page: Opened) -> None:
    page = open_page("/demo", java_script_enabled=False)
    page.locator("plan-chat a").first.click()
    expect(page.get_by_role("heading", name="政策问答")).to_be_visible()


def test_a_conversation_goes_on_and_no_address_holds_a_question(open_page: Opened) -> None:
    page = open_page("/ask", java_script_enabled=False)
    ask(page, "民政事业面临哪些挑战？")
    expect(page.locator(".items li")).to_have_count(3)
    ask(page, "第二条具体说了什么？")
    expect(page.locator(".reply")).to_contain_text("人口老龄化的结构性矛盾开始凸显")
    expect(page.locator(".reply")).to_contain_text("接着“民政事业面临哪些挑战？”来理解")
    assert page.url.endswith("/ask#answer")
    expect(page.locator("#answer .asked")).to_be_in_viewport()
    page.get_by_role("link", name="清空，重新开始").click()
    expect(page.locator(".reply")).to_have_count(0)


def test_the_outline_unfolds_on_a_phone(open_page: Opened) -> None:
    page = open_page(
        "/plans/meizhou-civil-affairs-14fyp-draft-summary",
        java_script_enabled=False,
        viewport={"width": 390, "height": 844},
    )
    link = page.get_by_role("link", name="(二)构建大养老体系")
    expect(link).to_be_hidden()
    page.locator(".outline summary").click()
    link.click()
    expect(page.get_by_role("heading", name="(二)构建大养老体系")).to_be_in_viewport()


def ask(page: Page, question: str) -> None:
    page.locator("textarea").fill(question)
    page.locator("form.question button").click()
