"""Who made a file, when, and from which index: the line that stands under its title."""

from datetime import UTC, datetime, timedelta

from chatbot.web.desk.session import current_account
from chatbot.web.http.served_by import services

_BEIJING = timedelta(hours=8)


def particulars(now: datetime | None = None) -> str:
    """For the member of staff who asks; `now` is in UTC."""
    at = (now or datetime.now(UTC)) + _BEIJING
    when = f"{at.year}年{at.month}月{at.day}日 {at:%H:%M}"
    made_from = services().shelf.current().id
    return f"制作：{current_account().name}　时间：{when}（北京时间）　索引代：{made_from}"
