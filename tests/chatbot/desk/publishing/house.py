"""A bureau with one plan that it was given, and all that taking in another needs."""

import io
import shutil
from dataclasses import dataclass
from pathlib import Path

from chatbot.cli.doors import progress
from chatbot.desk.publishing import building
from chatbot.desk.publishing.publishing import Publisher
from chatbot.desk.publishing.reading_intakes import Intaking
from chatbot.desk.publishing.uploads import Uploads
from chatbot.records.publishing.builds import Build, Builds
from chatbot.records.publishing.intakes import Intake, Intakes, Kind, State
from chatbot.records.staff import audit
from chatbot.records.staff.audit import Action, Deed
from index.generation import Generation
from index.intake.folders import PlanFolders
from index.store import Store

GIVEN = "青河县养老规划\n一、总体要求\n坚持为民服务。\n二、主要任务\n新建养老床位三百张。"
SENT = "青河县殡葬办法\n第一条 建公墓两处。\n第二条 收费公示。\n第三条 本办法自2026年1月1日起施行。"
WHO = "王芳"


@dataclass(frozen=True, slots=True)
class House:
    """The folders of a bureau, its records, and what publishes."""

    plans: Path
    data: Path
    publisher: Publisher

    @property
    def intakes(self) -> Intakes:
        return self.publisher.intakes

    @property
    def builds(self) -> Builds:
        return self.publisher.builds

    @property
    def intaking(self) -> Intaking:
        return self.publisher.intaking

    def send(self, text: str, name: str = "办法.txt", **more: object) -> Intake:
        """What was sent in, as it is kept."""
        upload = self.intaking.uploads.keep(io.BytesIO(text.encode()), name)
        intake = Intake(0, Kind.NEW, name, upload.sha256, upload.size, **more)  # type: ignore[arg-type]
        return self.begin(intake)

    def begin(self, intake: Intake) -> Intake:
        number = self.intakes.begin(intake, Deed(WHO, Action.PLAN_UPLOADED))
        return self.again(number)

    def again(self, number: int) -> Intake:
        found = self.intakes.find(number)
        assert found
        return found

    def publish(self, *intakes: Intake, is_cancelled: bool = False) -> Build:
        """Carry out a build of these, in this process."""
        build = self.builds.begin(WHO)
        moved = [self.again(one.number) for one in intakes]
        self.intakes.move(moved, State.PUBLISHING, Deed(WHO, Action.BUILD_STARTED), build)
        if is_cancelled:
            self.builds.cancel(build)
        self.publisher.carry_out(build)
        found = self.builds.find(build)
        assert found
        return found

    def served(self) -> Generation:
        store = Store(self.data)
        return store.load(store.current_name())

    def titles(self) -> list[str]:
        """Of what is served, in the order of the alphabet."""
        return sorted(document.title for document in self.served().documents)


def house(folder: Path, dictionary: Path) -> House:
    plans, data = folder / "plans", folder / "data"
    plans.mkdir()
    shutil.copytree(dictionary / "cache", data / "cache")
    (plans / "plan.txt").write_text(GIVEN, encoding="utf-8")
    folders = PlanFolders.of(plans, data)
    with building.building(data):
        building.build_index(folders, data, progress)
    intaking = Intaking(folders, Uploads(data))
    records = Intakes(data / audit.FILE), Builds(data / audit.FILE)
    return House(plans, data, Publisher(plans, data, intaking, *records))
