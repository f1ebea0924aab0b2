"""What to do next, in a browser: written by an editor, read and called by a citizen, then gone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import Opened
from tests.browser.desk import StaffRoom, signed_in
from tests.browser.test_desk import BOTH, blameless
from tests.browser.widget import Widget

LIST = "/desk/guidance"
QUESTION = "怎么办理收养登记？"


@pytest.fixture
def written(open_page: Opened, room: StaffRoom) -> Iterator[Page]:
    """The list of an editor who has written a guide; withdrawn afterwards."""
    page = signed_in(open_page, room, "editor", LIST)
    page.get_by_role("link", name="写一条新的").click()
    page.get_by_label("主题").fill("收养、收养登记")
    page.get_by_label("到哪里办").fill("市民政局婚姻登记处")
    page.get_by_label("电话").fill("0753-2180000、12345")
    page.get_by_label("要带的材料").fill("户口簿\n身份证")
    page.get_by_label("网上办理").fill("https://www.example.gov.cn/shouyang")
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_role("heading", name="收养、收养登记")).to_be_visible()
    yield page
    page.goto(page.url.partition("/desk")[0] + LIST)
    page.get_by_label("撤回：收养").first.click()
    page.get_by_role("button", name="确认撤回").click()
    expect(page.get_by_text("还没有办事指引")).to_be_visible()


@BOTH
@pytest.mark.usefixtures("written")
def test_no_page_of_guidance_is_blamed(
    open_page: Opened, room: StaffRoom, viewport: dict[str, int]
) -> None:
    page = signed_in(open_page, room, "editor", f"{LIST}?tried=收养登记", viewport=viewport)
    expect(page.locator(".sum")).to_contain_text("（收养）")
    blameless(page, "guidance")
    page.get_by_role("link", name="核对、修改").click()
    blameless(page, "guidance form")
    page.get_by_label("电话").fill("打给小王")
    page.get_by_role("button", name="核对无误，保存").click()
    expect(page.get_by_role("alert")).to_contain_text("电话不对")
    blameless(page, "guidance refused")


@pytest.mark.usefixtures("written")
def test_a_citizen_finds_what_to_do_next_framed_apart(widget: Widget) -> None:
    frame = widget.ask(QUESTION).locator(".guidance")
    expect(frame.locator(".guided")).to_have_text("办事指引：收养（工作人员提供，不是规划原文）")
    expect(frame.get_by_role("link", name="0753-2180000")).to_have_attribute(
        "href", "tel:0753-2180000"
    )
    expect(frame.get_by_role("link", name="去网上办")).to_have_attribute("rel", "noopener")
    assert widget.panel.locator(".quotes .guidance").count() == 0
    assert violations(widget.page) == []


@pytest.mark.usefixtures("written")
def test_without_scripts_it_is_shown_as_well(open_page: Opened) -> None:
    page = open_page("/ask", java_script_enabled=False)
    page.get_by_label("想问什么").fill(QUESTION)
    page.get_by_role("button", name="提问", exact=True).click()
    expect(page.locator(".guidance")).to_contain_text("市民政局婚姻登记处")
