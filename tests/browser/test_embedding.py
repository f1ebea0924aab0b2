"""What a portal copies from /embed works there as it stands, under the strictest content policy."""

import json
import subprocess
import sys

import pytest
from playwright.sync_api import Page, expect

from chatbot.integrity import script_hash
from tests.browser.conftest import Opened
from tests.browser.widget import Widget, marked_text
from tests.portal_site import PortalSite

QUESTION = "大养老体系怎么建？"
LINES = '<main><h1>某局</h1><a id="news" href="#top">新闻</a></main>'


@pytest.fixture
def snippets(page: Page, server: str) -> dict[str, str]:
    """Each snippet of the page on embedding, as a person would copy it."""
    page.goto(f"{server}/embed")
    codes = page.locator("code[id]").all()
    found = {str(c.get_attribute("id")): c.text_content() or "" for c in codes}
    assert found
    return {name.removeprefix("snippet-"): text for name, text in found.items()}


@pytest.fixture
def refusals(page: Page) -> list[str]:
    found: list[str] = []
    page.on("console", lambda said: found.append(said.text) if said.type == "error" else None)
    return found


@pytest.mark.parametrize("tag", ["script", "pinned"])
def test_the_script_tag_works_on_another_site_under_the_policy_documented(
    page: Page,
    snippets: dict[str, str],
    portal_site: PortalSite,
    refusals: list[str],
    tag: str,
) -> None:
    element = snippets["script"].partition("<script")[0]
    script = snippets[tag][snippets[tag].index("<script") :]
    policy = f"default-src 'none'; {snippets['policy']}; require-trusted-types-for 'script'"
    page.goto(portal_site.publish(LINES + element + script, policy))
    widget = Widget(page)
    widget.open()
    turn = widget.ask(QUESTION)
    quote = turn.locator("blockquote").text_content()
    size = turn.locator("blockquote").evaluate("q => parseFloat(getComputedStyle(q).fontSize)")
    assert size >= 18
    with page.expect_popup() as popup:
        turn.locator(".open").click()
    expect(popup.value.locator("#mark")).to_be_in_viewport()
    assert marked_text(popup.value) == quote
    assert refusals == []


def test_a_script_that_is_not_the_one_pinned_leaves_a_link_and_a_telephone(
    page: Page, snippets: dict[str, str], portal_site: PortalSite
) -> None:
    page.route("**/plan-chat.js", lambda route: route.fulfill(body="alert(1)"))
    element = snippets["script"].partition("<script")[0]
    page.goto(portal_site.publish(LINES + element + snippets["pinned"], ""))
    expect(page.locator("plan-chat a[href$='/ask']")).to_be_visible()
    expect(page.locator("plan-chat a[href='tel:12345']")).to_be_visible()


def test_the_frame_answers_on_another_site_without_a_masthead(
    page: Page, snippets: dict[str, str], portal_site: PortalSite
) -> None:
    policy = f"default-src 'none'; {snippets['frame_policy']}"
    page.goto(portal_site.publish(LINES + snippets["frame"], policy))
    frame = page.frame_locator("iframe")
    frame.locator("textarea").fill(QUESTION)
    frame.locator("form.question button").click()
    expect(frame.locator("blockquote").first).to_be_visible()
    expect(frame.locator(".masthead")).to_have_count(0)
    with page.expect_popup() as popup:
        frame.locator(".open").first.click()
    expect(popup.value.locator("#mark")).to_be_in_viewport()
    expect(popup.value.locator(".masthead")).to_have_count(1)


def test_the_link_leads_to_the_question_page(
    page: Page, server: str, snippets: dict[str, str], portal_site: PortalSite
) -> None:
    page.goto(portal_site.publish(LINES + snippets["link"], "default-src 'none'"))
    page.get_by_role("link", name="政策问答").click()
    expect(page).to_have_url(f"{server}/ask")


def test_a_site_that_is_not_listed_may_not_frame_the_page(
    page: Page, snippets: dict[str, str]
) -> None:
    with PortalSite() as elsewhere:
        page.goto(elsewhere.publish(LINES + snippets["frame"], ""))
        expect(page.frame_locator("iframe").locator("textarea")).to_have_count(0)


def test_the_settings_may_be_given_as_json_and_attributes_go_first(
    page: Page, server: str, snippets: dict[str, str], portal_site: PortalSite
) -> None:
    settings = (
        '{"title": "问规划", "contact": "0753-12345", "size": "xlarge", "contrast": "high",'
        ' "documents": ["civil-affairs-14fyp-drafting-workplan"]}'
    )
    body = (
        f'<plan-chat size="large"><script type="application/json">{settings}</script></plan-chat>'
        f'<script type="module" src="{server}/widget/v1/plan-chat.js"></script>'
    )
    page.goto(portal_site.publish(LINES + body, f"default-src 'none'; {snippets['policy']}"))
    widget = Widget(page)
    expect(widget.launcher).to_have_text("问规划")
    widget.open()
    assert widget.panel.locator("[aria-pressed=true]").all_text_contents() == ["大字", "高对比"]
    with page.expect_request("**/api/answers") as sent:
        turn = widget.ask(QUESTION)
    asked = json.loads(sent.value.post_data or "")
    assert asked["documents"] == ["civil-affairs-14fyp-drafting-workplan"]
    expect(widget.panel.locator("a[href='tel:0753-12345']").first).to_be_attached()
    expect(turn).to_be_visible()


@pytest.mark.parametrize("settings", ["{broken", "null", "[]", '{"size": 7, "documents": null}'])
def test_settings_that_cannot_be_read_do_no_harm(
    page: Page, server: str, portal_site: PortalSite, settings: str
) -> None:
    body = (
        f'<plan-chat><script type="application/json">{settings}</script></plan-chat>'
        f'<script type="module" src="{server}/widget/v1/plan-chat.js"></script>'
    )
    page.goto(portal_site.publish(LINES + body, ""))
    widget = Widget(page)
    widget.open()
    expect(widget.ask(QUESTION).locator("blockquote")).to_be_visible()


def test_a_portal_can_give_it_its_own_colour_and_place(portal: Page) -> None:
    portal.evaluate(
        """() => { const sheet = new CSSStyleSheet();
        sheet.replaceSync(`plan-chat { --plan-chat-accent: #8c1d18; --plan-chat-right: 60px }
          plan-chat::part(launcher) { border-radius: 8px }`);
        document.adoptedStyleSheets = [sheet]; }"""
    )
    look = Widget(portal).launcher.evaluate(
        """button => { const { backgroundColor, right, borderRadius } = getComputedStyle(button);
                       return [backgroundColor, right, borderRadius]; }"""
    )
    assert look == ["rgb(140, 29, 24)", "60px", "8px"]


def test_the_parts_named_are_there(widget: Widget) -> None:
    widget.ask(QUESTION)
    parts = "launcher panel header log input send answer quote cite"
    assert (
        f"<code>{parts}</code>"
        in widget.page.request.get(widget.page.url.replace("/demo", "/embed")).text()
    )
    for part in parts.split():
        expect(widget.root.locator(f"[part={part}]").first).to_be_attached()


def test_a_snippet_is_copied_whole(open_page: Opened, snippets: dict[str, str]) -> None:
    page = open_page("/embed", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="复制小窗代码").click()
    expect(page.get_by_role("status")).to_have_text("已复制")
    assert page.evaluate("navigator.clipboard.readText()") == snippets["script"]


def test_the_command_prints_the_hash_that_the_page_shows(snippets: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "flask", "widget-hash"], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == script_hash()
    assert script_hash() in snippets["pinned"]
