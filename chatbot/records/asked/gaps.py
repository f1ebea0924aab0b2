"""Questions that went unanswered -> groups: by the words the plans lack, by the nearest heading."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from chatbot.records.asked.reviewing import Asked, Under

_About = TypeVar("_About", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Gap(Generic[_About]):
    """What some questions have in common, None when nothing, and those questions."""

    about: _About | None
    questions: tuple[Asked, ...]

    @property
    def times(self) -> int:
        """How often they were asked."""
        return sum(one.times for one in self.questions)


def by_missing_word(asked: Iterable[Asked]) -> tuple[Gap[str], ...]:
    """The most asked first; a question that lacks two words stands in two groups."""
    return _grouped(asked, lambda one: one.missing)


def by_heading(asked: Iterable[Asked]) -> tuple[Gap[Under], ...]:
    """The most asked first; a question with no passage near stands under None."""
    return _grouped(asked, lambda one: one.under[:1])


def _grouped(
    asked: Iterable[Asked], abouts: Callable[[Asked], tuple[_About, ...]]
) -> tuple[Gap[_About], ...]:
    groups: dict[_About | None, list[Asked]] = {}
    for one in asked:
        for about in abouts(one) or (None,):
            groups.setdefault(about, []).append(one)
    gaps = [Gap(about, tuple(questions)) for about, questions in groups.items()]
    return tuple(sorted(gaps, key=lambda gap: (gap.about is None, -gap.times)))
