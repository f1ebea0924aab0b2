"""What nobody foresaw: logged for the operator, a plain sentence for the person."""

import logging
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from chatbot.app import create_app
from chatbot.settings import Settings


@pytest.fixture
def broken_client(tmp_path: Path) -> FlaskClient:
    """A client of an application with two addresses that crash."""
    app = create_app(Settings(data=tmp_path))

    def crash() -> str:
        raise ZeroDivisionError("a secret of the machine")

    app.add_url_rule("/api/crash", "api_crash", crash)
    app.add_url_rule("/crash", "crash", crash)
    return app.test_client()


def test_a_crash_of_the_api_is_told_in_json_and_logged(
    broken_client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        reply = broken_client.get("/api/crash")
    assert reply.status_code == 500
    assert reply.get_json()["error"]["code"] == "internal_error"
    assert "secret" not in reply.text
    assert "a secret of the machine" in caplog.text


def test_a_crash_of_a_page_is_told_in_a_page_with_a_telephone_number(
    broken_client: FlaskClient,
) -> None:
    reply = broken_client.get("/crash")
    assert reply.status_code == 500
    assert "secret" not in reply.text
    assert 'href="tel:12345"' in reply.text
