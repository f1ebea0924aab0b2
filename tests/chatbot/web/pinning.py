"""What tests of pinned answers share: where the pages are, a form sent, a question asked."""

from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

FORM, LIST, GAPS = "/desk/pin", "/desk/pins", "/desk/questions/gaps?handled="
MEIZHOU = "meizhou-civil-affairs-14fyp-draft-summary"
QUESTION = "志愿者怎么培训？"
QUOTE = "持续开展民政系统职业道德教育。"


def post(client: FlaskClient, at: str, fields: dict[str, str]) -> TestResponse:
    """Send a form with the token of this session."""
    _, _, rest = client.get("/desk").text.partition('name="token" value="')
    return client.post(at, data=fields | {"token": rest.partition('"')[0]})


def asked(client: FlaskClient, question: str) -> dict[str, Any]:
    found: dict[str, Any] = client.post("/api/answers", json={"question": question}).get_json()
    return found
