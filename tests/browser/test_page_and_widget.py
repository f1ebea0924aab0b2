"""The page and the widget show the same words for the same answer."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.serving import serving
from tests.browser.widget import Widget
from tests.chatbot.web.conftest import built_app
from tests.chatbot.web.shaped_plans import ABOUT_A_ROW, ABOUT_MEALS, write_plans

# Buttons, and what is folded or meant for the ear alone, are not words of the answer.
VISIBLE = """reply => {
  const copy = reply.cloneNode(true);
  const tools = copy.querySelectorAll('button, details, .unseen, .chips, .rating');
  for (const tool of tools) tool.remove();
  return copy.textContent.replace(/\\s+/g, '');
}"""
QUESTIONS = [
    "大养老体系怎么建？",
    "民政事业面临哪些挑战？",
    "这个规划是依据什么文件制定的？",
    "梅州民政规划征求意见稿是什么时候发布的？",
    "“老龄化”在哪里出现？",
    "福利设施专项规划的年限是哪年到哪年？",
    "高龄津贴每月发多少钱？",
    "我老公打我",
    "？",
]


@pytest.fixture(scope="module")
def shaped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    plans = write_plans(tmp_path_factory.mktemp("shaped-plans"))
    with serving(built_app(plans, tmp_path_factory.mktemp("shaped-data"))) as address:
        yield address


def test_the_words_are_the_same_whatever_the_answer(page: Page, server: str) -> None:
    assert_same(page, server, QUESTIONS)


def test_the_words_of_a_row_and_of_two_places_are_the_same(page: Page, shaped: str) -> None:
    assert_same(page, shaped, [ABOUT_A_ROW, ABOUT_MEALS, "“老年助餐点”在哪里出现？"])


def assert_same(page: Page, address: str, questions: list[str]) -> None:
    on_the_page = [visible(asked_on_the_page(page, address, one)) for one in questions]
    page.goto(f"{address}/demo")
    widget = Widget(page)
    widget.open()
    expect(widget.panel.locator(".welcome .chip").first).to_be_visible()  # the labels are there
    for question, words in zip(questions, on_the_page, strict=True):
        widget.press("清空")
        assert visible(widget.ask(question).locator(".reply")) == words, question


def asked_on_the_page(page: Page, address: str, question: str) -> Locator:
    page.goto(f"{address}/ask")
    page.locator("textarea[name=question]").fill(question)
    page.locator("form.question button.primary").click()
    return page.locator(".reply")


def visible(reply: Locator) -> str:
    return str(reply.evaluate(VISIBLE))
