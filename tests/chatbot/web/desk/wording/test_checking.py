"""The page of the wording check refuses what it cannot read, and keeps what was pasted."""

import io

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from chatbot.records.staff.staff import Staff
from tests.chatbot.web.conftest import form_token

SENTENCE = "持续开展民政系统职业道德教育。"


def sent(client: FlaskClient, draft: str = "", document: str = "", **more: object) -> TestResponse:
    fields = {"token": form_token(client, "/desk/wording"), "draft": draft, "document": document}
    return client.post("/desk/wording", data=fields | more)


def test_a_draft_is_checked_and_the_trail_tells_how_much_but_not_what(
    staff: FlaskClient, accounts: Staff
) -> None:
    assert "逐字一致 1" in sent(staff, SENTENCE).text
    detail = accounts.trail(1)[0].detail
    assert detail == "15 字，逐字一致 1，有出入 0，未见 0"


def test_only_the_document_chosen_is_compared(staff: FlaskClient) -> None:
    page = sent(staff, SENTENCE, "civil-affairs-14fyp-drafting-workplan").text
    assert "与 1 份文件核对" in page
    assert "逐字一致 0" in page


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"draft": ""}, "还没有文稿"),
        ({"draft": "老" * 20_001}, "文稿太长"),
        ({"draft": SENTENCE, "document": "none"}, "不存在的文件"),
        ({"draft": SENTENCE, "file": (io.BytesIO(b"x"), "a.exe")}, "不认识这种文件"),
        ({"draft": SENTENCE, "file": (io.BytesIO(b""), "a.txt")}, "上传的文稿.txt"),
        (
            {"draft": SENTENCE, "file": (io.BytesIO(b"PK no zip"), "../../a.docx")},
            "上传的文稿.docx",
        ),
    ],
)
def test_what_cannot_be_checked_is_refused_and_the_draft_is_kept(
    staff: FlaskClient, fields: dict[str, object], words: str
) -> None:
    reply = sent(staff, **fields)  # type: ignore[arg-type]
    assert reply.status_code == 400
    assert words in reply.text
    assert str(fields["draft"])[:100] in reply.text


def test_a_file_beyond_5_mb_is_refused(staff: FlaskClient) -> None:
    parts = b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'
    body = parts + b"a" * 6 * 2**20 + b"\r\n--b--\r\n"
    kind = "multipart/form-data; boundary=b"
    reply = staff.post("/desk/wording", data=body, content_type=kind)
    assert (reply.status_code, "5120 KB" in reply.text) == (413, True)


def test_without_the_token_nothing_is_checked(staff: FlaskClient, accounts: Staff) -> None:
    before = accounts.trail(1)
    assert staff.post("/desk/wording", data={"draft": SENTENCE}).status_code == 403
    assert accounts.trail(1) == before


def test_who_is_not_signed_in_is_led_to_sign_in(client: FlaskClient) -> None:
    assert client.get("/desk/wording").location == "/desk/sign-in?next=/desk/wording"
    assert client.post("/desk/wording", data={"draft": SENTENCE}).status_code == 401
