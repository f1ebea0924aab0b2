"""A regular expression -> where it is found, in time that grows with the text and no faster."""

from collections.abc import Iterator

import re2

from index.errors import PlanError
from index.spans import Span

LONGEST = 200  # characters of a pattern
_MEMORY = 8 * 2**20  # bytes


class PatternUnfit(PlanError):
    """A pattern that RE2 does not take."""


class Pattern:
    """RE2 never tries again what it has read: no pattern can keep it busy (ReDoS)."""

    def __init__(self, pattern: str) -> None:
        options = re2.Options()
        options.log_errors = False
        options.max_mem = _MEMORY
        options.case_sensitive = False
        if len(pattern) > LONGEST:
            raise PatternUnfit(f"表达式太长：请缩短到 {LONGEST} 个字符以内。")
        try:
            self._compiled = re2.compile(pattern, options)
        except (re2.error, UnicodeEncodeError) as error:
            raise PatternUnfit(
                "表达式写得不对，或用了不支持的写法（反向引用、前后环视）：请改一改再查。"
            ) from error

    def places(self, text: str) -> Iterator[Span]:
        """From left to right, none overlapping another, none empty."""
        for found in self._compiled.finditer(text):
            if found.end() > found.start():
                yield Span(found.start(), found.end())
