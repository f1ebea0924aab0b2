"""The list of keys of the desk: one table, read here for people and by the pages' script.

A new key is a line in `static/desk/shortcuts.json`: it `goes` to a page, or it `does` something, of
which the page's own script hears as an event; `page` says where it works when not everywhere.
"""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from flask import Blueprint, current_app, render_template
from flask.typing import ResponseReturnValue

from chatbot.web.desk.session import current_account, for_staff

pages = Blueprint("shortcuts", __name__)


@dataclass(frozen=True, slots=True)
class Shortcut:
    """Keys pressed one after the other, what they are for, and the right that it needs."""

    keys: str
    says: str
    goes: str = ""
    does: str = ""
    right: str = ""
    page: str = ""

    def __post_init__(self) -> None:
        if bool(self.goes) == bool(self.does):
            raise ValueError(f"the keys {self.keys} go somewhere or do something")


@pages.get("/desk/shortcuts")
@for_staff(None)
def page() -> ResponseReturnValue:
    rights = {right.value for right in current_account().role.rights}
    known = [one for one in shortcuts(_file()) if not one.right or one.right in rights]
    groups = (
        ("在哪一页都行", [one for one in known if one.does and not one.page]),
        ("先按 g，再按一个字母：到一页去", [one for one in known if one.goes]),
        ("只在一页里", [one for one in known if one.page]),
    )
    return render_template("desk/search/shortcuts.html", groups=groups)


@lru_cache
def shortcuts(file: Path) -> tuple[Shortcut, ...]:
    """The table, in its order."""
    return tuple(Shortcut(**line) for line in json.loads(file.read_text(encoding="utf-8")))


def _file() -> Path:
    return Path(current_app.static_folder or "", "desk", "shortcuts.json")
