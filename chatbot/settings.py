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

    `bureau` is the file that tells whose site this is; the default one may be missing.

    `origins` are the sites (https://…) whose pages may hold the widget. `proxies` is how many
    proxies stand in front, each naming whom it speaks for. After `keep_days` (0: never) what was
    asked is deleted; after `check_days` (0: none is kept) a saved check of a draft. `two_people`:
    whoever sent a plan in or corrected it may not publish it. `max_body`, `max_draft_body` (JSON),
    `max_draft_file`, `max_version_files` (both files together), `max_draft_files` and
    `max_plan_files` (all files of an upload) are in bytes.
    """

    plans: Path = Path("plan_texts")
    data: Path = Path("instance")
    bureau: Path = Path("bureau.toml")
    title: str = "规划问答"
    contact: str = "12345"
    origins: tuple[str, ...] = ()
    proxies: int = 0
    keep_days: int = 180
    two_people: bool = False
    check_days: int = 30
    max_body: int = 16 * 1024
    max_draft_body: int = 256 * 1024
    max_draft_file: int = 5 * 1024 * 1024
    max_version_files: int = 20 * 1024 * 1024
    max_plan_files: int = 200 * 1024 * 1024
    max_draft_files: int = 40 * 1024 * 1024

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> "Settings":
        """The settings of PLANBOT_PLANS and the other variables of docs/settings.md.

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
            bureau=Path(given.get("bureau") or default.bureau),
            title=given.get("title") or default.title,
            contact=given.get("contact", default.contact),
            origins=_origins(given.get("origins", "")),
            proxies=_proxies(given.get("proxies", "")),
            two_people=_is_set(given.get("two_people", "")),
            keep_days=_days("KEEP", given.get("keep_days") or str(default.keep_days)),
            check_days=_days("CHECK", given.get("check_days") or str(default.check_days)),
        )

    def environment(self) -> dict[str, str]:
        """The environment for another process that is to work on the same folders."""
        folders = {"PLANS": self.plans, "DATA": self.data, "BUREAU": self.bureau}
        own = {_PREFIX + name: str(folder.absolute()) for name, folder in folders.items()}
        if not self.bureau.exists():
            own.pop(f"{_PREFIX}BUREAU")
        return {**os.environ, **own}


def _is_set(value: str) -> bool:
    if value not in {"", "0", "1"}:
        raise SettingWrong(
            f"PLANBOT_TWO_PEOPLE：“{value}”不认识；要求两个人经手写 1，不要求写 0 或不设。"
        )
    return value == "1"


def _proxies(value: str) -> int:
    if not re.fullmatch("[0-9]?", value):
        raise SettingWrong(
            f"PLANBOT_PROXIES：“{value}”不是个数；前面有几层代理就写几，没有就不设。"
        )
    return int(value or 0)


_DAYS = {
    "KEEP": "问答记录保存几天就写几，一直保存写 0",
    "CHECK": "保存的核对留几天就写几，不许保存写 0",
}


def _days(what: str, value: str) -> int:
    if not re.fullmatch("[0-9]{1,5}", value):
        raise SettingWrong(f"PLANBOT_{what}_DAYS：“{value}”不是天数；{_DAYS[what]}。")
    return int(value)


def _origins(value: str) -> tuple[str, ...]:
    origins = tuple(value.replace(",", " ").split())
    for origin in origins:
        if not _ORIGIN.fullmatch(origin):
            raise SettingWrong(
                f"PLANBOT_ORIGINS：“{origin}”不是网站来源；应写成 https://www.example.gov.cn。"
            )
    return origins
