"""Under which name a check is kept, and whether any may be kept here."""

from pathlib import PurePosixPath

from chatbot.web.http.reading_requests import checked_note
from chatbot.web.http.refusals import RequestRefused
from chatbot.web.http.served_by import services

LONGEST = 60  # characters of a name


def suggested_name(draft: str, file: str = "") -> str:
    """The file's name, or the draft's first line."""
    lines = (line.strip() for line in (file_name(file), *draft.splitlines()))
    return next(filter(None, lines), "未命名")[:LONGEST]


def file_name(sent: str) -> str:
    """A file's own name without folders, cut before the suffix when it is long."""
    name = " ".join(sent.replace("\\", "/").rpartition("/")[2].split())
    suffix = PurePosixPath(name).suffix[:LONGEST]
    return name if len(name) <= LONGEST else f"{name[: LONGEST - len(suffix) - 1]}…{suffix}"


def name_wanted(given: str, otherwise: str) -> str:
    """The name that was typed; RequestRefused when it is unreadable or too long."""
    name = " ".join(checked_note(given).split())
    if len(name) > LONGEST:
        raise RequestRefused(400, "name_too_long", f"名称太长：请缩短到 {LONGEST} 字以内再保存。")
    return name or otherwise


def refuse_when_off() -> None:
    """RequestRefused where the operator lets no check be kept."""
    if not services().settings.check_days:
        raise RequestRefused(
            403,
            "saving_off",
            "这台服务器没有开放保存核对：需要的话，请管理服务器的同事设 PLANBOT_CHECK_DAYS。",
        )
