"""A desk with one person of each role, at which plans are taken in."""

import io
import re
import time
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from chatbot.app import create_app
from chatbot.records.publishing.builds import BuildState
from chatbot.records.staff.accounts import Role
from chatbot.services import Services
from chatbot.settings import Settings
from tests.chatbot.desk.publishing.house import SENT, house
from tests.chatbot.web.conftest import PASSWORD, form_token, signed_in

LIST = "/desk/plans"


class Desk:
    """A bureau's desk, and its people each in a browser of their own."""

    def __init__(self, folder: Path, dictionary: Path, *, two_people: bool = False) -> None:
        made = house(folder, dictionary)
        settings = Settings(plans=made.plans, data=made.data, two_people=two_people)
        self.app: Flask = create_app(settings)
        self.services: Services = self.app.extensions["planbot"]
        for role in Role:
            self.services.staff.add(role.value, role, PASSWORD)
        self.people = {role.value: signed_in(self.app, role.value) for role in Role}

    def __getitem__(self, role: str) -> FlaskClient:
        return self.people[role]

    def post(self, role: str, address: str, **fields: object) -> TestResponse:
        data = {"token": form_token(self[role], LIST), **fields}
        return self[role].post(address, data=data, content_type="multipart/form-data")

    def send(self, role: str, text: str = SENT, name: str = "办法.txt", **more: str) -> str:
        """The address of the page of what was sent in."""
        reply = self.post(role, LIST, files=(io.BytesIO(text.encode()), name), **more)
        assert reply.status_code == 303, reply.text
        return reply.location

    def fields(self, role: str, address: str) -> dict[str, str]:
        """What the form of facts holds."""
        page = self[role].get(address).text
        inputs = re.findall(r'id="fact-(\w+)" name="\w+" value="([^"]*)"', page)
        version = re.findall(r'name="version" value="(\d+)"', page)[0]
        return dict(inputs) | {"version": version}

    def correct(self, role: str, address: str, **facts: str) -> TestResponse:
        return self.post(role, address, **self.fields(role, address) | facts)

    def publish(self, role: str, address: str) -> str:
        """The page of the build, once that is over."""
        number = address.rpartition("/")[2]
        reply = self.post(role, f"{LIST}/publish", number=number)
        assert reply.status_code == 303, reply.text
        return self.until_over(role, reply.location)

    def until_over(self, role: str, address: str) -> str:
        number = int(address.rpartition("/")[2])
        for _ in range(600):
            build = self.services.builds.find(number)
            if build and build.state is not BuildState.RUNNING:
                break
            time.sleep(0.1)
        return self[role].get(address).text
