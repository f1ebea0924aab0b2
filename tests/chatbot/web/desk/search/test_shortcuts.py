"""The list of keys: one table, in which no keys mean two things and every way leads somewhere."""

from collections import Counter
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from chatbot.records.staff.staff import Staff
from chatbot.web.desk.search.shortcuts import Shortcut, shortcuts
from tests.chatbot.web.conftest import signed_in
from tests.conftest import ROOT

TABLE = shortcuts(Path(ROOT, "chatbot", "static", "desk", "shortcuts.json"))


def test_no_keys_mean_two_things() -> None:
    assert max(Counter((one.keys, one.page) for one in TABLE).values()) == 1
    whole = {one.keys for one in TABLE}
    begun = {one.keys.split()[0] for one in TABLE if " " in one.keys}
    assert whole & begun == set(), "a key that begins others would never be waited for"


@pytest.mark.parametrize("role", ["editor", "reviewer", "auditor"])
def test_every_way_leads_to_a_page_that_one_may_see(app: Flask, accounts: Staff, role: str) -> None:
    assert accounts.everyone()
    client = signed_in(app, role)
    page = client.get("/desk/shortcuts").text
    listed = [one for one in TABLE if one.goes and f'<dd><a href="{one.goes}">' in page]
    assert len(listed) >= 3
    for one in TABLE:
        if one.goes:
            assert client.get(one.goes).status_code == (200 if one in listed else 403), one


def test_every_page_of_the_desk_shows_the_way_to_the_list(staff: FlaskClient) -> None:
    for address in ("/desk", "/desk/wording", "/desk/questions", "/desk/search"):
        assert '<a class="more" href="/desk/shortcuts">快捷键</a>' in staff.get(address).text


def test_keys_go_somewhere_or_do_something() -> None:
    for fields in ({}, {"goes": "/desk", "does": "list"}):
        with pytest.raises(ValueError, match="go somewhere or do something"):
            Shortcut("x", "…", **fields)
