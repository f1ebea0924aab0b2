"""A page -> the text of one element and of the marks in it, as a browser's textContent gives it."""

from html.parser import HTMLParser

EMPTY_ELEMENTS = frozenset("br hr img input link meta".split())


class Page(HTMLParser):
    """Reads a page once: its elements in order, the article's text, the marked pieces."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.article = ""
        self.marks: list[str] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "mark":
            self.marks.append("")
        if tag not in EMPTY_ELEMENTS:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag, f"</{tag}> closes another element"

    def handle_data(self, data: str) -> None:
        if "article" in self._open:
            self.article += data
        if "mark" in self._open:
            self.marks[-1] += data

    def ids(self) -> list[str]:
        return [attributes["id"] or "" for _, attributes in self.tags if "id" in attributes]

    def headings(self) -> list[int]:
        levels = {f"h{level}": level for level in range(1, 7)}
        return [levels[tag] for tag, _ in self.tags if tag in levels]
