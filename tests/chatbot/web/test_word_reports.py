"""What staff take along as Word files says what the pages show, and no sign breaks it."""

import io
from datetime import UTC, datetime
from urllib.parse import urlencode

import docx
import pytest
from docx.document import Document as WordDocument
from docx.table import _Cell
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from chatbot.records.staff.audit import Action
from chatbot.records.staff.staff import Staff
from chatbot.web.desk.made_by import made, particulars
from tests.chatbot.desk.word_marks import mark_of
from tests.chatbot.web.conftest import form_token, signed_in
from tests.chatbot.web.elements import find_all, texts, tree_of

DRAFT = (
    "《梅州市民政事业发展“十四五”规划》第三部分提出，持续开展民政系统职业道德教育。\n"
    "各级党委、政府每年听取两次民政工作汇报,及时研究解决民政工作中的重大事项、重大问题。\n"
    "今年全市将新建五十个长者饭堂。"
)
HOSTILE = "持续开展\x00民政系统\x0b职业道德教育。\ufffe<w:t>]]>&amp;\n" + "长" * 15_000


def opened(reply: TestResponse) -> WordDocument:
    assert reply.status_code == 200, reply.text
    assert reply.headers["Content-Disposition"].startswith("attachment; ")
    return docx.Document(io.BytesIO(reply.data))


def lines(document: WordDocument) -> list[str]:
    return [one.text for one in document.paragraphs]


def rows(document: WordDocument, table: int = 0) -> list[tuple[_Cell, ...]]:
    return [row.cells for row in document.tables[table].rows[1:]]


def checked(staff: FlaskClient, kind: str, draft: str) -> TestResponse:
    fields = {"token": form_token(staff, "/desk/wording"), "draft": draft}
    return staff.post(f"/desk/wording{kind}", data=fields, content_type="multipart/form-data")


def test_the_report_of_a_draft_says_what_the_page_shows(
    staff: FlaskClient, accounts: Staff
) -> None:
    page = tree_of(checked(staff, "", DRAFT).text)
    report = opened(checked(staff, ".docx", DRAFT))
    entry = accounts.trail(1)[0]
    assert (entry.action, entry.detail[-19:]) == (
        Action.WORDING_EXPORTED,
        "字，逐字一致 1，有出入 1，未见 1",
    )
    assert texts(page, ".sum")[0] in lines(report)
    assert any("制作：reviewer" in line and "索引代：" in line for line in lines(report))
    found = rows(report)
    cards = sorted(find_all(page, ".card"), key=lambda card: str(card.get("id")))
    assert len(found) == len(cards)
    for card, (number, words, verdict, places) in zip(cards, found, strict=True):
        assert texts(card, "h3") == [f"{number.text}. {verdict.text.splitlines()[0]}"]
        assert all(told in verdict.text for told in texts(card, ".claimed"))
        quotes, cites = texts(card, "blockquote"), texts(card, "cite")
        assert [part for part in places.text.split("\n") if part in {*quotes}] == quotes
        assert [f"——{one}" for one in cites] == [
            run.text for run in places.paragraphs[0].runs if run.bold and not mark_of(run)
        ]
        marks = [run.text for run in words.paragraphs[0].runs if mark_of(run) == "dashed"]
        shown = [str(one.xpath("string(text())")) for one in find_all(card, ".words del")]
        assert marks == [one for one in shown if one]
    gone = [run.text for run in found[1][1].paragraphs[0].runs if mark_of(run) == "dashed"]
    come = [run.text for run in found[1][1].paragraphs[0].runs if mark_of(run) == "single"]
    assert (gone, come) == (["一"], ["两"])


def test_without_its_marks_the_report_holds_the_draft(staff: FlaskClient) -> None:
    report = opened(checked(staff, ".docx", DRAFT))
    said = lines(report)
    shown = report.paragraphs[said.index("一、文稿") + 1 : said.index("二、逐处说明")]
    kept = [
        [run.text for run in line.runs if mark_of(run) != "dashed" and run.text[0] not in "〔［"]
        for line in shown
    ]
    assert "\n".join(map("".join, kept)) == DRAFT


@pytest.mark.parametrize("draft", [HOSTILE, "\u202e颠倒。", "<script>alert(1)</script>。"])
def test_no_draft_breaks_the_report(staff: FlaskClient, draft: str) -> None:
    report = opened(checked(staff, ".docx", draft))
    words = "".join(cells[1].text for cells in rows(report))
    assert words.startswith(draft[:4].replace("\x00", "\ufffd"))


def test_a_draft_that_cannot_be_checked_gives_the_page_not_a_file(staff: FlaskClient) -> None:
    reply = checked(staff, ".docx", " ")
    assert (reply.status_code, "还没有文稿" in reply.text) == (400, True)


def test_the_report_of_a_concordance_says_what_the_page_shows(
    staff: FlaskClient, accounts: Staff
) -> None:
    asked = urlencode({"words": "养老服务"})
    page = tree_of(staff.get(f"/desk/concordance?{asked}").text)
    report = opened(staff.get(f"/desk/concordance.docx?{asked}"))
    assert accounts.trail(1)[0].action is Action.CONCORDANCE_EXPORTED
    assert texts(page, ".sum")[0] in lines(report)
    found = rows(report, 1)
    shown = texts(page, ".kwic a")
    assert [cells[1].text for cells in found] == shown
    cites = [
        cite
        for cite, group in zip(texts(page, "cite"), find_all(page, ".kwic"), strict=True)
        for _ in find_all(group, "a")
    ]
    assert [cells[2].text for cells in found] == cites
    counted = [cells[2].text for cells in rows(report)]
    assert sum(map(int, counted)) == len(shown)


def test_words_found_nowhere_give_a_report_that_says_so(staff: FlaskClient) -> None:
    report = opened(staff.get(f"/desk/concordance.docx?{urlencode({'words': '没有这个说法'})}"))
    assert report.tables == []
    assert any("规划里没有“没有这个说法”" in line for line in lines(report))


def test_the_report_of_an_explanation_says_what_the_page_shows(
    staff: FlaskClient, accounts: Staff
) -> None:
    asked = urlencode({"question": "大养老体系怎么建？"})
    page = tree_of(staff.get(f"/desk/explain?{asked}").text)
    report = opened(staff.get(f"/desk/explain.docx?{asked}"))
    assert accounts.trail(1)[0].action is Action.EXPLANATION_EXPORTED
    steps = zip(texts(page, ".steps dt"), texts(page, ".steps dd"), strict=True)
    assert [tuple(cell.text for cell in cells) for cells in rows(report)] == list(steps)
    (reply,) = page.xpath("//section[@aria-labelledby='reply']")
    (quote,) = texts(reply, "blockquote")
    told = lines(report)
    source = told[told.index(f"「{quote}」") + 1]
    assert source == f"出处：《{texts(reply, 'cite')[0]}》{texts(reply, '.path')[0]}"


@pytest.mark.parametrize(
    "address",
    ["concordance.docx?words=x", "explain.docx?question=x", "wording.docx"],
)
def test_who_has_not_the_right_takes_nothing_along(
    app: Flask, staff: FlaskClient, address: str
) -> None:
    auditor = signed_in(app, "auditor")
    if address == "wording.docx":
        token = form_token(auditor, "/desk")
        assert auditor.post(f"/desk/{address}", data={"token": token}).status_code == 403
        assert staff.post(f"/desk/{address}", data={"draft": DRAFT}).status_code == 403
        return
    assert auditor.get(f"/desk/{address}").status_code == 403
    assert app.test_client().get(f"/desk/{address}").status_code == 303


def test_a_file_tells_its_time_as_it_is_in_china(staff: FlaskClient) -> None:
    with staff:
        staff.get("/desk")
        told = particulars(made(datetime(2026, 12, 31, 17, 5, tzinfo=UTC)))
    assert told.startswith("制作：reviewer　时间：2027年1月1日 01:05（北京时间）　索引代：")
