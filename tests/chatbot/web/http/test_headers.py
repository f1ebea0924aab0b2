"""Every reply carries a strict content policy; only listed portals may call the API from afar."""

import re

import pytest
from flask.testing import FlaskClient

from index.intake.documents import Document

PORTAL = "https://mzj.example.gov.cn"
ADDRESSES = ["/", "/ask", "/plans", "/nothing", "/api/documents", "/api/nothing", "/healthz"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_reply_is_guarded(client: FlaskClient, address: str) -> None:
    headers = client.get(address).headers
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
    assert policy.endswith(f"frame-ancestors 'self' {PORTAL}")
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "Set-Cookie" not in headers


def test_files_that_are_never_shown_travel_without_a_policy(client: FlaskClient) -> None:
    for name in ("panel.js", "panel.css"):
        headers = client.get(f"/widget/v1/{name}").headers
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "Content-Security-Policy" not in headers


def test_no_page_holds_a_script_a_style_or_a_handler_of_its_own(
    client: FlaskClient, documents: tuple[Document, ...]
) -> None:
    for address in ("/", "/ask", "/plans", *(f"/plans/{document.id}" for document in documents)):
        html = client.get(address).text
        html = html.replace('<script type="application/ld+json">', "")  # data, never run
        assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:|<script(?![^>]*\ssrc=)", html)
        assert not re.search(r"(?:src|href|action)=\"(?:https?:)?//", html)


def test_a_listed_portal_may_call_the_api(client: FlaskClient) -> None:
    reply = client.get("/api/documents", headers={"Origin": PORTAL})
    assert reply.headers["Access-Control-Allow-Origin"] == PORTAL
    assert "Origin" in reply.headers["Vary"]
    assert "Access-Control-Allow-Credentials" not in reply.headers


def test_a_listed_portal_may_ask_before_posting(client: FlaskClient) -> None:
    asks = {"Origin": PORTAL, "Access-Control-Request-Method": "POST"}
    reply = client.options("/api/answers", headers=asks)
    assert reply.status_code == 200
    assert reply.headers["Access-Control-Allow-Origin"] == PORTAL
    assert "POST" in reply.headers["Access-Control-Allow-Methods"]
    assert reply.headers["Access-Control-Allow-Headers"] == "Content-Type"


@pytest.mark.parametrize("origin", ["https://elsewhere.example", "null", f"{PORTAL}.example", ""])
def test_any_other_site_may_not(client: FlaskClient, origin: str) -> None:
    for reply in (
        client.get("/api/documents", headers={"Origin": origin}),
        client.options("/api/answers", headers={"Origin": origin}),
    ):
        assert "Access-Control-Allow-Origin" not in reply.headers
        assert "Origin" in reply.headers["Vary"], (
            "a cache must not hand one site's reply to another"
        )


def test_pages_are_never_shared_across_origins(client: FlaskClient) -> None:
    reply = client.get("/ask", headers={"Origin": PORTAL})
    assert "Access-Control-Allow-Origin" not in reply.headers
