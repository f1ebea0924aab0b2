"""A portal page with the widget on it, as a person meets it, with an ear on its console."""

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.desk import StaffRoom
from tests.browser.widget import Widget

Opened = Callable[..., Page]


@pytest.fixture
def complaints(page: Page, server: str) -> Iterator[list[str]]:
    """Errors in the console, of scripts and of the content policy, and calls to other hosts."""
    found: list[str] = []
    host = urlsplit(server).netloc
    page.context.on("weberror", lambda error: found.append(str(error.error)))
    page.context.on(
        "console", lambda message: found.append(message.text) if message.type == "error" else None
    )
    page.context.on(
        "request",
        lambda request: None if urlsplit(request.url).netloc == host else found.append(request.url),
    )
    yield found


@pytest.fixture(scope="session")
def room(server_settings: dict[str, str]) -> StaffRoom:
    """The accounts of the server."""
    return StaffRoom(server_settings)


@pytest.fixture
def portal(page: Page, server: str) -> Page:
    page.goto(f"{server}/demo")
    return page


@pytest.fixture
def widget(portal: Page) -> Widget:
    """The widget on the portal, opened."""
    opened = Widget(portal)
    opened.open()
    return opened


@pytest.fixture
def open_page(browser: Browser, server: str) -> Iterator[Opened]:
    """Opens an address in a browser of the given kind: small, without scripts, forced colours…"""
    contexts = []

    def opened(address: str, **kind: object) -> Page:
        context = browser.new_context(locale="zh-CN", **kind)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.goto(server + address)
        return page

    yield opened
    for context in contexts:
        context.close()
