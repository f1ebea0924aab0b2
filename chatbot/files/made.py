"""By whom and when a file was made, as its properties tell."""

from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass(frozen=True, slots=True)
class Made:
    """`by` is the name of a member of staff or of the bureau; `at` is in UTC."""

    by: str
    at: datetime

    def __post_init__(self) -> None:
        if self.at.tzinfo is not UTC:
            raise ValueError("the time a file was made is told in UTC")
