"""The real application on a real index: of the plans as published, and of a hostile plan."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from chatbot.app import create_app
from chatbot.records.staff.accounts import Role
from chatbot.records.staff.audit import Action, Deed
from chatbot.records.staff.staff import Staff
from chatbot.services import Services
from chatbot.settings import Settings
from index.build import build_shelf
from index.intake.documents import Document
from index.intake.shelf import code_fingerprint, fingerprint, read_shelf
from index.storage.rows import MadeFrom
from index.store import Store
from tests.chatbot.web.pinning import MEIZHOU, QUESTION, QUOTE

PLANS = Path("plan_texts").absolute()
PORTAL = "https://mzj.example.gov.cn"


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    return built_app(PLANS, tmp_path_factory.mktemp("plans"))


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture(scope="session")
def services(app: Flask) -> Services:
    found: Services = app.extensions["planbot"]
    return found


@pytest.fixture(scope="session")
def documents(services: Services) -> tuple[Document, ...]:
    return services.shelf.current().documents


@pytest.fixture
def empty_client(tmp_path: Path) -> FlaskClient:
    """A client of an application whose index was never built."""
    return create_app(Settings(plans=PLANS, data=tmp_path)).test_client()


PASSWORD = "zhong-wen-mi-ma-2026"  # noqa: S105  of accounts that live as long as a test
MADE = '<input type="hidden" name="token" value="'


@pytest.fixture(scope="session")
def accounts(services: Services) -> Staff:
    """An account a role, named after it."""
    for role in Role:
        services.staff.add(role.value, role, PASSWORD)
    return services.staff


@pytest.fixture
def staff(app: Flask, accounts: Staff) -> FlaskClient:
    """A reviewer, signed in."""
    return signed_in(app, "reviewer")


@pytest.fixture
def editor(app: Flask, accounts: Staff, services: Services) -> Iterator[FlaskClient]:
    """An editor, signed in; what they pinned is withdrawn afterwards."""
    assert accounts.everyone()
    yield signed_in(app, "editor")
    for pin in services.pins.serving():
        services.pins.withdraw(pin.number, Deed("test", Action.PIN_WITHDRAWN))


@pytest.fixture(scope="module")
def document(documents: tuple[Document, ...]) -> Document:
    return next(one for one in documents if one.id == MEIZHOU)


@pytest.fixture
def chosen(document: Document) -> dict[str, str]:
    """The fields of a pin that is fit to be confirmed."""
    start = document.text.index(QUOTE)
    place = {"start": str(start), "end": str(start + len(QUOTE)), "sha256": document.sha256}
    return {"question": QUESTION, "document": MEIZHOU} | place


def signed_in(app: Flask, name: str) -> FlaskClient:
    client = app.test_client()
    reply = sign_in(client, name, PASSWORD)
    assert reply.status_code == 303, reply.text
    return client


def sign_in(client: FlaskClient, name: str, password: str, **more: str) -> TestResponse:
    fields = {"token": form_token(client), "name": name, "password": password} | more
    return client.post("/desk/sign-in", data=fields)


def form_token(client: FlaskClient, page: str = "/desk/sign-in") -> str:
    """What the form of a page carries against forgery."""
    _, _, rest = client.get(page).text.partition(MADE)
    return rest.partition('"')[0]


def built_app(plans: Path, data: Path) -> Flask:
    generation, faults = build_shelf(read_shelf(plans), cache_folder=data / "cache")
    Store(data).write(generation, plans, MadeFrom(fingerprint(plans), code_fingerprint()), faults)
    return create_app(Settings(plans=plans, data=data, origins=(PORTAL,)))
