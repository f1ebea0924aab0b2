"""The form of a pin: what it offers to choose from, and what it refuses with which reason."""

import html
import re
from urllib.parse import urlencode

import pytest
from flask.testing import FlaskClient

from chatbot.records.staff.accounts import Role
from chatbot.services import Services
from index.intake.documents import Document
from tests.chatbot.web.conftest import PASSWORD, built_app, signed_in
from tests.chatbot.web.pinning import FORM, GAPS, LIST, MEIZHOU, QUESTION, asked, post
from tests.chatbot.web.reading_html import Page
from tests.chatbot.web.test_hostile_text import HOSTILE, PLAN, assert_inert


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"question": ""}, (400, "还没有写问题")),
        ({"question": "你好"}, (400, "看不出要问哪件事")),
        ({"question": "？？"}, (400, "看不出要问哪件事")),
        ({"question": "我是＊＊＊，怎么办低保？"}, (400, "隐去的个人信息")),
        ({"question": "培训" * 51}, (400, "问法太长")),
        ({"others": "\n".join(f"第{n}种志愿者培训" for n in range(6))}, (400, "别的问法太多")),
        ({"start": ""}, (400, "还没有选好原文")),
        ({"start": "x", "end": "9" * 12}, (400, "还没有选好原文")),
        ({"document": "none"}, (400, "还没有选好原文")),
        ({"sha256": "0" * 64}, (409, "文件刚刚更新过")),
        ({"shift": "1"}, (400, "不是整句")),
        ({"whole": "1"}, (400, "选的原文太长")),
    ],
)
def test_what_cannot_be_pinned_is_refused_with_the_reason(
    editor: FlaskClient,
    chosen: dict[str, str],
    document: Document,
    wrong: dict[str, str],
    refusal: tuple[int, str],
) -> None:
    fields = chosen | wrong
    if "shift" in wrong:
        fields["start"] = str(int(chosen["start"]) + 1)
    if "whole" in wrong:
        fields |= {"start": "0", "end": str(len(document.text.rstrip()))}
    reply = post(editor, FORM, fields)
    assert reply.status_code == refusal[0]
    assert refusal[1] in reply.text
    assert 'role="alert"' in reply.text


def test_sentences_of_a_section_are_offered_and_joined_they_are_its_text(
    editor: FlaskClient, services: Services, document: Document
) -> None:
    sections = services.shelf.current().sections(MEIZHOU)
    for number in range(len(sections)):
        asked_for = {"question": QUESTION, "document": MEIZHOU, "section": number}
        page = editor.get(f"{FORM}?{urlencode(asked_for)}").text
        shown = re.findall(r'<p id="words-(\d+)">(.*?)</p>', page, re.DOTALL)
        for start, words in shown:
            assert document.text.startswith(html.unescape(words), int(start))
        kept = "".join(sections[number].span.cut(document.text).split())
        assert "".join("".join(html.unescape(words) for _, words in shown).split()) in {kept, ""}


def test_what_citizens_asked_in_like_words_can_be_ticked_as_other_wordings(
    editor: FlaskClient, client: FlaskClient
) -> None:
    for one in (
        "社工站怎么申请",
        "社工站在哪里申请？",
        "社工站如何申请",
        "社工站13812345678申请？",
    ):
        asked(client, one)
    known = {"question": "社工站怎么申请？"}
    page = editor.get(f"{FORM}?{urlencode(known)}").text
    assert re.findall('name="others" value="([^"]+)"', page) == ["社工站在哪里申请？"]
    typed = [("question", "社工站怎么申请？"), ("others", "社工站谁管\r\n"), ("others", "甲乙丙")]
    page = editor.get(f"{FORM}?{urlencode(typed)}").text
    assert "\n社工站谁管\n甲乙丙</textarea>" in page


def test_a_choice_of_no_sentence_is_told(editor: FlaskClient) -> None:
    asked_for = {"question": QUESTION, "document": MEIZHOU, "section": "3", "look": "1"}
    reply = editor.get(f"{FORM}?{urlencode(asked_for)}")
    assert reply.status_code == 400
    assert "还没有选好原文" in reply.text


def test_hostile_words_are_shown_as_words(editor: FlaskClient) -> None:
    hostile = '"><script>alert(1)</script>养老服务'
    page = editor.get(f"{FORM}?{urlencode({'question': hostile, 'others': hostile})}").text
    assert "<script>alert" not in page


def test_a_hostile_plan_is_harmless_on_every_page_about_questions(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    plans = tmp_path_factory.mktemp("hostile-questions")
    (plans / "plan.txt").write_text(PLAN, encoding="utf-8")
    app = built_app(plans, tmp_path_factory.mktemp("hostile-answers"))
    services: Services = app.extensions["planbot"]
    services.staff.add("editor", Role.EDITOR, PASSWORD)
    editor = signed_in(app, "editor")
    (document,) = services.shelf.current().documents
    for words in HOSTILE:
        asked(editor, f"养老服务{words}要求")
    sections = range(len(services.shelf.current().sections(document.id)))
    chosen = [{"question": HOSTILE[0], "document": document.id, "section": n} for n in sections]
    pages = [f"{FORM}?{urlencode(one)}" for one in chosen]
    for page in (*pages, f"{FORM}?question=养老要求", LIST, "/desk/questions", GAPS):
        assert_inert(Page(editor.get(page).text))
    charts = Page(editor.get("/desk/questions/charts").text)
    assert not {"b", "img", "iframe", "style"} & {tag for tag, _ in charts.tags}
    assert not any(name.startswith("on") for _, attributes in charts.tags for name in attributes)
