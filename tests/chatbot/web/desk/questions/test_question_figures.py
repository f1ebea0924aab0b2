"""What is unanswered, and how it all goes: each page behind the same door as the list."""

import re
from urllib.parse import urlencode

import pytest
from flask import Flask
from flask.testing import FlaskClient

from chatbot.records.staff.audit import Action
from chatbot.records.staff.staff import Staff
from tests.chatbot.web.conftest import signed_in

GAPS, CHARTS = "/desk/questions/gaps", "/desk/questions/charts"
ANSWERED, REFUSED = "大养老体系怎么建？", "自行车牌照怎么领？"


@pytest.fixture
def asked(app: Flask) -> None:
    citizen = app.test_client()
    for question in (ANSWERED, REFUSED, "<b>自行车</b>牌照丢了呢？"):
        citizen.post("/api/answers", json={"question": question})


@pytest.mark.usefixtures("asked")
def test_unanswered_questions_are_grouped_by_missing_word_and_heading(
    staff: FlaskClient, accounts: Staff
) -> None:
    page = staff.get(GAPS).text
    assert "<strong>自行车</strong>" in page.partition("按文件里没有的词")[2]
    assert "按最相近的章节" in page
    assert REFUSED in page
    assert ANSWERED not in page
    assert "<b>自行车</b>牌照" not in page
    entry = accounts.trail(1)[0]
    assert (entry.action, entry.detail) == (Action.QUESTIONS_READ, "归类：没有找到，待处理")


@pytest.mark.usefixtures("asked")
def test_handled_questions_are_grouped_only_when_asked_for(staff: FlaskClient) -> None:
    assert "没有这样的问题" in staff.get(f"{GAPS}?{urlencode({'last': '2001-01-01'})}").text
    assert REFUSED not in staff.get(f"{GAPS}?handled=yes").text
    assert REFUSED in staff.get(f"{GAPS}?handled=").text


@pytest.mark.usefixtures("asked")
def test_each_chart_has_its_numbers_in_a_table(staff: FlaskClient) -> None:
    page = staff.get(CHARTS).text
    rows = re.findall(r'<tr><th scope="row">(\d{4}-\d\d-\d\d)</th><td>(\d+)</td>', page)
    assert len(rows) == 30
    asked, answered = re.search(r"共问 (\d+) 次，答上 (\d+) 次", page).groups()  # type: ignore[union-attr]
    assert sum(int(count) for _, count in rows) == int(asked) >= 3
    assert int(answered) >= 1
    assert page.count('role="img"') == 2
    assert re.search(r'\(二\)构建大养老体系</th><td class="step-[1-5]">[1-9]', page)
    assert "style=" not in page


@pytest.mark.parametrize(
    ("period", "days"),
    [
        ({"first": "2026-01-01", "last": "2026-01-31"}, 31),
        ({"first": "2026-02-01", "last": "2026-01-31"}, 1),
        ({"first": "2000-01-01", "last": "2026-01-31"}, 366),
        ({"first": "nonsense", "last": "2026-01-31"}, 30),
    ],
)
def test_a_period_is_what_was_asked_for_and_at_most_a_year(
    staff: FlaskClient, period: dict[str, str], days: int
) -> None:
    page = staff.get(f"{CHARTS}?{urlencode(period)}").text
    assert len(re.findall(r'<tr><th scope="row">\d{4}-', page)) == days


@pytest.mark.usefixtures("accounts")
def test_auditors_and_strangers_are_kept_out(app: Flask) -> None:
    auditor, stranger = signed_in(app, "auditor"), app.test_client()
    for page in (GAPS, CHARTS):
        assert auditor.get(page).status_code == 403
        assert stranger.get(page).status_code == 303
