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

    `origins` are the sites (https://…) whose pages may hold the widget. `max_body` is in bytes.
    """

    plans: Path = Path("plan_texts")
    data: Path = Path("instance")
    title: str = "规划问答"
    contact: str = "12345"
    origins: tuple[str, ...] = ()
    max_body: int = 16 * 1024

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> "Settings":
        """The settings of PLANBOT_PLANS, _DATA, _TITLE, _CONTACT, _ORIGINS; raises SettingWrong."""
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
        )


def _origins(value: str) -> tuple[str, ...]:
    origins = tuple(value.replace(",", " ").split())
    for origin in origins:
        if not _ORIGIN.fullmatch(origin):
            raise SettingWrong(
                f"PLANBOT_ORIGINS：“{origin}”不是网站来源；应写成 https://www.example.gov.cn。"
            )
    return origins
