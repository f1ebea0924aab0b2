"""Questions and pinned answers in a browser: by keyboard, without scripts, nothing to blame."""

import json
import re
from urllib.parse import quote
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import Opened
from tests.browser.desk import StaffRoom, sign_in, signed_in
from tests.browser.test_desk import BOTH, blameless
from tests.browser.widget import scrolls_sideways
from tests.conftest import picture

LIST, FORM = "/desk/questions", "/desk/pin"
REFUSED, ANSWERED = "摩托车牌照怎么领？", "大养老体系怎么建？"
HOSTILE = '<img src=x onerror="alert(1)"><script>alert(1)</script>养老院收费吗？'


@pytest.fixture(autouse=True)
def asked(page: Page, server: str) -> None:
    """What citizens asked before, on the server of all tests."""
    for question in (REFUSED, ANSWERED, HOSTILE):
        reply = page.request.post(f"{server}/api/answers", data={"question": question})
        assert reply.ok


def pinned(page: Page, question: str, words: str) -> None:
    """Pin the first passage found by these words; by keyboard alone."""
    page.get_by_label("居民怎样问").focus()
    page.keyboard.insert_text(question)
    for _ in range(2):
        page.keyboard.press("Tab")
    page.keyboard.insert_text(words)
    page.keyboard.press("Enter")
    page.get_by_role("link", name="从这里选").first.focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="确认指定").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/desk/pins**")


def asked_anew(server: str, question: str) -> str:
    """The first quote of the answer, asked over a new connection: any worker may get it."""
    body = json.dumps({"question": question}).encode()
    kind = {"Content-Type": "application/json"}
    with urlopen(Request(f"{server}/api/answers", body, kind), timeout=10) as reply:  # noqa: S310
        cited = json.load(reply)["citations"]
    return str(cited[0]["quote"]) if cited else ""


def withdraw(page: Page, question: str) -> None:
    page.goto(page.url.partition("/desk")[0] + "/desk/pins")
    card = page.locator(".asked-pages > .asked-list > li").filter(has_text=question)
    card.locator("summary").focus()
    page.keyboard.press("Enter")
    card.get_by_role("button", name="确认撤回").focus()
    page.keyboard.press("Enter")
    expect(card).to_have_count(0)


@BOTH
def test_no_page_about_questions_is_blamed(
    open_page: Opened, room: StaffRoom, viewport: dict[str, int]
) -> None:
    page = signed_in(open_page, room, "editor", LIST, viewport=viewport)
    expect(page.get_by_role("heading", name=REFUSED)).to_be_visible()
    blameless(page, "questions")
    page.get_by_role("link", name="没答上的").click()
    page.locator(".gaps summary").first.click()
    blameless(page, "questions gaps")
    page.get_by_role("link", name="图表").click()
    page.get_by_text("看每天的数字").click()
    blameless(page, "questions charts")
    page.get_by_role("link", name="指定答复", exact=True).click()
    page.get_by_role("link", name="新的指定答复").click()
    blameless(page, "pin form empty")
    page.get_by_label("居民怎样问").fill(REFUSED)
    page.get_by_label("用哪些词找原文").fill("养老服务体系")
    page.get_by_role("button", name="查找原文").click()
    page.get_by_text("按目录选").click()
    blameless(page, "pin form found")
    page.get_by_role("link", name="从这里选").first.click()
    blameless(page, "pin form seen")
    page.get_by_label("居民怎样问").fill("你好")
    page.get_by_role("button", name="查找原文").click()
    page.get_by_role("link", name="从这里选").first.click()
    expect(page.get_by_role("alert")).to_contain_text("看不出要问哪件事")
    blameless(page, "pin form refused")


@BOTH
def test_no_page_about_words_is_blamed(
    open_page: Opened, room: StaffRoom, viewport: dict[str, int]
) -> None:
    page = signed_in(open_page, room, "editor", "/desk/words", viewport=viewport)
    expect(page.get_by_role("heading", name="摩托车")).to_be_visible()
    blameless(page, "words")
    page.goto(page.url + f"/try?said={quote('摩托车牌照')}&written={quote('养老服务')}&grade=same")
    expect(page.get_by_role("status")).to_contain_text("试了居民问过的")
    blameless(page, "words tried")


@BOTH
def test_in_large_letters_the_pages_still_fit(
    open_page: Opened, room: StaffRoom, viewport: dict[str, int]
) -> None:
    page = signed_in(open_page, room, "editor", LIST, viewport=viewport)
    page.get_by_role("button", name="长辈版").click()
    search = f"{FORM}?question={quote(REFUSED)}&find={quote('养老服务体系')}"
    for name, address in (
        ("list", LIST),
        ("gaps", f"{LIST}/gaps"),
        ("charts", f"{LIST}/charts"),
        ("words", "/desk/words"),
        ("form", search),
    ):
        page.goto(page.url.partition("/desk")[0] + address)
        if name == "form":
            page.get_by_role("link", name="从这里选").first.click()
        expect(page.locator("html")).to_have_class(re.compile("large"))
        assert not scrolls_sideways(page), name
        assert violations(page) == [], name
        picture(page, f"desk questions {name} elder {viewport['width']}")


def test_an_answer_is_pinned_and_withdrawn_by_keyboard_and_without_scripts(
    open_page: Opened, room: StaffRoom, server: str
) -> None:
    question = "义工培训归哪里管？"
    page = signed_in(open_page, room, "editor", FORM, java_script_enabled=False)
    pinned(page, question, "职业道德教育")
    shown = page.locator(".asked-list > li", has_text=question).locator("blockquote p").inner_text()
    citizen = open_page("/ask", java_script_enabled=False)
    citizen.get_by_label("想问什么").fill(f"请问{question}")
    citizen.get_by_role("button", name="提问", exact=True).click()
    words = citizen.locator(".quotes blockquote p").text_content() or ""
    assert words.split() == shown.split()
    answer = page.request.post(f"{server}/api/answers", data={"question": question}).json()
    (cited,) = answer["citations"]
    stored = page.request.get(f"{server}/api/documents/{cited['document']['id']}").json()["text"]
    assert stored[cited["start"] : cited["end"]] == cited["quote"] == words
    assert {asked_anew(server, question) for _ in range(12)} == {words}, "every worker serves it"
    citizen.get_by_role("link", name="查看原文").first.click()
    assert (citizen.locator("#mark").first.text_content() or "") in words
    withdraw(page, question)
    assert {asked_anew(server, question) for _ in range(12)} == {""}


def test_a_mark_is_set_and_taken_back_without_scripts(open_page: Opened, room: StaffRoom) -> None:
    page = signed_in(open_page, room, "reviewer", LIST, java_script_enabled=False)
    card = page.locator(".asked-list > li", has=page.get_by_role("heading", name=REFUSED))
    card.locator("summary").click()
    card.get_by_label("怎样处理的").fill("已转交警")
    card.get_by_role("button", name="标为已处理").click()
    expect(card.locator(".handled")).to_contain_text("reviewer 标为已处理：已转交警")
    card.get_by_role("button", name="改回待处理").click()
    expect(card.locator(".handled")).to_have_count(0)


def test_a_reviewer_finds_no_way_to_pin(open_page: Opened, room: StaffRoom) -> None:
    page = signed_in(open_page, room, "reviewer", LIST)
    expect(page.get_by_role("link", name="指定答复")).to_have_count(1)
    page.get_by_role("link", name="指定答复").click()
    expect(page.get_by_role("link", name="新的指定答复")).to_have_count(0)
    page.goto(page.url.removesuffix("s"))
    expect(page.get_by_text("没有这项权限")).to_be_visible()


def test_a_hostile_question_is_shown_as_words(
    open_page: Opened, room: StaffRoom, complaints: list[str]
) -> None:
    page = open_page(LIST)
    page.on("dialog", lambda dialog: complaints.append(dialog.message))
    sign_in(page, room.account("editor", "editor"))
    expect(page.get_by_role("heading", name=HOSTILE)).to_be_visible()
    for address in (f"{LIST}/gaps?handled=", f"{FORM}?question={quote(HOSTILE)}"):
        page.goto(page.url.partition("/desk")[0] + address)
        assert page.locator("main :is(script, img)").count() == 0
    expect(page.get_by_label("居民怎样问")).to_have_value(HOSTILE)
    assert complaints == []


def test_exports_are_files_of_the_questions_shown(open_page: Opened, room: StaffRoom) -> None:
    page = signed_in(open_page, room, "reviewer", f"{LIST}?outcome=not_found")
    for link, name in (("Excel", "居民提问.xlsx"), ("CSV", "居民提问.csv")):
        with page.expect_download() as download:
            page.get_by_role("link", name=link).click()
        assert download.value.suggested_filename == name
        assert download.value.path().stat().st_size > 0
