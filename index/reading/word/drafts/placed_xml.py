"""The bytes of an XML part -> a tree whose elements know where in the bytes they stand."""

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element
from xml.parsers import expat  # lxml tells the line of an element, never its place in the bytes

_TAG = re.compile(rb"""<(?:[^>"']|"[^"]*"|'[^']*')*>""")


class UnfitXml(ValueError):
    """Bytes that are no XML in UTF-8, or that declare entities of their own."""


class Placed(Element):
    """An element from `start` up to `end`; its content from `opened` up to `closed`.

    `chunks` are its own characters, each with the place of its first byte, in order. `is_plain`:
    nothing but characters stands inside. `name` is the tag as written, prefix included.
    """

    def __init__(self, tag: str, attributes: Mapping[str, str], start: int, content: bytes) -> None:
        super().__init__(tag, dict(attributes))
        found = _TAG.match(content, start)
        if found is None:
            raise UnfitXml("no tag where one was parsed")
        self.start, self.opened = start, found.end()
        self.is_void = content[self.opened - 2] == ord("/")
        self.name = re.split(rb"[\s/>]", content[start + 1 : self.opened], maxsplit=1)[0].decode()
        self.closed = self.end = self.opened
        self.chunks: list[tuple[int, str]] = []
        self.is_plain = True


def placed(content: bytes) -> Placed:
    """The root of the tree. Raises UnfitXml."""
    return _Builder(content).root()


class _Builder:
    """One pass over the bytes of a part."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._open: list[Placed] = []
        self._root: Placed | None = None
        self._parser = expat.ParserCreate("UTF-8", "}")
        self._parser.buffer_text = False
        self._parser.StartElementHandler = self._begin
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._words
        self._parser.StartCdataSectionHandler = self._not_plain
        self._parser.CommentHandler = self._not_plain
        self._parser.ProcessingInstructionHandler = self._not_plain
        self._parser.StartDoctypeDeclHandler = _refuse

    def root(self) -> Placed:
        try:
            self._content.decode("utf-8")
            self._parser.Parse(self._content, True)
        except (expat.ExpatError, UnicodeDecodeError) as error:
            raise UnfitXml(str(error)) from error
        if self._root is None:
            raise UnfitXml("no element")
        return self._root

    def _begin(self, tag: str, attributes: Mapping[str, str]) -> None:
        own = {_clark(name): value for name, value in attributes.items()}
        element = Placed(_clark(tag), own, self._parser.CurrentByteIndex, self._content)
        if self._open:
            self._open[-1].append(element)
            self._open[-1].is_plain = False
        else:
            self._root = element
        self._open.append(element)

    def _end(self, _: str) -> None:
        element = self._open.pop()
        if not element.is_void:
            element.closed = self._parser.CurrentByteIndex
            element.end = self._content.index(b">", element.closed) + 1

    def _words(self, words: str) -> None:
        self._open[-1].chunks.append((self._parser.CurrentByteIndex, words))

    def _not_plain(self, *_: object) -> None:
        if self._open:
            self._open[-1].is_plain = False


def _refuse(*_: object) -> None:
    raise UnfitXml("a document type is declared")


def _clark(name: str) -> str:
    """{namespace}local, as ElementTree and lxml write it."""
    return "{" + name if "}" in name else name
