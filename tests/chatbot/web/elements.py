"""A page -> its elements, found by tags and classes as a style sheet names them."""

from lxml import html


def tree_of(page: str) -> html.HtmlElement:
    return html.document_fromstring(page)


def find_all(within: html.HtmlElement, named: str) -> list[html.HtmlElement]:
    """The elements for `.compared .row del`: a tag or a class at each step, in document order."""
    steps = (
        f"*[contains(concat(' ', normalize-space(@class), ' '), ' {step[1:]} ')]"
        if step.startswith(".")
        else step
        for step in named.split()
    )
    found: list[html.HtmlElement] = within.xpath(".//" + "//".join(steps))
    return found


def texts(within: html.HtmlElement, named: str) -> list[str]:
    return [str(one.text_content()) for one in find_all(within, named)]
