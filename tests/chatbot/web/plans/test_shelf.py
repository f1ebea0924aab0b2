"""The shelf of plans, narrowed by region, period and status."""

import re

import pytest
from flask.testing import FlaskClient

MEIZHOU, WORKPLAN = (
    "meizhou-civil-affairs-14fyp-draft-summary",
    "civil-affairs-14fyp-drafting-workplan",
)


def shown(client: FlaskClient, **chosen: str) -> set[str]:
    return set(
        re.findall(r'href="/plans/([^"?]+)"', client.get("/plans", query_string=chosen).text)
    )


@pytest.mark.parametrize(
    "chosen", [{"region": "梅州市"}, {"period": "2021-2025"}, {"status": "征求意见稿"}]
)
def test_a_filter_leaves_what_fits(client: FlaskClient, chosen: dict[str, str]) -> None:
    assert shown(client) == {MEIZHOU, WORKPLAN}
    assert shown(client, **chosen) == {MEIZHOU}
    html = client.get("/plans", query_string=chosen).text
    assert f"<option selected>{next(iter(chosen.values()))}</option>" in html
    assert "符合的有 1 份，共 2 份。" in html


def test_filters_that_leave_nothing_say_so(client: FlaskClient) -> None:
    html = client.get("/plans?region=梅州市&status=无").text
    assert "没有符合的文件" in html
