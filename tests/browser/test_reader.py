"""The reader in a browser: search, citation, print, and the way back to the official page."""

import random

import pytest
from playwright.sync_api import Page, expect

from chatbot.web.plans.official_link import fragment
from tests.browser.conftest import Opened
from tests.portal_site import PortalSite

PLAN = "/plans/meizhou-civil-affairs-14fyp-draft-summary"
READER = f"{PLAN}?start=1479&end=1604"


def test_words_are_found_without_scripts_and_lead_to_their_places(open_page: Opened) -> None:
    page = open_page(PLAN, java_script_enabled=False)
    page.get_by_label("在这份文件里找").fill("老龄化")
    page.get_by_role("button", name="查找").click()
    expect(page.get_by_role("status")).to_contain_text("都标了出来")
    page.locator(".places a").nth(1).click()
    expect(page.locator("#f2")).to_be_in_viewport()
    expect(page.locator("#f2")).to_have_text("老龄化")


def test_the_mark_outlives_a_search(open_page: Opened) -> None:
    page = open_page(READER)
    page.get_by_label("在这份文件里找").fill("救助")
    page.get_by_role("button", name="查找").click()
    expect(page.locator("#mark")).to_be_attached()


def test_the_formal_citation_is_copied(open_page: Opened) -> None:
    page = open_page(READER, permissions=["clipboard-read", "clipboard-write"])
    page.get_by_text("引用这段原文").click()
    page.get_by_role("button", name="复制公文里引用格式").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == "《梅州市民政事业发展“十四五”规划(征求意见稿)摘要》第四部分(二)"


def test_the_words_marked_are_read_aloud_until_it_is_stopped(page: Page, server: str) -> None:
    page.add_init_script(
        """window.spoken = []; speechSynthesis.speak = (words) => spoken.push(words.text);
           window.silenced = 0; speechSynthesis.cancel = () => { silenced += 1; };"""
    )
    page.goto(server + READER)
    control = page.get_by_role("button", name="朗读标出的原文")
    control.click()
    assert "".join(page.evaluate("spoken")) == page.locator("#mark").text_content()
    expect(control).to_have_attribute("aria-pressed", "true")
    before = page.evaluate("silenced")
    control.click()
    assert page.evaluate("silenced") > before
    expect(control).to_have_attribute("aria-pressed", "false")
    page.goto(server + PLAN)
    page.get_by_role("button", name="朗读全文").click()
    whole = page.locator("article").text_content() or ""
    assert "".join("".join(page.evaluate("spoken")).split()) == "".join(whole.split())


def test_on_paper_only_the_plan_and_its_facts_are_left(open_page: Opened) -> None:
    page = open_page(READER)
    page.emulate_media(media="print")
    for gone in (".masthead", ".outline", ".find", ".footer", ".copy"):
        expect(page.locator(gone).first).to_be_hidden()
    for left in ("h1", ".facts", "#mark", ".notice"):
        expect(page.locator(left)).to_be_visible()


@pytest.mark.parametrize("seed", range(3))
def test_the_official_page_opens_at_the_words(
    page: Page, server: str, portal_site: PortalSite, seed: int
) -> None:
    document = page.request.get(f"{server}/api{PLAN.replace('plans', 'documents')}").json()
    paragraphs = [line for line in document["text"].split("\n") if line.strip()]
    chance = random.Random(seed)  # noqa: S311  the same sentences every time
    long = [at for at, line in enumerate(paragraphs) if at > 12 and len(line) > 60]
    number = chance.choice(long)
    body = "".join(f"<p id='q{at}'>{line}</p>" for at, line in enumerate(paragraphs))
    quote = chance.choice([part for part in paragraphs[number].split("。") if len(part) > 15])
    page.goto(portal_site.publish(body, "") + "#:~:" + fragment(quote))
    expect(page.locator(f"#q{number}")).to_be_in_viewport()
    assert page.evaluate("scrollY") > 0
