"""Two versions in a browser: what differs is marked, reached by keyboard, and taken along."""

import io
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opened
from tests.browser.desk import StaffRoom, signed_in
from tests.browser.test_desk import BOTH, MEIZHOU, PHONE, blameless
from tests.conftest import picture

WORKPLAN = "civil-affairs-14fyp-drafting-workplan"
STORED = "各级党委、政府每年听取一次民政工作汇报"


def stored_text(page: Page, server: str) -> str:
    return str(page.request.get(f"{server}/api/documents/{MEIZHOU}").json()["text"])


def compare_with(page: Page, text: str, folder: Path) -> None:
    """Choose the plan as the old version and send `text` as the new one."""
    file = folder / "正式稿.txt"
    file.write_text(text, encoding="utf-8")
    page.get_by_label("现有文件里的旧版").select_option(MEIZHOU)
    page.get_by_label("或者上传新版").set_input_files(file)
    page.get_by_role("button", name="比较", exact=True).click()
    page.locator(".sum").wait_for()


@BOTH
def test_no_page_of_versions_is_blamed(
    open_page: Opened, room: StaffRoom, viewport: dict[str, int]
) -> None:
    page = signed_in(open_page, room, "reviewer", "/desk/compare", viewport=viewport)
    blameless(page, "compare")
    page.get_by_role("button", name="比较", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("还没有选旧版")
    blameless(page, "compare refused")
    page.get_by_label("现有文件里的旧版").select_option(MEIZHOU)
    page.get_by_label("现有文件里的新版").select_option(WORKPLAN)
    page.get_by_role("button", name="比较", exact=True).click()
    expect(page.locator(".sum")).to_contain_text("处改动")
    assert f"old={MEIZHOU}&new={WORKPLAN}" in page.url
    expect(page.get_by_text("可能不是同一份文件的两个版本")).to_be_visible()
    for details in page.locator("main details").all()[:3]:
        details.locator("summary").first.click()
    # Blaming a page of a thousand changes takes long: each width does it in one size of letters.
    if viewport == PHONE:
        page.get_by_role("button", name="长辈版").click()
    blameless(page, "compared")
    picture(page, f"desk compared {viewport['width']}")


@pytest.mark.parametrize("edit", [("一", "两"), ("各级", "各界")])
def test_a_change_of_one_character_is_marked_by_word_and_sign(
    open_page: Opened, room: StaffRoom, server: str, tmp_path: Path, edit: tuple[str, str]
) -> None:
    page = signed_in(open_page, room, "reviewer", "/desk/compare")
    text = stored_text(page, server)
    assert STORED in text
    compare_with(page, text.replace(STORED, STORED.replace(*edit, 1)), tmp_path)
    expect(page.locator(".sum")).to_contain_text("共 1 处改动，其中实质改动 1 处")
    gone, come = (page.locator(f".compared {name}").text_content() or "" for name in ("del", "ins"))
    difference = {*edit[0]} ^ {*edit[1]}
    assert difference & {*edit[0]} <= {*gone}
    assert difference & {*edit[1]} <= {*come}
    sign = page.locator(".compared .sign.changed")
    assert "≠" in sign.evaluate("s => getComputedStyle(s, '::before').content")
    lines = page.locator(".compared del").evaluate("d => getComputedStyle(d).textDecorationLine")
    assert lines == "none", "a line through 二 makes 三 of it"


def test_a_document_beside_itself_is_said_to_be_the_same(
    open_page: Opened, room: StaffRoom
) -> None:
    page = signed_in(open_page, room, "reviewer", f"/desk/compare?old={MEIZHOU}&new={MEIZHOU}")
    expect(page.locator(".sum")).to_have_text("两份文件的文字完全一样，没有改动。")
    expect(page.locator(".row")).to_have_count(0)


def test_what_is_copied_is_the_stored_text_and_a_formal_citation(
    open_page: Opened, room: StaffRoom, server: str, tmp_path: Path
) -> None:
    rights = ["clipboard-read", "clipboard-write"]
    page = signed_in(open_page, room, "reviewer", "/desk/compare", permissions=rights)
    text = stored_text(page, server)
    compare_with(page, text.replace("每年听取一次", "每年听取两次"), tmp_path)
    page.locator(".row .cites summary").first.click()
    page.get_by_role("button", name="复制旧版原文").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied in text
    assert STORED in copied
    page.get_by_role("button", name="复制旧版引用格式").click()
    cited = page.evaluate("navigator.clipboard.readText()")
    assert cited.startswith("《梅州市民政事业发展“十四五”规划(征求意见稿)摘要》第")
    page.locator("#c1 .old .at a").click()
    assert STORED in (page.locator("#mark").text_content() or "")


def test_by_keyboard_and_without_scripts_every_change_is_reached(
    open_page: Opened, room: StaffRoom
) -> None:
    address = f"/desk/compare?old={MEIZHOU}&new={WORKPLAN}"
    page = signed_in(open_page, room, "reviewer", address, java_script_enabled=False)
    page.get_by_role("link", name="到第一处").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#c1")).to_be_in_viewport()
    page.locator("#c1").get_by_role("link", name="下一处").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#c2")).to_be_in_viewport()
    page.get_by_role("button", name="只看实质改动").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[aria-current=true]")).to_have_text("只看实质改动")
    expect(page.locator(".fold")).to_have_count(0)
    page.locator(".where a").first.click()
    expect(page.locator(".row:target")).to_be_in_viewport()


def test_an_uploaded_version_is_filtered_and_taken_along_without_sending_it_again(
    open_page: Opened, room: StaffRoom, server: str, tmp_path: Path
) -> None:
    page = signed_in(open_page, room, "reviewer", "/desk/compare", java_script_enabled=False)
    text = stored_text(page, server).replace("每年听取一次", "每年听取两次")
    compare_with(page, text.replace("职业道德教育", "职业素养教育", 1), tmp_path)
    listed = page.locator(".compared > .row")
    assert listed.count() == 2
    page.get_by_role("button", name="数字", exact=True).click()
    expect(listed).to_have_count(1)
    with page.expect_download() as started:
        page.get_by_role("button", name="Word 对照表").click()
    assert started.value.suggested_filename == "对照表.docx"
    content = Path(started.value.path()).read_bytes()
    rows = docx.Document(io.BytesIO(content)).tables[0].rows
    shown = page.locator(".compared > .row .text").all_text_contents()
    cells = [cell.text for row in rows[1:] for cell in row.cells]
    assert {*shown} <= {*cells}


def test_the_button_says_that_comparing_goes_on(open_page: Opened, room: StaffRoom) -> None:
    page = signed_in(open_page, room, "reviewer", "/desk/compare")
    page.get_by_label("现有文件里的旧版").select_option(MEIZHOU)
    page.get_by_label("现有文件里的新版").select_option(WORKPLAN)
    # The answer is held back until the button was looked at.
    page.evaluate(
        "document.querySelector('form.fields').addEventListener('submit', e => e.preventDefault())"
    )
    page.get_by_role("button", name="比较", exact=True).click()
    expect(page.get_by_role("button", name="正在比较…")).to_be_visible()
    expect(page.get_by_role("status")).to_have_text("正在比较…")


def test_a_hostile_file_is_shown_as_words(
    open_page: Opened, room: StaffRoom, complaints: list[str], tmp_path: Path
) -> None:
    hostile = '<script>alert(1)</script>"><img src=x onerror=alert(1)></textarea>坚持人民至上。'
    page = signed_in(open_page, room, "reviewer", "/desk/compare")
    page.on("dialog", lambda dialog: complaints.append(dialog.message))
    compare_with(page, f"某规划\n一、总体要求\n{hostile}", tmp_path)
    assert page.locator("main :is(script, img)").count() == 0
    shown = "".join(page.locator(".compared .new .text").all_text_contents())
    assert "<script>alert(1)</script>" in shown
    assert complaints == []


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("/desk/concordance?words=大养老", "导出 Word"),
        ("/desk/explain?question=大养老", "导出 Word"),
    ],
)
def test_other_results_are_taken_along_too(
    open_page: Opened, room: StaffRoom, address: str, link: str
) -> None:
    page = signed_in(open_page, room, "reviewer", address)
    with page.expect_download() as started:
        page.get_by_role("link", name=link).click()
    assert docx.Document(str(started.value.path())).tables


def test_the_citation_of_a_context_is_copied(open_page: Opened, room: StaffRoom) -> None:
    rights = ["clipboard-read", "clipboard-write"]
    address = "/desk/concordance?words=大养老"
    page = signed_in(open_page, room, "reviewer", address, permissions=rights)
    page.get_by_role("button", name="复制引用格式").first.click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator("cite").first.text_content()
    assert copied.startswith("《")
