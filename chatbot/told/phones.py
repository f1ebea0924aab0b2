"""A fixed reply, or advice of staff -> where telephone numbers stand, to be tapped."""

import re

from index.spans import Span

_QUOTED = "“[^”]*”"  # words of a question or a plan: an amount there is nothing to call
_PUBLIC = "1[12][0-9]|12[0-9]{3}|96110"  # 110, 119, 120, 122; 12345 and its like; fraud


def phones(text: str, contact: str) -> tuple[Span, ...]:
    """The places in `text` of public service numbers and of the installation's own."""
    numbers = "|".join(filter(None, (re.escape(contact), _PUBLIC)))
    pattern = f"{_QUOTED}|(?<![0-9])(?P<phone>{numbers})(?![0-9])"
    return tuple(Span(*found.span()) for found in re.finditer(pattern, text) if found["phone"])


def numbers_to_call(written: str) -> tuple[Span, ...]:
    """The numbers where nothing but numbers is written: 0753-2180000、12345."""
    return tuple(Span(*found.span()) for found in re.finditer("[0-9]+(?:-[0-9]+)*", written))
