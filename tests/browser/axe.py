"""axe-core on a page: what breaks WCAG 2.2 AA or best practice, shadow roots included."""

from importlib.resources import files

from playwright.sync_api import Page

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
# Naming wcag22aa switches target-size on, which a plain axe.run() leaves out.
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """tags => axe.run(document, {runOnly: {type: 'tag', values: tags}}).then(found => ({
  checked: found.passes.map(rule => rule.id),
  violations: found.violations.map(rule =>
    [rule.id, rule.impact, ...rule.nodes.map(node => `${node.target} ${node.html.slice(0, 200)}`)]),
}))"""


def violations(page: Page) -> list[list[str]]:
    """Each rule that is broken: its name, how grave it is, where."""
    page.evaluate(AXE)
    found = page.evaluate(RUN, TAGS)
    assert "target-size" in found["checked"], "axe did not look at the size of targets"
    broken: list[list[str]] = found["violations"]
    return broken
