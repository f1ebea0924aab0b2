"""A .docx and the same with comments -> what else differs between them, part by part."""

import io
import zipfile

from docx.oxml.ns import qn
from lxml import etree
from lxml.etree import _Element as Element

_SPACE = qn("xml:space")
_RANGES = {qn("w:commentRangeStart"), qn("w:commentRangeEnd")}
_LISTS = ("[Content_Types].xml", ".rels")
_WHITE = " \t\r\n"


def differing(before: bytes, after: bytes) -> list[str]:
    """The parts that differ in more than comments; none when only comments were added.

    A document is compared without the comments that came, and with runs and texts of one form put
    together on both sides, since a mark cuts a run in two. What a list of parts had, it still has.
    """
    old, new = _parts(before), _parts(after)
    comments = {name for name in new if name.rpartition("/")[2].startswith("comments")}
    changed = [name for name in old if old[name] != new.get(name)]
    changed += [name for name in new if name not in old and name not in comments]
    return [name for name in changed if not _is_same(name, old, new)]


def comments_of(content: bytes) -> list[str]:
    """The ids of the comments that the document refers to, in order."""
    return [
        one.get(qn("w:id"))
        for name, part in _parts(content).items()
        if name.endswith(".xml") and b"commentReference" in part
        for one in etree.fromstring(part).iter(qn("w:commentReference"))
    ]


def _is_same(name: str, old: dict[str, bytes], new: dict[str, bytes]) -> bool:
    if name not in old or name not in new:
        return name.endswith("document.xml.rels") and name in new
    before, after = etree.fromstring(old[name]), etree.fromstring(new[name])
    if name.endswith(_LISTS) or name.rpartition("/")[2].startswith("comments"):
        return _had(before) <= _had(after) and before.attrib == after.attrib
    known = {one.get(qn("w:id")) for one in before.iter(qn("w:commentReference"))}
    _without_comments(after, known)
    return _canonical(_joined(before)) == _canonical(_joined(after))


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _had(root: Element) -> set[bytes]:
    return {_canonical(child) for child in root}


def _canonical(element: Element) -> bytes:
    found: bytes = etree.tostring(element, method="c14n", exclusive=True, with_tail=False)
    return found


def _without_comments(root: Element, known: set[str]) -> None:
    for element in list(root.iter(*_RANGES)):
        if element.get(qn("w:id")) not in known:
            element.getparent().remove(element)
    for element in list(root.iter(qn("w:commentReference"))):
        if element.get(qn("w:id")) not in known:
            run = element.getparent()
            assert [one.tag for one in run] == [qn("w:commentReference")]  # noqa: S101
            run.getparent().remove(run)


def _joined(root: Element) -> Element:
    for run in list(root.iter(qn("w:r"))):
        before = run.getprevious()
        if before is not None and before.tag == run.tag and _form(before) == _form(run):
            before.extend([one for one in run if one.tag != qn("w:rPr")])
            run.getparent().remove(run)
    for text in root.iter(qn("w:t")):
        text.text = _shown(text)
    for text in list(root.iter(qn("w:t"))):
        text.attrib.pop(_SPACE, None)
        before = text.getprevious()
        if before is not None and before.tag == text.tag:
            before.text = f"{before.text or ''}{text.text or ''}"
            text.getparent().remove(text)
    return root


def _shown(text: Element) -> str:
    words: str = text.text or ""
    return words if text.get(_SPACE) == "preserve" else words.strip(_WHITE)


def _form(run: Element) -> tuple[bytes, ...]:
    """What a run has besides its content."""
    attributes = repr(sorted(run.attrib.items())).encode()
    return attributes, *(_canonical(one) for one in run.iterchildren(qn("w:rPr")))
