"""A law of the page: it shows the parts of an answer, each in its element, and nothing else."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from lxml import html

from chatbot.answering.parts import Quoted, Shown, shown
from chatbot.answering.replies import shortened
from chatbot.services import Services
from chatbot.told.badges import badges
from chatbot.web.ask.answer_page import names_of_answers
from tests.chatbot.web.conftest import PLANS, built_app
from tests.chatbot.web.elements import find_all, texts, tree_of
from tests.chatbot.web.shaped_plans import (
    ABOUT_A_ROW,
    ABOUT_MEALS,
    LONG_TITLE,
    SHORT_TITLE,
    write_plans,
)

Turns = tuple[str, ...]
GOLD = [
    tuple(json.loads(line)["turns"])
    for line in Path("tests/gold/questions.jsonl").read_text(encoding="utf-8").splitlines()
]
ASKED = [
    *GOLD,
    ("“民政事业”这个词在哪里出现？",),
    ("“五彩服务圈”这个词在哪里出现？",),
    ("我老公打我",),
    ("？",),
]
AROUND = {"who", "alone who", "related", "help", "leave", "rating"}  # what stands beside the parts
Told = list[tuple[str, str]]  # elements and their words


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """An application of plan_texts whose record of questions no other test looks at."""
    return built_app(PLANS, tmp_path_factory.mktemp("asked"))


@pytest.fixture(scope="module")
def shaped(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    return built_app(write_plans(tmp_path_factory.mktemp("shaped")), tmp_path_factory.mktemp("it"))


@pytest.mark.parametrize("turns", ASKED, ids=" ".join)
def test_the_page_shows_the_parts_in_their_order_and_nothing_else(
    asked: Flask, turns: Turns
) -> None:
    assert_shown(asked, turns)


@pytest.mark.parametrize("question", [ABOUT_A_ROW, ABOUT_MEALS, "“老年助餐点”在哪里出现？"])
def test_so_it_does_a_row_and_two_places_of_a_document_with_a_long_title(
    shaped: Flask, question: str
) -> None:
    assert_shown(shaped, (question,))


def test_a_row_stands_beside_the_names_of_its_columns(shaped: Flask) -> None:
    reply = replied(shaped, (ABOUT_A_ROW,))
    assert texts(reply, "dt") == ["指标", "2020年", "2025年", "属性"]
    assert texts(reply, "dd") == ["护理型床位占比", "38%", "58%", "约束性"]


def test_a_long_title_is_seen_short_and_heard_in_full(shaped: Flask) -> None:
    (cite,) = find_all(replied(shaped, (ABOUT_MEALS,)), "cite")
    short, whole = cite
    assert (short.text, short.get("title"), short.get("aria-hidden")) == (
        SHORT_TITLE,
        LONG_TITLE,
        "true",
    )
    assert (whole.text, whole.get("class")) == (LONG_TITLE, "unseen")


def test_every_number_to_call_can_be_tapped_and_no_number_in_a_quote(asked: Flask) -> None:
    reply = replied(asked, ("我老公打我",))
    called = [link.get("href") for link in find_all(reply, ".phone")]
    assert called == [f"tel:{number}" for number in ("110", "120", "12338", "12355", "12345")]
    for turns in GOLD:
        assert not find_all(replied(asked, turns), ".quotes .phone")


def assert_shown(app: Flask, turns: Turns) -> None:
    services: Services = app.extensions["planbot"]
    answer = services.answer(turns[-1], turns[:-1])
    expected = [
        told for one in shown(answer.parts, answer.citations) for told in told_of(one) if told
    ]
    reply = replied(app, turns)
    pieces = [piece for piece in reply if piece.get("class") in {"own", "quotes"}]
    assert {piece.get("class") for piece in reply} - {"own", "quotes"} <= AROUND
    assert [squeezed(piece) for piece in pieces] == [
        "".join("".join(words.split()) for _, words in told) for told in expected
    ]
    quotes = [(tag, words) for told in expected for tag, words in told if tag in QUOTING]
    assert [
        (element.tag, str(element.text_content()))
        for piece in pieces
        for element in piece.iter(*QUOTING)
        if not element.xpath("ancestor::footer")
    ] == quotes


QUOTING = ("blockquote", "q", "dt", "dd")


def told_of(one: Shown) -> Iterator[Told]:
    """What stands on the page for a part: its words, then its quotes place by place."""
    said = [("p", one.said)] if one.said else []
    if one.kind != "list":
        yield said
    for quoted in one.quoted:
        if one.kind == "list":
            told = [("blockquote", citation.quote) for citation in one.opening] + said
            for item in one.items:
                told += [("q", item.quote), ("a", f"[{item.number}]")]
        elif one.cells:
            told = [told for name, cell in one.cells for told in (("dt", name), ("dd", cell))]
        else:
            told = [("blockquote", citation.quote) for citation in quoted.citations]
        yield [*told, ("footer", source(quoted, is_whole=one.kind == "list" or bool(one.cells)))]


def source(quoted: Quoted, *, is_whole: bool) -> str:
    document, path = quoted.document, " › ".join(quoted.path)
    known = ""
    if quoted.is_new:
        title = document.title
        known = shortened(title) + (title if shortened(title) != title else "") + path
        known += "".join(badge.text for badge in badges(document))
        known += document.issuer + document.published
    links = ["查看原文"] if is_whole else [f"查看原文[{one.number}]" for one in quoted.citations]
    return f"出处{known or path or '同上'}{''.join(links)}"


def replied(app: Flask, turns: Turns) -> html.HtmlElement:
    """The reply on the page, what is folded away left out."""
    form = {"question": turns[-1], "history": list(turns[:-1])}
    page = app.test_client().post("/ask", data=form, content_type="multipart/form-data").text
    (reply,) = find_all(tree_of(page), ".reply")
    for folded in find_all(reply, "details"):
        folded.drop_tree()
    return reply


def squeezed(element: html.HtmlElement) -> str:
    return "".join(str(element.text_content()).split())


def test_the_dash_of_an_item_is_told_from_its_words() -> None:
    list_sign = names_of_answers()["list_sign"]
    assert callable(list_sign)
    items = ("--建立养老机构。", "· 一老一小", "第一条", "—")
    assert [list_sign(words) for words in items] == ["--", "· ", "", ""]
