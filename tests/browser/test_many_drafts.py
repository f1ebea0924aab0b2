"""Many drafts in a browser: progress is seen, a restart loses nothing, the last page sums up."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Opened
from tests.browser.desk import StaffRoom, check_draft, sign_in, signed_in
from tests.browser.test_desk import BOTH, DRAFT, blameless
from tests.conftest import running

MANY = "/desk/wording/many"
TEXTS = {
    "讲话.txt": "持续开展民政系统职业道德教育。",
    "答复.txt": "各级党委、政府每年听取两次民政工作汇报，及时研究解决民政工作中的重大事项。",
    "坏.docx": "这不是 Word 文件。",
}


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [tmp_path / name for name in TEXTS]


def send(page: Page, files: list[Path]) -> None:
    page.get_by_label("要核对的文件").set_input_files(files)
    page.get_by_role("button", name="上传并核对").click()
    page.locator("#batch").wait_for()


def test_three_files_go_by_themselves_to_one_page_and_one_workbook(
    open_page: Opened, room: StaffRoom, files: list[Path], complaints: list[str]
) -> None:
    page = signed_in(open_page, room, "reviewer", MANY)
    seen: list[str] = []
    page.on("response", lambda reply: seen.append(reply.url) if "/next" in reply.url else None)
    send(page, files)
    expect(page.locator(".sum")).to_contain_text("3 份都办完了：实质出入 1，未见 0")
    expect(page.locator(".sum")).to_contain_text("1 份没有核对成")
    assert len(seen) == 3, "one draft a request"
    assert [line.split()[0] for line in page.locator("#drafts tr").all_inner_texts()] == [
        "答复.txt",
        "讲话.txt",
        "坏.docx",
    ]
    page.get_by_text("1 处实质出入，放在一起看").click()
    with page.expect_download() as started:
        page.get_by_role("link", name="导出表格").click()
    assert started.value.suggested_filename == "多份文稿核对表.xlsx"
    page.locator("#drafts a").first.click()
    expect(page.locator(".kept")).to_contain_text("回到这一批文稿")
    assert complaints == []


def test_without_scripts_a_button_checks_the_next_and_the_page_says_how_many_are_left(
    open_page: Opened, room: StaffRoom, files: list[Path]
) -> None:
    page = signed_in(open_page, room, "reviewer", MANY, java_script_enabled=False)
    send(page, files)
    for percent, left in ((0, 3), (33, 2), (66, 1)):
        expect(page.locator(".sum")).to_contain_text(f"还有 {left} 份（{percent}%）")
        page.get_by_role("button", name="继续核对下一份").focus()
        page.keyboard.press("Enter")
    expect(page.locator(".sum")).to_contain_text("3 份都办完了")


def test_the_line_breaks_in_the_middle_and_the_page_goes_on_when_it_is_back(
    open_page: Opened, room: StaffRoom, files: list[Path]
) -> None:
    page = signed_in(open_page, room, "reviewer", MANY)
    page.route("**/next", lambda route: route.abort())
    send(page, files)
    expect(page.locator("#progress-told")).to_contain_text("暂时连不上服务器")
    expect(page.locator("#progress")).to_have_attribute("value", "0")
    page.unroute("**/next")
    expect(page.locator(".sum")).to_contain_text("3 份都办完了", timeout=15_000)


def test_a_restart_in_the_middle_loses_nothing(
    browser: Browser, server: str, server_settings: dict[str, str], tmp_path: Path
) -> None:
    assert server, "its index is built"
    data = tmp_path / "data"
    shutil.copytree(server_settings["PLANBOT_DATA"], data)
    settings = server_settings | {"PLANBOT_DATA": str(data)}
    files = [tmp_path / f"{number}.txt" for number in range(20)]
    for number, file in enumerate(files):
        file.write_text(
            f"{TEXTS['讲话.txt']}\n今年全市将新建{number}个长者饭堂。", encoding="utf-8"
        )
    context = browser.new_context(locale="zh-CN")
    page = context.new_page()
    with running(settings) as address:
        page.goto(f"{address}{MANY}")
        sign_in(page, StaffRoom(settings).account("restart", "reviewer"))
        send(page, files)
        expect(page.locator("#progress")).not_to_have_attribute("value", "0")
    expect(page.locator("#progress-told")).to_contain_text("暂时连不上服务器")
    with running(settings, int(address.rpartition(":")[2])):
        expect(page.locator(".sum")).to_contain_text("20 份都办完了", timeout=90_000)
        expect(page.locator(".sum")).to_contain_text("未见 20，只是标点写法 0，一致 20")
        context.close()


@BOTH
def test_no_page_of_saved_checks_is_blamed(
    open_page: Opened, room: StaffRoom, files: list[Path], viewport: dict[str, int]
) -> None:
    page = signed_in(open_page, room, "reviewer", "/desk/wording", viewport=viewport)
    check_draft(page, DRAFT)
    page.get_by_text("保存这次核对").click()
    blameless(page, "wording to save")
    page.get_by_label("名称").fill("开幕讲话")
    page.get_by_role("button", name="保存", exact=True).click()
    expect(page.locator(".kept-name")).to_have_text("开幕讲话")
    page.get_by_text("改名", exact=True).first.click()
    blameless(page, "wording saved")
    page.goto(page.url.partition("/desk")[0] + MANY)
    blameless(page, "many")
    send(page, files)
    expect(page.locator(".sum")).to_contain_text("3 份都办完了")
    page.get_by_text("放在一起看").click()
    blameless(page, "many done")
    page.get_by_role("link", name="保存的核对").click()
    blameless(page, "saved")


def test_a_saved_check_is_renamed_and_deleted_by_keyboard(
    open_page: Opened, room: StaffRoom
) -> None:
    page = signed_in(open_page, room, "reviewer", "/desk/wording", java_script_enabled=False)
    check_draft(page, DRAFT)
    page.get_by_text("保存这次核对").focus()
    page.keyboard.press("Enter")
    for key in ("Tab", "Tab", "Enter"):
        page.keyboard.press(key)
    page.locator(".kept").wait_for()
    address = page.url
    page.get_by_text("删除", exact=True).focus()
    for key in ("Enter", "Tab", "Enter"):
        page.keyboard.press(key)
    expect(page.get_by_role("heading", name="保存的核对")).to_be_visible()
    page.goto(address)
    expect(page.get_by_text("没有这份保存的核对")).to_be_visible()
