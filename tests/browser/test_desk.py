"""The staff desk in a browser: sign-in, a draft marked sentence by sentence, nothing to blame."""

import re
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import Opened
from tests.browser.desk import StaffRoom, check_draft, sign_in, signed_in
from tests.browser.test_readable import FAINT, SMALL
from tests.browser.widget import scrolls_sideways
from tests.conftest import picture

PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
MEIZHOU = "meizhou-civil-affairs-14fyp-draft-summary"
DRAFT = (
    "《梅州市民政事业发展“十四五”规划》第三部分提出，持续开展民政系统职业道德教育。\n"
    "各级党委、政府每年听取两次民政工作汇报,及时研究解决民政工作中的重大事项、重大问题。\n"
    "完善民政领域的社会治理，发挥民政在基层社会治理中的职责作用，创新基层社会治理体制机制，"
    "提升基本社会服务水平。\n今年全市将新建五十个长者饭堂。"
)
BOTH = pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])


def blameless(page: Page, name: str) -> None:
    width = (page.viewport_size or DESK)["width"]
    picture(page, f"desk {name} {width}")
    assert violations(page) == []
    assert page.evaluate(FAINT) == []
    if width == PHONE["width"]:
        assert page.evaluate(SMALL) == []
    assert not scrolls_sideways(page)


@BOTH
def test_no_page_of_a_reviewer_is_blamed(
    open_page: Opened, room: StaffRoom, viewport: dict[str, int]
) -> None:
    page = open_page("/desk", viewport=viewport)
    blameless(page, "sign-in")
    sign_in(page, room.account("reviewer", "reviewer"), "wrong-password")
    expect(page.get_by_role("alert")).to_contain_text("账号或密码不对")
    blameless(page, "sign-in refused")
    sign_in(page, "reviewer")
    expect(page.get_by_role("heading", name="工作台")).to_be_visible()
    blameless(page, "home")
    page.get_by_role("link", name="核对文稿").first.click()
    blameless(page, "wording")
    check_draft(page, DRAFT)
    blameless(page, "wording checked")
    page.goto(page.url)
    page.get_by_role("button", name="核对", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("还没有文稿")
    blameless(page, "wording refused")


@BOTH
def test_the_concordance_is_not_blamed(
    open_page: Opened, room: StaffRoom, viewport: dict[str, int]
) -> None:
    page = signed_in(open_page, room, "reviewer", "/desk/concordance", viewport=viewport)
    blameless(page, "concordance")
    page.get_by_label("用语").fill("养老服务")
    page.get_by_label("用语").press("Enter")
    expect(page.locator(".sum")).to_contain_text("共 ")
    blameless(page, "concordance found")
    page.get_by_role("button", name="长辈版").click()
    assert not scrolls_sideways(page)
    picture(page, f"desk concordance elder {viewport['width']}")
    assert violations(page) == []
    if viewport == DESK:
        page.get_by_role("button", name="长辈版").click()
        lefts = page.locator(".kwic b").evaluate_all(
            "all => all.map(b => { const x = b.getBoundingClientRect(); return x.left + x.right; })"
        )
        assert max(lefts) - min(lefts) <= 2, "the word stands in the middle of every line"
        clipped = page.locator(".kwic :is(.before, .after)").evaluate_all(
            "all => all.filter(side => side.scrollWidth > side.clientWidth + 1).length"
        )
        assert clipped == 0


def test_a_line_of_the_concordance_opens_the_reader_at_its_words(
    open_page: Opened, room: StaffRoom
) -> None:
    page = signed_in(
        open_page, room, "reviewer", "/desk/concordance?words=大养老", java_script_enabled=False
    )
    page.locator(".kwic a").first.click()
    expect(page.locator("#mark")).to_have_text("大养老")
    expect(page.locator("#mark")).to_be_in_viewport()


@BOTH
def test_the_trail_is_not_blamed(
    open_page: Opened, room: StaffRoom, viewport: dict[str, int]
) -> None:
    page = signed_in(open_page, room, "auditor", "/desk/audit", viewport=viewport)
    expect(page.get_by_role("cell", name="登录", exact=True).first).to_be_visible()
    blameless(page, "audit")


@BOTH
def test_in_large_letters_the_desk_still_fits(
    open_page: Opened, room: StaffRoom, viewport: dict[str, int]
) -> None:
    page = signed_in(open_page, room, "reviewer", "/desk/wording", viewport=viewport)
    page.get_by_role("button", name="长辈版").click()
    check_draft(page, DRAFT)
    # A function handed to the page is an eval, which the page's own policy forbids.
    expect(page.locator("body")).to_have_css("font-size", re.compile(r"^(2[4-9]|[3-9]\d)"))
    assert not scrolls_sideways(page)
    picture(page, f"desk elder {viewport['width']}")
    assert violations(page) == []


def test_each_finding_is_marked_by_a_word_and_a_shape(open_page: Opened, room: StaffRoom) -> None:
    page = signed_in(open_page, room, "reviewer", "/desk/wording")
    check_draft(page, DRAFT)
    expect(page.locator(".sum")).to_contain_text(
        "有出入 2，未见 1，逐字一致 0，一致（仅标点或全半角不同）1；出处不符 1"
    )
    tags = page.locator(".paper .tag").all_inner_texts()
    assert [" ".join(tag.split()) for tag in tags] == ["出处不符 1", "有出入 2", "未见 4"]
    told = [" ".join(one.split()) for one in page.locator(".card h3").all_text_contents()]
    assert told == ["1. 出处不符", "2. 有出入", "4. 未见", "3. 一致（仅标点或全半角不同）"]
    shapes = {
        page.locator(f".card .sign.{tone}").first.evaluate(
            "s => getComputedStyle(s, '::before').content"
        )
        for tone in ("differs", "small", "absent")
    }
    assert len(shapes) == 3
    page.locator(".paper .tag").nth(1).click()
    expect(page.locator("#f2 .match").first).to_be_in_viewport()
    expect(page.locator("#f1 .claimed")).to_contain_text("出处不符")


@pytest.mark.parametrize(("stored", "altered"), [("一", "两"), ("各级", "各界")])
def test_a_change_of_one_character_is_marked(
    open_page: Opened, room: StaffRoom, stored: str, altered: str
) -> None:
    sentence = "各级党委、政府每年听取一次民政工作汇报,及时研究解决民政工作中的重大事项、重大问题。"
    page = signed_in(open_page, room, "reviewer", "/desk/wording")
    check_draft(page, sentence.replace(stored, altered, 1))
    gone, come = (page.locator(f".paper {name}").text_content() or "" for name in ("del", "ins"))
    difference = set(stored) ^ set(altered)
    assert difference & set(stored) <= set(gone)
    assert difference & set(altered) <= set(come)
    assert page.locator(".paper .tag.differs").count() == 1


def test_what_is_copied_is_the_stored_text_and_a_formal_citation(
    open_page: Opened, room: StaffRoom, server: str
) -> None:
    rights = ["clipboard-read", "clipboard-write"]
    page = signed_in(open_page, room, "reviewer", "/desk/wording", permissions=rights)
    stored = page.request.get(f"{server}/api/documents/{MEIZHOU}").json()["text"]
    check_draft(page, DRAFT)
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    for number, button in enumerate(page.get_by_role("button", name="复制原文").all(), 1):
        button.click()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied in stored, number
    page.get_by_role("button", name="复制引用格式").first.click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == "《梅州市民政事业发展“十四五”规划(征求意见稿)摘要》第五部分(四)"
    page.get_by_role("link", name="在文件里看").first.click()
    expect(page.locator("#mark")).to_have_text("持续开展民政系统职业道德教育。")


def test_everything_works_without_scripts_and_by_keyboard(
    open_page: Opened, room: StaffRoom
) -> None:
    page = open_page("/desk/wording", java_script_enabled=False)
    room.account("reviewer", "reviewer")
    page.get_by_label("账号").focus()
    page.keyboard.type("reviewer")
    page.keyboard.press("Tab")
    page.keyboard.type("zhong-wen-mi-ma-2026")
    page.keyboard.press("Enter")
    page.get_by_label("粘贴文稿").focus()
    page.keyboard.insert_text(DRAFT)
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="核对", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".card")).to_have_count(4)


@pytest.mark.parametrize("kind", ["txt", "docx"])
def test_a_file_is_checked_like_its_text(
    open_page: Opened, room: StaffRoom, tmp_path: Path, kind: str
) -> None:
    file = tmp_path / f"讲话.{kind}"
    if kind == "txt":
        file.write_text(DRAFT, encoding="gb18030")
    else:
        document = docx.Document()
        for line in DRAFT.splitlines():
            document.add_paragraph(line)
        document.save(str(file))
    page = signed_in(open_page, room, "reviewer", "/desk/wording")
    page.get_by_label("或者上传文件").set_input_files(file)
    page.get_by_role("button", name="核对", exact=True).click()
    expect(page.locator(".sum")).to_contain_text("有出入 2，未见 1，")


def test_a_hostile_draft_is_shown_as_words(
    open_page: Opened, room: StaffRoom, complaints: list[str]
) -> None:
    hostile = '</textarea><script>alert(1)</script>"><img src=x onerror=alert(1)>持续开展民政系统。'
    page = signed_in(open_page, room, "reviewer", "/desk/wording")
    page.on("dialog", lambda dialog: complaints.append(dialog.message))
    check_draft(page, hostile)
    assert page.locator("main :is(script, img)").count() == 0
    expect(page.get_by_label("粘贴文稿")).to_have_value(hostile)
    assert "<script>alert(1)</script>" in (page.locator(".paper").text_content() or "")
    assert complaints == []


@BOTH
def test_the_set_phrases_are_not_blamed(
    open_page: Opened, room: StaffRoom, viewport: dict[str, int]
) -> None:
    page = signed_in(open_page, room, "reviewer", "/desk/phrases", viewport=viewport)
    page.locator("summary", has_text="大救助、大养老").first.click()
    blameless(page, "phrases")
    page.get_by_role("button", name="长辈版").click()
    assert not scrolls_sideways(page)
    picture(page, f"desk phrases elder {viewport['width']}")
    assert violations(page) == []


def test_a_set_phrase_opens_to_its_places_by_keyboard_and_without_scripts(
    open_page: Opened, room: StaffRoom
) -> None:
    page = signed_in(open_page, room, "reviewer", "/desk/phrases", java_script_enabled=False)
    page.get_by_label("含有的字").fill("一核四社")
    page.keyboard.press("Enter")
    expect(page.locator(".sum")).to_contain_text("共 1 条")
    page.locator("main summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#mark")).to_have_text("一核四社")
    expect(page.locator("#mark")).to_be_in_viewport()
