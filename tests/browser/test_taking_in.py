"""A plan is taken in with nothing but the screen: read, corrected, published, withdrawn."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Browser, Page, expect
from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
from reportlab.pdfbase.cidfonts import UnicodeCIDFont  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from index.reading import can_convert
from tests.browser.axe import violations
from tests.browser.desk import StaffRoom, sign_in
from tests.conftest import ROOT, build_index, running

RULES = (
    "青河县殡葬管理办法",
    "第一条 全县建公益性公墓两处。",
    "第二条 殡葬服务收费实行公示。",
    "第三条 本办法由青河县民政局负责解释。",
)
NEWS = (
    "青河县困难群众救助办法",
    "第一条 临时救助标准为每人一千元。",
    "第二条 由乡镇人民政府受理申请。",
)
CARE = ("青河县托育服务办法", "第一条 新建托育机构五家。", "第二条 托育机构实行备案。")
MOST_CLICKS = 25


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A server of its own: other tests count what is served."""
    folder = tmp_path_factory.mktemp("taking-in")
    plans = shutil.copytree(ROOT / "plan_texts", folder / "plans")
    return os.environ | {"PLANBOT_PLANS": str(plans), "PLANBOT_DATA": str(folder / "instance")}


@pytest.fixture(scope="module")
def bureau(settings: dict[str, str]) -> Iterator[str]:
    build_index(settings)
    with running(settings) as address:
        yield address


@pytest.fixture(scope="module")
def people(settings: dict[str, str]) -> StaffRoom:
    return StaffRoom(settings)


class Hand:
    """Somebody at the desk whose clicks are counted; choosing a file or a field is one, too."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.clicks = 0

    def press(self, role: str, name: str | re.Pattern[str]) -> None:
        self.page.locator("main").get_by_role(role, name=name, exact=True).first.click()  # type: ignore[arg-type]
        self.clicks += 1

    def open_list(self) -> None:
        self.page.locator("header").get_by_role("link", name="收入规划").first.click()
        self.clicks += 1

    def choose(self, label: str, file: Path) -> None:
        self.page.get_by_label(label, exact=True).first.set_input_files(file)
        self.clicks += 1

    def write(self, label: str, words: str) -> None:
        self.page.get_by_label(label, exact=True).fill(words)
        self.clicks += 1

    def publish(self, button: str = "公布", done: str = "已经公布") -> None:
        self.press("button", button)
        expect(self.page.get_by_role("heading", level=1)).to_have_text(done, timeout=60_000)
        assert violations(self.page) == []


@pytest.fixture
def hand(browser: Browser, bureau: str, people: StaffRoom) -> Hand:
    page = browser.new_context(locale="zh-CN").new_page()
    page.goto(f"{bureau}/desk")
    sign_in(page, people.account("publisher", "publisher"))
    return Hand(page)


def test_three_plans_go_the_whole_way_without_the_terminal(
    hand: Hand, bureau: str, tmp_path: Path
) -> None:
    page = hand.page
    cited = take_in_and_ask(hand, bureau, pdf(tmp_path / "办法.pdf", RULES))
    for file in (portal_page(tmp_path / "救助.html", NEWS), word(tmp_path / "托育.docx", CARE)):
        if "/builds/" not in page.url:  # where something was published the next is sent in
            hand.open_list()
        hand.choose("规划文件，一份或几份", file)
        hand.press("button", "上传")
        hand.publish()

    hand.press("link", "回到收入规划")
    page.get_by_label("换新版：青河县殡葬管理办法（试行）").click()
    newer = pdf(tmp_path / "新办法.pdf", [line.replace("两处", "三处") for line in RULES])
    page.locator("details[open]").get_by_label("新版文件").set_input_files(newer)
    hand.clicks += 2
    hand.press("button", "上传新版")
    hand.publish()
    page.goto(cited)
    expect(page.locator("mark").filter(has_text="公墓两处")).to_be_visible()
    expect(page.locator(".version")).to_contain_text("这是旧版")

    withdraw(hand, bureau, CARE[0])
    assert hand.clicks <= MOST_CLICKS, hand.clicks


def take_in_and_ask(hand: Hand, bureau: str, file: Path) -> str:
    """The address of a citation of a plan that was taken in with its title corrected."""
    page = hand.page
    hand.open_list()
    hand.choose("规划文件，一份或几份", file)
    hand.press("button", "上传")
    expect(page.get_by_role("heading", level=1)).to_have_text(RULES[0])
    expect(page.locator("img[data-page='1']")).to_be_visible()
    hand.write("标题", "青河县殡葬管理办法（试行）")
    hand.press("button", "保存信息")
    hand.publish()
    hand.press("link", "去问一个问题")
    page.get_by_label("想问什么？").fill("全县建几处公墓？")
    page.get_by_role("button", name="提问", exact=True).click()
    hand.clicks += 1
    expect(page.locator("blockquote").first).to_contain_text("全县建公益性公墓两处。")
    expect(page.get_by_text("青河县殡葬管理办法（试行）").first).to_be_attached()
    cited = str(page.get_by_role("link", name="查看原文").first.get_attribute("href"))
    page.goto(f"{bureau}/desk")
    return bureau + cited


def withdraw(hand: Hand, bureau: str, title: str) -> None:
    page = hand.page
    page.goto(f"{bureau}/desk")
    hand.open_list()
    page.get_by_label(f"撤下：{title}").click()
    page.locator("details[open]").get_by_label("为什么撤下").fill("已经废止")
    page.locator("details[open]").get_by_role("button", name="下一步：确认撤下").click()
    hand.clicks += 3
    hand.publish("确认撤下", "已经撤下")
    page.goto(f"{bureau}/plans")
    expect(page.get_by_role("main")).not_to_contain_text(title)


@pytest.mark.parametrize("size", [(1280, 900), (360, 640)])
def test_the_pages_of_taking_in_are_blameless(
    browser: Browser, bureau: str, people: StaffRoom, tmp_path: Path, size: tuple[int, int]
) -> None:
    width, height = size
    viewport = {"width": width, "height": height}
    page = browser.new_context(locale="zh-CN", viewport=viewport).new_page()  # type: ignore[arg-type]
    page.goto(f"{bureau}/desk/plans")
    sign_in(page, people.account("editor", "editor"))
    page.goto(f"{bureau}/desk/plans")
    assert violations(page) == []
    page.get_by_label("规划文件，一份或几份").set_input_files(
        portal_page(tmp_path / f"公告{width}.html", NEWS)
    )
    page.get_by_role("button", name="上传", exact=True).click()
    page.get_by_role("heading", name="读出来的样子").wait_for()
    here = page.url
    for address in ("", "?q=临时救助多少钱？", "/outline?show=all", "/text"):
        page.goto(here + address)
        assert violations(page) == [], address
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, f"{address}: {wide} px"


def test_without_scripts_all_of_it_can_be_done(
    browser: Browser, bureau: str, people: StaffRoom, tmp_path: Path
) -> None:
    page = browser.new_context(locale="zh-CN", java_script_enabled=False).new_page()
    page.goto(f"{bureau}/desk/plans")
    sign_in(page, people.account("publisher", "publisher"))
    page.goto(f"{bureau}/desk/plans")
    page.get_by_label("规划文件，一份或几份").set_input_files(word(tmp_path / "公园.docx", CARE))
    page.get_by_role("button", name="上传", exact=True).click()
    page.get_by_role("link", name="改提纲").click()
    page.get_by_label(re.compile("：第二条")).select_option("0")
    page.get_by_role("button", name="保存提纲").click()
    expect(page.get_by_role("status")).to_contain_text("提纲照改过的重新排了")
    page.get_by_role("main").get_by_role("link", name=CARE[0]).click()
    page.get_by_role("button", name="公布", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("已经公布", timeout=60_000)


def pdf(file: Path, lines: tuple[str, ...] | list[str]) -> Path:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    canvas = Canvas(str(file))
    canvas.setFont("STSong-Light", 20)
    canvas.drawCentredString(297, 760, lines[0])
    canvas.setFont("STSong-Light", 14)
    for place, line in enumerate(lines[1:]):
        canvas.drawString(80, 700 - 28 * place, f"\u3000\u3000{line}")
    canvas.save()
    return file


def portal_page(file: Path, lines: tuple[str, ...]) -> Path:
    body = "".join(f"<p>{line}</p>" for line in lines)
    head = f"<head><meta charset='utf-8'><title>{lines[0]}_青河县人民政府</title></head>"
    furniture = "<ul><li><a href='/'>首页</a></li><li><a href='/zwgk'>政务公开</a></li></ul>"
    file.write_text(f"<html>{head}<body>{furniture}<div>{body}</div></body></html>", "utf-8")
    return file


def word(file: Path, lines: tuple[str, ...]) -> Path:
    """Old Word where the machine can read it, else new."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(str(file))
    if not can_convert():
        return file
    command = [
        "soffice",
        "--headless",
        "--convert-to",
        "doc",
        "--outdir",
        str(file.parent),
        str(file),
    ]
    subprocess.run(command, check=True, capture_output=True)
    return file.with_suffix(".doc")
