"""Who made a file, when, and from which index: its properties, and the line under its title."""

from datetime import UTC, datetime

from chatbot.beijing_time import in_full
from chatbot.files.made import Made
from chatbot.web.desk.session import current_account
from chatbot.web.http.served_by import services


def made(now: datetime | None = None) -> Made:
    """By the member of staff who asks; `now` is in UTC."""
    return Made(current_account().name, now or datetime.now(UTC))


def particulars(made: Made) -> str:
    made_from = services().shelf.current().id
    return f"制作：{made.by}　时间：{in_full(made.at)}　索引代：{made_from}"
