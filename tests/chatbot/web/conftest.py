"""The real application on a real index: of the plans as published, and of a hostile plan."""

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from chatbot.app import create_app
from chatbot.services import Services
from chatbot.settings import Settings
from index.build import build_generation
from index.documents import Document
from index.shelf import code_fingerprint, fingerprint, read_shelf
from index.store import MadeFrom, Store

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


def built_app(plans: Path, data: Path) -> Flask:
    generation = build_generation(read_shelf(plans), cache_folder=data / "cache")
    Store(data).write(generation, plans, MadeFrom(fingerprint(plans), code_fingerprint()))
    return create_app(Settings(plans=plans, data=data, origins=(PORTAL,)))
