"""A page of ours and what was typed into one of its forms -> the page with the words in again.

Nothing but that form's own controls is touched, so any plain form works, whoever wrote its page.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser
from itertools import accumulate

from chatbot.web.desk.forms.carrying import Carried

_NOT_TYPED = frozenset({"hidden", "password", "file", "submit", "button", "reset", "image"})
_TICKED = frozenset({"checkbox", "radio"})
Attributes = dict[str, str | None]
Edit = tuple[int, int, str]  # from, to: what stands there instead


@dataclass(frozen=True, slots=True)
class _Tag:
    """A start tag, or an end tag (attributes None), at its place in the page."""

    name: str
    attributes: Attributes | None
    start: int
    end: int

    def told(self, name: str) -> str:
        return (self.attributes or {}).get(name) or ""

    @property
    def kind(self) -> str:
        return self.told("type") or "text"


@dataclass(frozen=True, slots=True)
class _Form:
    """A form's own tag, the tags in it, and the folded parts of the page around it."""

    tag: _Tag
    inner: tuple[_Tag, ...]
    folds: tuple[_Tag, ...]


def filled(page: str, carried: Carried, note: str) -> str | None:
    """The page with these fields in their form and `note` above it; None where it has none such."""
    tags = _tags(page)
    form = next((one for one in _forms(tags) if _takes(one, carried)), None)
    if form is None:
        return None
    opened = ((one.start, one.end, _tag(one, {"open": ""})) for one in form.folds)
    above = (form.tag.start, form.tag.start, _note(note))
    return _edited(page, [*opened, above, *_edits(form, carried)])


def _takes(form: _Form, carried: Carried) -> bool:
    """Whether what was sent can have come from this form: same address, names, hidden values."""
    if form.tag.told("action") != carried.to or form.tag.told("method").lower() != "post":
        return False
    hidden = [(one.told("name"), one.told("value")) for one in form.inner if one.kind == "hidden"]
    fixed = {(name, _one_line_end(value)) for name, value in hidden if name != "token"}
    sent = {(name, _one_line_end(value)) for name, value in carried.fields}
    return fixed <= sent and {name for name, _ in sent} <= {one.told("name") for one in form.inner}


def _one_line_end(value: str) -> str:
    """Browsers send every line end as two characters."""
    return value.replace("\r\n", "\n")


def _edits(form: _Form, carried: Carried) -> Iterator[Edit]:
    """Each value goes to the first control of its name that has none yet."""
    left = list(carried.fields)
    chosen_in = ""
    for at, tag in enumerate(form.inner):
        name = tag.told("name")
        if tag.attributes is None:
            continue
        if tag.name == "select":
            chosen_in = name
        elif tag.name == "option":
            yield _marked(tag, "selected", (chosen_in, tag.told("value")) in left)
        elif tag.name == "textarea":
            yield (tag.end, form.inner[at + 1].start, "\n" + escape(_taken(left, name)))
        elif tag.name == "input" and tag.kind in _TICKED:
            yield _marked(tag, "checked", (name, tag.told("value") or "on") in left)
        elif tag.name == "input" and tag.kind not in _NOT_TYPED and name:
            yield (tag.start, tag.end, _tag(tag, {"value": _taken(left, name)}))


def _taken(left: list[tuple[str, str]], name: str) -> str:
    found = next((pair for pair in left if pair[0] == name), None)
    if found:
        left.remove(found)
    return found[1] if found else ""


def _marked(tag: _Tag, mark: str, is_set: bool) -> Edit:
    kept = {name: value for name, value in (tag.attributes or {}).items() if name != mark}
    bare = _Tag(tag.name, kept, tag.start, tag.end)
    return (tag.start, tag.end, _tag(bare, {mark: ""} if is_set else {}))


def _tag(tag: _Tag, more: Attributes) -> str:
    together = {**(tag.attributes or {}), **more}
    told = (f' {name}="{escape(value or "")}"' for name, value in together.items())
    return f"<{tag.name}{''.join(told)}>"


def _note(note: str) -> str:
    """Where the page opens: it is the one thing that is new."""
    return (
        f'<p class="given kept" id="kept" role="alert" tabindex="-1" autofocus>{escape(note)}</p>'
    )


def _edited(page: str, edits: Iterable[Edit]) -> str:
    for start, end, words in sorted(edits, reverse=True):
        page = page[:start] + words + page[end:]
    return page


def _forms(tags: list[_Tag]) -> Iterator[_Form]:
    folds: list[_Tag] = []
    for at, tag in enumerate(tags):
        if tag.name == "details":
            folds = [*folds, tag] if tag.attributes is not None else folds[:-1]
        elif tag.name == "form" and tag.attributes is not None:
            end = next(i for i in range(at, len(tags)) if tags[i].name == "form" and i > at)
            yield _Form(tag, tuple(tags[at + 1 : end]), tuple(folds))


def _tags(page: str) -> list[_Tag]:
    reader = _Tags(page)
    reader.feed(page)
    reader.close()
    return reader.found


class _Tags(HTMLParser):
    """Every tag with where it begins and ends."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[_Tag] = []
        long = (len(line) + 1 for line in page.split("\n"))
        self._lines = list(accumulate(long, initial=0))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        start = self._at()
        text = self.get_starttag_text() or ""
        self.found.append(_Tag(tag, dict(attrs), start, start + len(text)))

    def handle_endtag(self, tag: str) -> None:
        self.found.append(_Tag(tag, None, self._at(), self._at()))

    def _at(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column
