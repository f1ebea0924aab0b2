"""What waits for somebody at the desk, each with its count and the page where it is done."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta

from flask import url_for

from chatbot.beijing_time import today_in_china
from chatbot.records.asked.growing import growing
from chatbot.records.publishing.intakes import State
from chatbot.records.staff.accounts import Account, Right
from chatbot.web.http.served_by import services
from index.errors import PlanError
from index.intake.documents import Document
from index.intake.faults import left_out

_SOON = timedelta(days=30)  # before the end of a guide or a plan somebody has to look at it
_GROUPS, _PLANS, _NAMED = 3, 5, 2  # at most, told one by one


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be done: how many of it, in words, and where."""

    count: int
    told: str
    link: str


def tasks(account: Account) -> tuple[Task, ...]:
    """What this member of staff may do something about, the most urgent first."""
    found: list[Task] = []
    if account.may(Right.INTAKE):
        found += _of_intakes(account)
    if account.may(Right.CHECK):
        found += [
            *_of_questions(),
            *_of_guides(),
            *_of_plans(may_take_in=account.may(Right.INTAKE)),
        ]
    return tuple(task for task in found if task.count)


def _of_intakes(account: Account) -> Iterator[Task]:
    link = url_for("shelving.page")
    if faults := left_out(services().shelf.faults):
        yield Task(len(faults), "个规划文件读不了，居民问不到", f"{link}#faults")
    states = [one.state for one in services().intakes.open()]
    ready, waiting = states.count(State.READY), states.count(State.WAITING)
    if account.may(Right.PUBLISH):
        yield Task(ready, "件规划等着公布或撤下", f"{link}#under-way")
    yield Task(waiting, "份上传的规划等着核对", f"{link}#under-way")


def _of_questions() -> Iterator[Task]:
    records = services().records
    link = url_for("questions.page", left="yes", handled="no")
    yield Task(records.waiting(), "个居民留下的问题等着答复", link)
    for one in growing(records.asked, today_in_china())[:_GROUPS]:
        told = f"次问到“{one.word}”没有答上（最近七天；再前七天 {one.before} 次），越来越多"
        link = url_for("questions.page", outcome="not_found", handled="no", words=one.word)
        yield Task(one.now, told, link)
    yield Task(services().pins.waiting(), "条指定答复要复核", url_for("pins.page"))


def _of_guides() -> Iterator[Task]:
    today, soon = today_in_china(), today_in_china() + _SOON
    until = [date.fromisoformat(one.guidance.until) for one in services().guides.serving()]
    link = url_for("guides.page")
    yield Task(sum(day < today for day in until), "条办事指引已经过期，居民看不到", link)
    yield Task(sum(today <= day <= soon for day in until), "条办事指引三十天内到期", link)


def _of_plans(*, may_take_in: bool) -> Iterator[Task]:
    """Plans whose time is over or soon will be."""
    documents: tuple[Document, ...] = ()
    with suppress(PlanError):  # without an index there are none
        documents = services().shelf.current().documents
    today = today_in_china()
    ending = [one for one in documents if today <= _end(one, today) <= today + _SOON * 2]
    for one in ending[:_PLANS]:
        days = (_end(one, today) - today).days
        link = url_for("plans.read", document_id=one.id)
        yield Task(days, f"天后《{one.title}》到期（{_end(one, today)}）", link)
    over = [one for one in documents if _end(one, today) < today]
    names = "".join(f"《{one.title}》" for one in over[:_NAMED])
    told = f"份规划的规划期或有效期已经过了，看要不要换新版：{names}{'等' * (len(over) > _NAMED)}"
    yield Task(len(over), told, url_for("shelving.page" if may_take_in else "plans.shelf"))


def _end(document: Document, today: date) -> date:
    """The last day of a document, the end of the calendar when it names none."""
    with suppress(ValueError):
        return date.fromisoformat(document.expires)
    years = [int(year) for year in document.period.split("-") if year.isdigit()]
    last = max(years, default=0)
    return date(last, 12, 31) if date.min.year < last <= today.year + 100 else date.max
