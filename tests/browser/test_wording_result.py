"""The result of a check in a browser: short, by key and without scripts, back to the draft."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import Opened
from tests.browser.desk import StaffRoom, check_draft, signed_in
from tests.browser.widget import scrolls_sideways
from tests.chatbot.desk.wording.speech import ALTERED, INVENTED, SPEECH, TRUE, TYPED_OTHERWISE
from tests.conftest import picture

SCREEN, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 640}
COUNTS = {
    "实质": len(ALTERED),
    "未见": len(INVENTED),
    "一致": len(TRUE),
    "标点": len(TYPED_OTHERWISE),
}


@pytest.fixture
def result(open_page: Opened, room: StaffRoom) -> Page:
    page = signed_in(open_page, room, "reviewer", "/desk/wording", viewport=SCREEN)
    check_draft(page, SPEECH)
    page.wait_for_load_state("networkidle")  # the table of keys is there
    return page


def current(page: Page) -> str:
    """The finding that the list is at; its words in the draft are marked."""
    number = page.locator(".paper .current").get_attribute("id") or ""
    expect(page.locator(f"#f{number[1:]} > details")).to_have_attribute("open", "")
    return number[1:]


def test_the_result_of_a_speech_is_three_screens_high_at_most(result: Page) -> None:
    picture(result, "desk wording result")
    assert result.evaluate("document.documentElement.scrollHeight") <= 3 * SCREEN["height"]
    for name, count in COUNTS.items():
        expect(result.get_by_role("link", name=f"{name} {count}", exact=True)).to_be_visible()
    assert len(result.locator(".card > details[open]").all()) == 0
    shown = [one for one in result.locator(".card").all() if one.is_visible()]
    assert len(shown) == len(ALTERED) + len(INVENTED)
    assert violations(result) == []


def test_findings_stand_beside_the_draft_and_on_a_phone_below_it(result: Page) -> None:
    paper, told = (result.locator(name).bounding_box() for name in (".paper", ".told"))
    assert paper and told
    assert told["x"] >= paper["x"] + paper["width"]
    result.set_viewport_size({"width": PHONE["width"], "height": PHONE["height"]})
    paper, told = (result.locator(name).bounding_box() for name in (".paper", ".told"))
    assert paper and told
    assert told["y"] >= paper["y"] + paper["height"]
    assert not scrolls_sideways(result)
    picture(result, "desk wording result phone")
    assert violations(result) == []


def test_keys_and_buttons_lead_from_finding_to_finding(result: Page) -> None:
    numbers = [(one.get_attribute("id") or "")[1:] for one in result.locator(".card").all()]
    result.keyboard.press("j")
    assert current(result) == numbers[0]
    result.keyboard.press("j")
    result.get_by_role("button", name="下一处").click()
    assert current(result) == numbers[2]
    result.keyboard.press("k")
    result.get_by_role("button", name="上一处").click()
    assert current(result) == numbers[0]
    expect(result.locator(".card > details[open]")).to_have_count(1)
    result.get_by_role("link", name="改一改").click()
    expect(result.get_by_label("粘贴文稿")).to_be_focused()
    result.keyboard.type("jk")
    assert current(result) == numbers[0]


def test_a_filter_shows_one_kind_and_gives_the_others_back(result: Page) -> None:
    groups = result.locator(".group:visible")
    link = result.get_by_role("link", name=f"标点 {COUNTS['标点']}", exact=True)
    link.click()
    expect(groups).to_have_count(1)
    expect(result.locator(".card:visible")).to_have_count(COUNTS["标点"])
    result.keyboard.press("j")
    assert result.locator(f"#f{current(result)}.small").count() == 1
    link.click()
    expect(groups).to_have_count(5)


def test_a_finding_leads_back_to_its_words_in_the_draft_to_be_changed(result: Page) -> None:
    altered = ALTERED["可以"]
    result.locator(".said", has_text="各单位").first.click()
    result.locator(f"#f{current(result)}").get_by_role("link", name="改这一处").click()
    field = result.get_by_label("粘贴文稿")
    expect(field).to_be_focused()
    expect(field).to_have_value(SPEECH)
    assert result.evaluate("getSelection().toString()") == altered
    result.keyboard.insert_text(altered.replace("可以", "要"))
    result.get_by_role("button", name="核对", exact=True).click()
    expect(result.get_by_role("link", name=f"实质 {COUNTS['实质'] - 1}")).to_be_visible()


def test_without_scripts_a_filter_opens_what_is_folded(open_page: Opened, room: StaffRoom) -> None:
    page = signed_in(open_page, room, "reviewer", "/desk/wording", java_script_enabled=False)
    check_draft(page, SPEECH)
    quiet = page.locator("#form .card").first
    expect(quiet).to_be_hidden()
    page.get_by_role("link", name=f"标点 {COUNTS['标点']}", exact=True).click()
    expect(quiet).to_be_visible()
    quiet.locator("summary").first.click()
    expect(quiet.locator(".match").first).to_be_visible()
