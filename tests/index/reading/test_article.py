"""The article of a saved page is told from the site around it, wherever the page keeps it."""

from pathlib import Path

import pytest

from index.errors import PlanFileEmpty
from index.reading.html import read
from tests.index.reading.test_html import lines

SENTENCE = "各区民政局应当每年检查一次养老机构的消防和食品安全，并公布结果。"
FURNITURE = "<div class='nav'><a>首页</a><a>政务公开</a><a>互动交流</a></div>"


def inside(folder: Path, body: str) -> list[str]:
    return [line.text for line in lines(folder, body) if not line.is_outside]


def test_the_article_is_told_from_the_site_around_it(tmp_path: Path) -> None:
    body = (
        f"{FURNITURE}<div class='box'><h1>云山市养老服务办法</h1><div class='text'>"
        f"<p>{SENTENCE}</p><p>{SENTENCE}</p></div><div>扫一扫在手机打开当前页</div></div><div>主办：云山市人民政府</div>"
    )
    assert inside(tmp_path, body) == [SENTENCE, SENTENCE]


def test_a_notice_beside_the_plan_it_carries_belongs_to_it(tmp_path: Path) -> None:
    notice = "现将《云山市养老服务规划》印发给你们，请认真贯彻执行。"
    body = (
        f"{FURNITURE}<div><div>{notice}</div><div>2026年3月1日</div>"
        f"<div>{f'<p>{SENTENCE}</p>' * 9}</div></div>"
    )
    assert inside(tmp_path, body)[:2] == [notice, "2026年3月1日"]


def test_a_page_that_hides_its_body_until_its_script_runs_is_read(tmp_path: Path) -> None:
    page = f"<html><body style='visibility: hidden'><p>{SENTENCE}</p></body></html>"
    assert SENTENCE in inside(tmp_path, page)


def test_an_old_page_inside_a_form_is_read(tmp_path: Path) -> None:
    assert inside(tmp_path, f"<form><table><tr><td>{SENTENCE}</td></tr></table></form>") == [
        SENTENCE
    ]


@pytest.mark.parametrize(
    "kept",
    [
        f"<input type='hidden' value='&lt;p&gt;{SENTENCE}&lt;/p&gt;'>",
        f"<textarea>&lt;p&gt;{SENTENCE}&lt;/p&gt;</textarea>",
        f"<!--[if IE]><p>{SENTENCE}</p><![endif]-->",
        f"<iframe srcdoc='&lt;p&gt;{SENTENCE}&lt;/p&gt;'></iframe>",
    ],
)
def test_text_that_only_a_script_or_an_old_browser_shows_is_read(tmp_path: Path, kept: str) -> None:
    assert SENTENCE in inside(tmp_path, f"<div>首页</div>{kept}")


def test_a_page_of_frames_is_refused_with_what_to_do(tmp_path: Path) -> None:
    page = "<html><frameset cols='20%,80%'><frame src='a.htm'><frame src='b.htm'></frameset></html>"
    with pytest.raises(PlanFileEmpty, match="框架"):
        lines(tmp_path, page)


def test_a_utf8_page_that_was_cut_off_inside_a_sign_is_still_utf8(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(f"<p>{SENTENCE * 9}养".encode()[:-1])
    assert SENTENCE in read(file)[0].text


def test_gb18030_is_read_whatever_the_page_declares(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(f"<meta charset='utf-8'><p>{SENTENCE}".encode("gb18030"))
    assert SENTENCE in read(file)[-1].text
