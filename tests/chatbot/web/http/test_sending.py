"""What travels is compressed where anybody may read it, and files are asked for once."""

import gzip
import re
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest
from flask.testing import FlaskClient

from chatbot.slimming import slimmed
from chatbot.web.http.sending import version_of

SCRIPT = slimmed(Path("chatbot/static/widget/plan-chat.js"))


@pytest.mark.parametrize(
    ("takes", "opened"), [("br", brotli.decompress), ("gzip", gzip.decompress)]
)
def test_a_file_comes_as_the_browser_takes_it(
    client: FlaskClient, takes: str, opened: Callable[[bytes], bytes]
) -> None:
    reply = client.get("/widget/v1/plan-chat.js", headers={"Accept-Encoding": takes})
    assert reply.headers["Content-Encoding"] == takes
    assert "Accept-Encoding" in reply.headers["Vary"]
    assert opened(reply.data) == SCRIPT
    assert len(reply.data) < len(SCRIPT) / 2


def test_who_takes_nothing_gets_the_file_itself(client: FlaskClient) -> None:
    reply = client.get("/widget/v1/plan-chat.js", headers={"Accept-Encoding": "identity"})
    assert "Content-Encoding" not in reply.headers
    assert reply.data == SCRIPT


def test_a_page_and_an_answer_are_compressed(client: FlaskClient) -> None:
    for reply in (
        client.get("/", headers={"Accept-Encoding": "br"}),
        client.post(
            "/api/answers",
            json={"question": "大养老体系怎么建？"},
            headers={"Accept-Encoding": "br"},
        ),
    ):
        assert reply.headers["Content-Encoding"] == "br"


def test_pages_of_the_desk_are_not_compressed(client: FlaskClient) -> None:
    reply = client.get("/desk/sign-in", headers={"Accept-Encoding": "br"}, follow_redirects=True)
    assert "Content-Encoding" not in reply.headers


def test_a_style_is_asked_for_once_and_never_again(client: FlaskClient) -> None:
    address = re.findall(r'href="(/static/[^"]+\.css)"', client.get("/").text)[0]
    reply = client.get(address)
    assert reply.status_code == 200
    assert {"public", "immutable", "max-age=31536000"} <= set(
        reply.headers["Cache-Control"].split(", ")
    )


def test_the_name_of_the_files_changes_with_any_of_them(tmp_path: Path) -> None:
    (tmp_path / "site.css").write_text("a{}")
    before = version_of(tmp_path)
    assert version_of(tmp_path) == before
    (tmp_path / "site.css").write_text("b{}")
    assert version_of(tmp_path) != before


@pytest.mark.parametrize(("most", "names"), [(3, ["plan-chat.js"]), (16, ["*"])])
def test_what_the_widget_brings_over_the_wire(
    client: FlaskClient, most: int, names: list[str]
) -> None:
    """Before it is opened, and in all, in kilobytes."""
    files = [file for name in names for file in Path("chatbot/static/widget").glob(name)]
    replies = [
        client.get(f"/widget/v1/{file.name}", headers={"Accept-Encoding": "br"}) for file in files
    ]
    assert sum(len(reply.data) for reply in replies) <= most * 1024
