"""An operator's desk: a folder of plans, a data folder, and the commands run on them."""

from dataclasses import dataclass
from pathlib import Path

from click.testing import Result

from chatbot.app import create_app
from chatbot.settings import Settings

PLAN = "一、总体要求\n坚持以人民为中心。\n二、主要任务\n构建大养老体系。"
HEADER = "file,title,issuer,region,period,status,published,source_url,official\n"


@dataclass(frozen=True, slots=True)
class Desk:
    """Where one installation keeps its plans and its index."""

    plans: Path
    data: Path

    def run(self, *arguments: str | Path) -> Result:
        app = create_app(Settings(plans=self.plans, data=self.data))
        return app.test_cli_runner().invoke(args=[str(argument) for argument in arguments])

    def current(self) -> str:
        """The id of the generation served; "" when there is none."""
        pointer = self.data / "CURRENT"
        return pointer.read_text(encoding="ascii").strip() if pointer.exists() else ""


def assert_refused(done: Result, *named: str) -> None:
    """One Chinese message that names these things, exit code 1, and no traceback."""
    assert isinstance(done.exception, SystemExit), repr(done.exception)
    assert done.exit_code == 1
    assert "Traceback" not in done.output
    for words in named:
        assert words in done.output
