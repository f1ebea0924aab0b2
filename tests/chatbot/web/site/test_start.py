"""The first page is the bureau's own, its foot is complete, and programs find the plans."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from lxml import etree

from chatbot.app import create_app
from chatbot.services import Services
from index.intake.documents import Document
from tests.chatbot.web.elements import texts, tree_of

TOLD = """name = "云山市民政局"
introduction = "问规划，看原文。"
logo = "logo.svg"
questions = ["大养老体系怎么建？", "月球怎么去？"]
[foot]
organiser = "云山市民政局办公室"
site_code = "4400000001"
icp = "云ICP备1号"
icp_link = "https://www.example.gov.cn/icp"
faults = "https://www.example.gov.cn/faults"
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg"/>'


@pytest.fixture
def bureau(services: Services, tmp_path: Path) -> FlaskClient:
    """A client of the same index, of a bureau that has told of itself."""
    (tmp_path / "logo.svg").write_text(SVG, encoding="utf-8")
    (tmp_path / "bureau.toml").write_text(TOLD, encoding="utf-8")
    settings = replace(services.settings, bureau=tmp_path / "bureau.toml")
    return create_app(settings).test_client()


def linked(page: str) -> dict[str, object]:
    (told,) = tree_of(page).xpath("//script[@type='application/ld+json']")
    found: dict[str, object] = json.loads(told.text)
    return found


def test_the_first_page_bears_the_bureau_s_name_seal_and_words(bureau: FlaskClient) -> None:
    page = bureau.get("/").text
    assert texts(tree_of(page), ".hero .name")[0].strip() == "云山市民政局"
    assert "问规划，看原文。" in page
    assert 'name="description" content="问规划，看原文。"' in page
    logo = bureau.get("/logo")
    assert (logo.mimetype, logo.text) == ("image/svg+xml", SVG)
    told = linked(page)
    assert (told["@type"], told["name"]) == ("GovernmentOrganization", "云山市民政局")


def test_only_questions_that_the_plans_answer_are_offered(bureau: FlaskClient) -> None:
    page = tree_of(bureau.get("/").text)
    offered = [str(one.get("value")) for one in page.xpath("(//form[@class='chips'])[1]//button")]
    assert offered[0] == "大养老体系怎么建？"
    assert "月球怎么去？" not in offered
    assert len(offered) == 4


def test_the_foot_of_every_page_shows_what_the_law_asks_for(bureau: FlaskClient) -> None:
    for address in ("/", "/ask", "/plans", "/privacy", "/nothing"):
        page = bureau.get(address).text
        for words in (
            "主办单位：云山市民政局办公室",
            "网站标识码：4400000001",
            "云ICP备1号",
            "政府网站找错",
        ):
            assert words in page, address
        assert "公安备" not in page
        for way in ("/privacy", "/accessibility", "/receipts", "/plans.rss"):
            assert f'href="{way}"' in page, address


def test_without_a_file_the_first_page_is_plain(client: FlaskClient) -> None:
    page = client.get("/").text
    assert "主办单位" not in page
    assert texts(tree_of(page), ".hero h1") == ["规划里怎么说，直接问"]
    assert client.get("/logo").status_code == 404


def test_the_statements_tell_what_is_kept_and_how_long(client: FlaskClient) -> None:
    page = client.get("/privacy").text
    assert "保存 180 天，到期自动删除" in page
    assert "换成“＊”" in page
    assert "WCAG" in client.get("/accessibility").text


def test_a_plan_is_described_for_search_engines(
    client: FlaskClient, documents: tuple[Document, ...]
) -> None:
    for document in documents:
        told = linked(client.get(f"/plans/{document.id}").text)
        assert told["@type"] == "Report"
        assert told["name"] == document.title


def test_robots_are_kept_from_the_desk_and_led_to_every_plan(
    client: FlaskClient, documents: tuple[Document, ...]
) -> None:
    told = client.get("/robots.txt").text
    assert "Disallow: /desk\n" in told
    address = told.rpartition("Sitemap: ")[2].strip()
    tree = etree.fromstring(client.get(address).data)
    listed = [one.text or "" for one in tree.iter() if one.tag.endswith("}loc")]
    assert len(listed) == len(set(listed)) == 5 + len(documents)
    for one in listed:
        assert client.get(one).status_code == 200


def test_who_subscribes_hears_of_plans_taken_in(
    app: Flask, client: FlaskClient, services: Services, documents: tuple[Document, ...]
) -> None:
    services.arrivals.note(documents)
    services.arrivals.note([replace(documents[0], sha256="another", title="<甲>&乙规划")])
    feed = etree.fromstring(client.get("/plans.rss").data)
    titles = [one.findtext("title") for one in feed.iter("item")]
    assert titles[0] == "文字有变化：<甲>&乙规划"
    assert len(titles) == 1 + len(documents)
    assert all((one.findtext("pubDate") or "").endswith("+0000") for one in feed.iter("item"))
