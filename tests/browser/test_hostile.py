"""Whatever a plan or the service says, the widget shows it as words and runs nothing."""

import json
from typing import Any

import pytest
from playwright.sync_api import Route, expect

from tests.browser.widget import Widget

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</blockquote><svg/onload=alert(1)>",
    "javascript:alert(1)",
    "\u202e颠倒\u202c零\u200b宽\ufeff",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_a_hostile_answer_is_shown_as_words(
    widget: Widget, complaints: list[str], words: str
) -> None:
    def poisoned(route: Route) -> None:
        answer = route.fetch().json()
        route.fulfill(json=with_words(answer, words))

    page = widget.page
    page.on("dialog", lambda dialog: complaints.append(dialog.message))
    page.route("**/api/answers", poisoned)
    page.route("**/context?*", lambda r: r.fulfill(json=dict.fromkeys(SIDES, words)))
    page.route("**/api/suggestions*", lambda r: r.fulfill(json={"suggestions": [words] * 3}))
    turn = widget.ask("大养老体系怎么建？")
    expect(turn.locator("[part=quote]").first).to_be_attached()
    assert turn.locator("[part=quote]").first.text_content() == words
    turn.get_by_role("button", name="展开上下文").click()
    assert turn.locator(".around").text_content() == words * 3
    widget.box.press_sequentially("养老")
    expect(widget.offers).to_have_count(3)
    assert widget.panel.locator("script, img, svg, iframe").count() == 0
    for link in turn.locator("a").all():
        assert (link.get_attribute("href") or "").startswith(("http://127.0.0.1", "tel:"))
    assert complaints == []


SIDES = ("before", "quote", "after")
KEPT = ("outcome", "sha256", "url", "id", "generation")


def with_words(value: Any, words: str, name: str = "") -> Any:
    """The same JSON with every text in it replaced, but for what addresses are made of."""
    if isinstance(value, dict):
        return {key: with_words(item, words, key) for key, item in value.items()}
    if isinstance(value, list):
        return [with_words(item, words, name) for item in value]
    return words if isinstance(value, str) and name not in KEPT else json.loads(json.dumps(value))
