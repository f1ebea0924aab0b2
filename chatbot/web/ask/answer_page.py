"""An Answer -> what a template that shows one needs: its parts, its links, its telephones."""

import re
from collections.abc import Iterable, Iterator

from chatbot.answering.answer import Answer, Outcome
from chatbot.answering.citing import Citation
from chatbot.answering.parts import Shown, shown
from chatbot.answering.replies import checked_on, shortened
from chatbot.told.api_json import quote_url
from chatbot.told.badges import badges
from chatbot.told.phones import numbers_to_call, phones
from chatbot.web.http.served_by import services
from chatbot.web.plans.surroundings import around
from index.spans import Span

_SIGN = re.compile(r"\s*(?:-{2,}|—{2,}|[·•●▪■◆*-])\s*")  # as withSign in the widget's answer.js
REASONS = ("答非所问", "不够完整", "看不懂", "内容过时")  # why an answer may not have helped


def names_of_answers() -> dict[str, object]:
    """What `ask/parts.html` and the pages around it may show."""
    return {
        "around": _around,
        "badges": badges,
        "checked_on": checked_on,
        "list_sign": _list_sign,
        "offers_phone": _offers_phone,
        "quote_url": quote_url,
        "shortened": shortened,
        "shown_in": _shown_in,
        "with_numbers": _with_numbers,
        "with_phones": _with_phones,
    }


def _shown_in(answer: Answer) -> tuple[Shown, ...]:
    return shown(answer.parts, answer.citations)


def _list_sign(words: str) -> str:
    """The dash or dot that opens an item in the plan, "" for none."""
    found = _SIGN.match(words)
    return found[0] if found else ""


def _around(citation: Citation) -> tuple[str, str]:
    return around(citation.document.text, citation.span)


def _offers_phone(answer: Answer) -> bool:
    """Whether the telephone stands below: no plan answers, and no reply has named it."""
    unanswered = answer.outcome in {Outcome.NOT_FOUND, Outcome.UNCLEAR}
    contact = services().settings.contact
    return unanswered and not any(contact in one.said for one in _shown_in(answer))


def _with_phones(text: str) -> Iterator[tuple[str, bool]]:
    """A reply cut where a telephone number begins or ends, and which pieces are one."""
    return _cut_at(phones(text, services().settings.contact), text)


def _with_numbers(written: str) -> Iterator[tuple[str, bool]]:
    """The same for what staff wrote as numbers to call."""
    return _cut_at(numbers_to_call(written), written)


def _cut_at(places: Iterable[Span], text: str) -> Iterator[tuple[str, bool]]:
    end = 0
    for place in places:
        yield text[end : place.start], False
        yield place.cut(text), True
        end = place.end
    yield text[end:], False
