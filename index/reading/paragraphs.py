"""Paragraph: a line of a plan file, and what its format says it is."""

from dataclasses import dataclass
from enum import Enum


class Role(Enum):
    """What a format knows of a line; most formats know little, and most lines are text.

    INFORMATION tells of the document (发布日期：…); DECLARED does so where nobody sees it, in the
    head of a page.
    """

    TEXT = "text"
    HEADING = "heading"
    TABLE_HEADER = "table_header"
    TABLE_ROW = "table_row"
    INFORMATION = "information"
    DECLARED = "declared"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of text. A table row's cells are joined by tabs.

    `level` is that of a heading, from 1; `table` numbers the tables of a file, from 1;
    `is_outside` when a page has it around its article.
    """

    text: str
    role: Role = Role.TEXT
    level: int = 0
    table: int = 0
    is_outside: bool = False
