"""Every knob, read from the environment in this one place."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_PREFIX = "PLANBOT_"
_ORIGIN = re.compile(r"https?://[A-Za-z0-9.-]+(:\d{1,5})?")  # it goes into headers as it stands


class SettingWrong(ValueError):
    """A setting cannot be understood; the text names it, in Chinese."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How this installation is set; relative folders start at the working directory.

    `origins` are the sites (https://…) whose pages may hold the widget. `desk` opens the staff
    tools to everyone who reaches the server. `max_body` and `max_draft_body` are in bytes.
    """

    plans: Path = Path("plan_texts")
    data: Path = Path("instance")
    title: str = "规划问答"
    contact: str = "12345"
    origins: tuple[str, ...] = ()
    desk: bool = False
    max_body: int = 16 * 1024
    max_draft_body: int = 256 * 1024

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> "Settings":
        """The settings of PLANBOT_PLANS and the other variables named in the README.

        Raises SettingWrong.
        """
        given = {
            name.removeprefix(_PREFIX).lower(): value.strip()
            for name, value in environment.items()
            if name.startswith(_PREFIX)
        }
        default = cls()
        return cls(
            plans=Path(given.get("plans") or default.plans),
            data=Path(given.get("data") or default.data),
            title=given.get("title") or default.title,
            contact=given.get("contact", default.contact),
            origins=_origins(given.get("origins", "")),
            desk=_open(given.get("desk", "")),
        )


def _open(value: str) -> bool:
    if value not in {"", "open"}:
        raise SettingWrong(
            f"PLANBOT_DESK：“{value}”不认识；要开放核对工具就写 open，不开放就不设。"
        )
    return value == "open"


def _origins(value: str) -> tuple[str, ...]:
    origins = tuple(value.replace(",", " ").split())
    for origin in origins:
        if not _ORIGIN.fullmatch(origin):
            raise SettingWrong(
                f"PLANBOT_ORIGINS：“{origin}”不是网站来源；应写成 https://www.example.gov.cn。"
            )
    return origins
