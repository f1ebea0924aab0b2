"""One search from every page of the desk: what is found of each kind, and the way on."""

import re
from html import unescape
from time import perf_counter

import pytest
from flask import Flask
from flask.testing import FlaskClient

from chatbot.records.staff.staff import Staff
from index.intake.documents import Document
from tests.chatbot.web.conftest import signed_in
from tests.chatbot.web.pinning import MEIZHOU

BOX = '<form class="find"'
MILLISECONDS = 100  # a person does not notice the wait


def found(client: FlaskClient, sought: str) -> str:
    reply = client.get("/desk/search", query_string={"q": sought})
    assert reply.status_code == 200
    return unescape(reply.text)


def groups(page: str) -> list[tuple[str, str]]:
    return re.findall('<h2 id="hits-[0-9]">(.*?) <span>(.*?)</span>', page)


def ways_on(page: str) -> list[str]:
    return re.findall('<p><a class="more" href="([^"]*)"', page.partition("<main")[2])


def test_titles_words_phrases_and_questions_are_found_together(staff: FlaskClient) -> None:
    assert staff.post("/api/answers", json={"question": "大养老体系怎么建？"}).status_code == 200
    page = found(staff, "大养老")
    assert [name for name, _ in groups(page)] == ["原文", "固定提法", "居民提问"]
    assert next(name for name, _ in groups(found(staff, "规划"))) == "文件"
    for way in ways_on(page):
        reply = staff.get(way)
        assert (reply.status_code, 'value="大养老"' in reply.text) == (200, True), way


def test_a_count_is_that_of_the_page_it_leads_to(staff: FlaskClient) -> None:
    page = found(staff, "养老服务")
    (count,) = re.findall("([0-9]+) 处，在", dict(groups(page))["原文"] + "，在")
    assert f"共 {count} 处" in staff.get(ways_on(page)[0]).text


def test_several_words_are_looked_for_in_one_sentence(staff: FlaskClient) -> None:
    page = found(staff, "体系 养老服务")
    assert dict(groups(page))["原文"]
    assert "way=any-order" in ways_on(page)[0]


def test_a_title_leads_to_its_document(staff: FlaskClient, documents: tuple[Document, ...]) -> None:
    title = next(one.title for one in documents if one.id == MEIZHOU)
    assert f'href="/plans/{MEIZHOU}"' in found(staff, title[:8])


def test_nothing_sought_and_nothing_found_say_what_to_do(staff: FlaskClient) -> None:
    assert "写几个字" in found(staff, "  ")
    page = found(staff, "量子摩托艇")
    assert (groups(page), "没有找到“量子摩托艇”。可以少写几个字" in page) == ([], True)


@pytest.mark.parametrize("sought", ['"><script>alert(1)</script>', "(", "\\", "%_", "字" * 500])
def test_whatever_is_typed_is_shown_as_words(staff: FlaskClient, sought: str) -> None:
    page = staff.get("/desk/search", query_string={"q": sought})
    assert (page.status_code, "<script>alert" in page.text) == (200, False)


def test_an_auditor_sees_nothing_of_it(app: Flask, accounts: Staff) -> None:
    assert accounts.everyone()
    auditor = signed_in(app, "auditor")
    assert BOX in signed_in(app, "reviewer").get("/desk").text
    assert BOX not in auditor.get("/desk").text
    assert auditor.get("/desk/search?q=养老").status_code == 403
    assert app.test_client().get("/desk/search?q=养老").status_code == 303


def test_what_was_sought_is_in_the_trail(staff: FlaskClient, accounts: Staff) -> None:
    found(staff, "大慈善")
    deed = accounts.trail(1)[0]
    assert (deed.action.value, deed.detail) == ("desk_searched", "大慈善")


def test_it_is_quick(staff: FlaskClient) -> None:
    for sought in ("养老服务", "的", "民政 服务"):
        found(staff, sought)  # the set phrases are read at the first search
        taken = []
        for _ in range(5):
            begun = perf_counter()
            found(staff, sought)
            taken.append(1000 * (perf_counter() - begun))
        assert min(taken) < MILLISECONDS, sought
