"""The page of two versions, as a test reads it: the words of one side, the rows that changed."""

from lxml import html

from tests.chatbot.web.elements import find_all, tree_of


def side(page: str, name: str) -> str:
    """All words of one version as the page shows them."""
    shown = find_all(tree_of(page), f".compared .{name} .text")
    return "".join(one.text_content() for one in shown)


def changed(tree: html.HtmlElement) -> list[html.HtmlElement]:
    """The rows that tell a change."""
    return [row for row in find_all(tree, ".compared .row") if row.get("id")]


def carried(page: str) -> dict[str, str]:
    """What the page's own form would send along."""
    fields = find_all(tree_of(page), ".taking input")
    return {str(one.get("name")): str(one.get("value")) for one in fields}
