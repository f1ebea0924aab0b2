"""Intakes that somebody published -> built in and served, or left as they were and told why."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import TypeVar

from chatbot.desk.publishing.building import INDEXING, READING, Built, Swap, build_index, building
from chatbot.desk.publishing.reading_intakes import Intaking
from chatbot.desk.publishing.staging import in_place, recover, staged
from chatbot.records.publishing.builds import Builds, BuildState
from chatbot.records.publishing.intakes import Intake, Intakes, Kind, State
from chatbot.records.staff.audit import Action, Deed
from index.errors import PlanError
from index.intake.folders import PlanFolders

_Item = TypeVar("_Item")
_SHARES = {READING: (0, 50), INDEXING: (50, 90)}  # per cent at which a step begins and ends
_SAVING = 95
_OFTEN = 0.3  # seconds between two signs of life


class Cancelled(PlanError):
    """Somebody asked for the build to end."""


@dataclass(frozen=True, slots=True)
class Publisher:
    """Carries out builds of one installation."""

    plans: Path
    data: Path
    intaking: Intaking
    intakes: Intakes
    builds: Builds

    def carry_out(self, number: int) -> None:
        """Build what waits for the build of this number; how it ended is told there."""
        build = self.builds.find(number)
        intakes = [one for one in self.intakes.open() if one.build == number]
        if build is None or not intakes:
            return
        try:
            built = self._build(number, intakes)
        except Cancelled:
            self._return(intakes, build.by, "已取消")
            self.builds.end(number, BuildState.CANCELLED, "已取消：原来的文件照常使用。")
        except Exception as error:
            told = str(error) if isinstance(error, PlanError) else f"程序的问题：{error!r}"
            self._return(intakes, build.by, "没有建成")
            self.builds.end(number, BuildState.FAILED, f"{told}（原来的文件照常使用。）")
            if not isinstance(error, PlanError):
                raise
        else:
            deed = Deed(build.by, Action.PLAN_PUBLISHED)
            for intake in intakes:
                done = Deed(deed.who, deed.action, _told(intake))
                self.intakes.move([intake], State.PUBLISHED, done, number)
            self.builds.end(number, BuildState.DONE, _outcome(built))

    def _build(self, number: int, intakes: list[Intake]) -> Built:
        watch = _Watch(self.builds, number)
        watch.tell(0, "等待前面的建立索引完成")
        with building(self.data):
            recover(self.data)
            changes = [self.intaking.change(intake) for intake in intakes]
            with staged(self.data, changes) as own:
                folders = PlanFolders(self.plans, own)
                needed = frozenset(one.file for one in changes if not one.is_withdrawal)
                swap = Swap(in_place(self.plans, self.data, own), needed)
                return build_index(folders, self.data, watch, swap=swap)

    def _return(self, intakes: Iterable[Intake], who: str, why: str) -> None:
        self.intakes.move(intakes, State.READY, Deed(who, Action.PLAN_NOT_PUBLISHED, why))


class _Watch:
    """Tells how far a build is, and ends it when it is asked to."""

    def __init__(self, builds: Builds, number: int) -> None:
        self._builds = builds
        self._number = number
        self._told_at = 0.0

    def __call__(self, items: Iterable[_Item], label: str) -> Iterable[_Item]:
        things = list(items)
        begins, ends = _SHARES[label]
        for place, thing in enumerate(things):
            if monotonic() - self._told_at > _OFTEN:
                step = f"{label}（{place + 1} / {len(things)}）"
                self.tell(begins + (ends - begins) * place // len(things), step)
            yield thing
        if label == INDEXING:
            self.tell(_SAVING, "保存")

    def tell(self, done: int, step: str) -> None:
        """Raises Cancelled."""
        self._told_at = monotonic()
        if not self._builds.tell(self._number, done, step):
            raise Cancelled("已取消。")


def _told(intake: Intake) -> str:
    if intake.kind is Kind.WITHDRAWAL:
        return f"撤下：{intake.note}" if intake.note else "撤下"
    if intake.replaces:
        return f"代替 {intake.replaces}"
    return "更正" if intake.kind is Kind.CORRECTION else "收入"


def _outcome(built: Built) -> str:
    generation = built.generation
    count = f"现在有 {len(generation.documents)} 份文件。" if generation else "文件没有变化。"
    pins = f"{built.pins.suspended} 条指定答复停用，请复核。" if built.pins.suspended else ""
    return f"已经生效，{count}{pins}"
