"""The questions asked, as staff see them: listed, filtered, marked as handled, taken away."""

import csv
import io
import re
from urllib.parse import quote, urlencode

import pytest
from flask import Flask
from flask.testing import FlaskClient

from chatbot.records.staff.audit import Action
from chatbot.records.staff.staff import Staff
from tests.chatbot.web.conftest import form_token, signed_in

LIST = "/desk/questions"
ANSWERED, REFUSED = "大养老体系怎么建？", "驾驶证怎么换？"
HOSTILE = '=HYPERLINK("x")<script>alert(1)</script>'


@pytest.fixture
def asked(app: Flask) -> dict[str, str]:
    """Three questions put by a citizen -> the ids of their answers."""
    citizen = app.test_client()
    return {
        question: citizen.post("/api/answers", json={"question": question}).get_json()["id"]
        for question in (ANSWERED, REFUSED, HOSTILE)
    }


def address(at: str = LIST, **filters: str) -> str:
    return f"{at}?{urlencode(filters)}"


def post(client: FlaskClient, deed: str, **fields: str) -> int:
    token = {"token": form_token(client, LIST)}
    return client.post(f"{LIST}/{deed}", data=fields | token).status_code


def listed(page: str) -> list[str]:
    return re.findall("<h2>(.*?)</h2>", page)


@pytest.mark.usefixtures("asked")
def test_the_list_tells_what_was_asked_and_how_it_ended(staff: FlaskClient) -> None:
    page = staff.get(LIST).text
    assert {ANSWERED, REFUSED} <= set(listed(page))
    assert "四、主要任务 › (二)构建大养老体系" in page
    assert "文件里没有的词</dt><dd>驾驶证" in page
    assert "保存 180 天，到期自动删除" in page
    assert "<script>alert" not in page


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize(
    ("filters", "shown", "hidden"),
    [
        ({"outcome": "answered"}, ANSWERED, REFUSED),
        ({"outcome": "not_found"}, REFUSED, ANSWERED),
        ({"words": "养老"}, ANSWERED, REFUSED),
        ({"first": "2000-01-01", "last": "9000-12-31"}, ANSWERED, ""),
        ({"outcome": "nonsense", "first": "gestern", "last": "9999-12-31"}, REFUSED, ""),
    ],
)
def test_a_filter_keeps_what_it_names_and_nonsense_is_no_filter(
    staff: FlaskClient, filters: dict[str, str], shown: str, hidden: str
) -> None:
    found = listed(staff.get(address(**filters)).text)
    assert shown in found
    assert hidden not in found


@pytest.mark.usefixtures("asked")
def test_no_question_is_listed_where_none_fits(staff: FlaskClient) -> None:
    for filters in ({"last": "2000-01-01"}, {"words": "没有人这样问"}, {"page": "99"}):
        reply = staff.get(address(**filters))
        assert reply.status_code == 200
        assert listed(reply.text) == []


@pytest.mark.usefixtures("asked")
def test_a_reviewer_marks_a_question_as_handled_and_takes_it_back(
    staff: FlaskClient, accounts: Staff
) -> None:
    assert post(staff, "handle", question=REFUSED, note="已转交警，13812345678") == 303
    entry = accounts.trail(1)[0]
    assert (entry.who, entry.action) == ("reviewer", Action.QUESTION_HANDLED)
    assert entry.detail == f"{REFUSED}：已转交警，＊＊＊＊＊＊＊＊＊＊＊"
    page = staff.get(address(handled="yes")).text
    assert REFUSED in listed(page)
    assert "reviewer 标为已处理：已转交警，＊" in page
    assert REFUSED not in listed(staff.get(address(handled="no")).text)
    assert post(staff, "reopen", question=REFUSED) == 303
    assert accounts.trail(1)[0].action is Action.QUESTION_REOPENED
    assert REFUSED not in listed(staff.get(address(handled="yes")).text)


@pytest.mark.parametrize(
    ("deed", "fields", "status"),
    [
        ("handle", {"question": "没有人问过"}, 404),
        ("handle", {"question": ""}, 400),
        ("handle", {"question": REFUSED, "note": "长" * 201}, 400),
        ("reopen", {"question": "没有人问过"}, 404),
    ],
)
@pytest.mark.usefixtures("asked")
def test_what_cannot_be_marked_is_refused(
    staff: FlaskClient, deed: str, fields: dict[str, str], status: int
) -> None:
    assert post(staff, deed, **fields) == status


@pytest.mark.usefixtures("asked")
def test_the_file_holds_the_questions_of_the_filter_and_no_formula(
    staff: FlaskClient, accounts: Staff
) -> None:
    reply = staff.get(address(f"{LIST}.csv", outcome="not_found"))
    assert reply.data.startswith(b"\xef\xbb\xbf")
    heads, *rows = csv.reader(io.StringIO(reply.data.decode("utf-8-sig")))
    kept = {row[0]: row for row in rows}
    assert heads[:2] == ["问题", "结果"]
    assert kept[REFUSED][1] == "没有找到"
    assert f"'{HOSTILE}" in kept
    assert ANSWERED not in kept
    assert accounts.trail(1)[0].detail == "csv，没有找到"


@pytest.mark.usefixtures("asked")
def test_the_workbook_is_one_that_programs_for_tables_open(staff: FlaskClient) -> None:
    reply = staff.get(f"{LIST}.xlsx")
    assert reply.data.startswith(b"PK")
    assert "spreadsheetml" in reply.headers["Content-Type"]
    assert f"''{quote('居民提问.xlsx')}" in reply.headers["Content-Disposition"]


@pytest.mark.usefixtures("accounts")
def test_an_auditor_sees_no_questions_and_who_is_not_signed_in_must_sign_in(app: Flask) -> None:
    auditor, stranger = signed_in(app, "auditor"), app.test_client()
    for page in (LIST, f"{LIST}.csv", f"{LIST}.xlsx"):
        assert auditor.get(page).status_code == 403
        assert stranger.get(page).status_code == 303
    token = form_token(auditor, "/desk")
    for deed in ("handle", "reopen"):
        fields = {"question": REFUSED, "token": token}
        assert auditor.post(f"{LIST}/{deed}", data=fields).status_code == 403
        assert stranger.post(f"{LIST}/{deed}", data=fields).status_code == 401
    assert "居民提问" not in auditor.get("/desk").text
