"""The staff desk as its users meet it: accounts made by the operator, sign-in, a draft checked."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import Page

from tests.conftest import ROOT

PASSWORD = "zhong-wen-mi-ma-2026"  # noqa: S105


@dataclass
class StaffRoom:
    """Accounts of one server, made as they are needed by `flask staff`."""

    settings: dict[str, str]
    made: set[str] = field(default_factory=set)

    def account(self, name: str, role: str) -> str:
        if name not in self.made:
            self.run("add", name, "--role", role, typed=f"{PASSWORD}\n{PASSWORD}\n")
            self.made.add(name)
        return name

    def run(self, *arguments: str, typed: str = "") -> None:
        done = subprocess.run(
            [sys.executable, "-m", "flask", "staff", *arguments],
            cwd=ROOT,
            env=self.settings,
            input=typed,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr


def signed_in(
    open_page: Callable[..., Page],
    room: StaffRoom,
    role: str,
    address: str = "/desk",
    **kind: object,
) -> Page:
    """A page of the desk, reached through the sign-in form."""
    page = open_page(address, **kind)
    sign_in(page, room.account(role, role))
    return page


def sign_in(page: Page, name: str, password: str = PASSWORD) -> None:
    page.get_by_label("账号").fill(name)
    page.get_by_label("密码").fill(password)
    page.get_by_role("button", name="登录").click()


def check_draft(page: Page, draft: str) -> None:
    if page.locator("details.again:not([open])").count():  # below the result of another check
        page.locator("details.again > summary").click()
    page.get_by_label("粘贴文稿").fill(draft)
    page.get_by_role("button", name="核对", exact=True).click()
    page.locator(".sum").wait_for()
