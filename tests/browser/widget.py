"""The widget as its user handles it; Playwright looks through its open shadow root."""

from playwright.sync_api import Locator, Page, expect


class Widget:
    """<plan-chat> on a page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.root = page.locator("plan-chat")
        self.launcher = self.root.locator(".launcher")
        self.panel = self.root.get_by_role("dialog")
        self.box = self.panel.get_by_role("textbox", name="想问什么？")
        self.status = self.panel.get_by_role("status")
        self.offers = self.panel.get_by_role("option")
        self.turns = self.panel.locator(".turn")

    def open(self) -> None:
        self.launcher.click()
        expect(self.panel).to_be_visible()

    def press(self, name: str) -> None:
        """One of the settings; on a phone they are folded away."""
        choice = self.panel.get_by_role("button", name=name)
        if not choice.is_visible():
            self.panel.get_by_role("button", name="设置").click()
        choice.click()

    def ask(self, question: str) -> Locator:
        """The turn that answers, once it has been answered."""
        number = self.turns.count()
        self.box.fill(question)
        self.panel.get_by_role("button", name="提问").click()
        turn = self.turns.nth(number)
        expect(turn.locator(".reply")).to_be_visible()
        return turn


def marked_text(page: Page) -> str:
    """All the pieces of the mark, joined."""
    return str(
        page.evaluate("[...document.querySelectorAll('mark')].map(m => m.textContent).join('')")
    )


def scrolls_sideways(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth > innerWidth"))
