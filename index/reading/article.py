"""Which part of a saved page is the article, found by where its sentences stand."""

import re
from collections import Counter

from lxml.html import HtmlElement

_HAN = re.compile("[\u4e00-\u9fff]")
_MARK = re.compile("[，。；：！？]")
_FEWEST_SIGNS = 15  # Chinese characters; a run of fewer without a mark is a button or a label
_FEWEST_WITH_MARK = 5
_SHARE = 0.85  # of the sentences: an element with as many of its parent's is looked into
_SHARE_OF_PAGE = 0.8
_UNDIVIDED = frozenset("p tr ul ol li dl h1 h2 h3 h4 h5 h6".split())
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_UNSEEN = frozenset(
    {
        *("script", "style", "noscript", "template", "head", "svg", "iframe", "object", "select"),
        *("button", "input", "textarea", "nav", "footer", "audio", "video", "canvas"),
    }
)


def is_unseen(element: HtmlElement) -> bool:
    """Whether a reader of the page never sees what stands in an element.

    A page whose body hides itself is shown by its script.
    """
    return (
        not isinstance(element.tag, str)
        or element.tag in _UNSEEN
        or (element.tag != "body" and bool(_HIDDEN.search(element.get("style") or "")))
    )


def article_of(body: HtmlElement) -> HtmlElement | None:
    """The innermost element that holds nearly all the sentences of a page.

    A site's furniture is made of links and short labels, an article of sentences: from the body
    inwards the child with most of them is followed while it has nearly all. None when that leads
    nowhere: the page is the article, or has several. Text density is what CETR (Weninger 2010)
    and Readability go by; here it is counted in Chinese characters.
    """
    signs = _signs_in_sentences(body)
    found = body
    while True:
        inner = [child for child in found if signs[child] and child.tag not in _UNDIVIDED]
        child = max(inner, key=lambda child: signs[child], default=None)
        least = max(_SHARE * signs[found], _SHARE_OF_PAGE * signs[body])
        if child is None or signs[child] < least:
            return None if found is body else found
        found = child


def is_sentence(text: str) -> bool:
    """Whether a line is prose and no button, label or link: it ends like a sentence."""
    return _signs(text) >= _FEWEST_SIGNS and text.rstrip()[-1:] in "。；：！:"


def _signs_in_sentences(body: HtmlElement) -> Counter[HtmlElement]:
    """The Chinese characters in sentences inside every element; links count for nothing.

    From the last element back, children before parents: a hostile page may be deeper than
    Python's stack.
    """
    signs: Counter[HtmlElement] = Counter()
    for element in reversed(list(body.iter())):
        if is_unseen(element) or element.tag == "a":
            signs[element] = 0
        else:
            signs[element] += _signs(element.text)
        if element is not body:
            signs[element.getparent()] += signs[element] + _signs(element.tail)
    return signs


def _signs(text: str | None) -> int:
    """The Chinese characters of a run of text, when it is part of a sentence."""
    signs = len(_HAN.findall(text or ""))
    marked = signs >= _FEWEST_WITH_MARK and _MARK.search(text or "")
    return signs if signs >= _FEWEST_SIGNS or marked else 0
