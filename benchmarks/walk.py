"""One question, profiled from the endpoint to the stored answer -> the modules it is led through.

    python -m benchmarks.walk [QUESTION]

The walk is what a reader follows: the modules that the tellers of the story call (the endpoint,
the services, the pipeline), in the order in which they are entered. A call back up goes from a
room to one that stands above it in the import contracts: only a function handed down can do that.
"""

import sys
import tempfile
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from chatbot.app import create_app
from chatbot.cli.plans.build_index import build_index
from chatbot.settings import Settings

_ROOT = Path(__file__).parents[1]
_TELLERS = ("chatbot.web.ask.answers", "chatbot.services", "chatbot.answering.pipeline")
_OURS = ("chatbot", "index")
_STORE = "chatbot.records.asked.questions"
_QUESTION = "残疾人福利保障怎么做？"


@dataclass(slots=True)
class Walk:
    """Who called whom, module by module, each pair once and in order, till the answer is stored."""

    is_stored: bool = False
    steps: dict[tuple[str, str], None] = field(default_factory=dict)

    def notice(self, frame: FrameType, event: str, _: object) -> None:
        """What `sys.setprofile` calls."""
        callee, name = frame.f_globals.get("__name__", ""), frame.f_code.co_name
        if self.is_stored or event != "call" or not callee.startswith(_OURS):
            return
        if name.startswith(("<", "__")):
            return  # a value that is made is no step
        caller = next(_callers(frame), "")
        self.is_stored = callee == _STORE and name == "keep_question"
        if caller != callee:
            self.steps.setdefault((caller, callee))

    def entered(self) -> list[tuple[str, str]]:
        """The modules that the tellers call, each with the first who does."""
        first: dict[str, str] = {}
        for caller, callee in self.steps:
            if caller in _TELLERS or callee in _TELLERS:
                first.setdefault(callee, caller)
        return list(first.items())

    def back_up(self) -> list[tuple[str, str]]:
        floors = list(_floors())
        return [step for step in self.steps if any(_rises(*step, floor) for floor in floors)]


def main() -> None:
    question = (sys.argv[1:] or [_QUESTION])[0]
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        build_index(_ROOT / "plan_texts", data)
        client = create_app(Settings(plans=_ROOT / "plan_texts", data=data)).test_client()
        client.post("/api/answers", json={"question": "基本原则有哪些？"})  # all is loaded
        walk = Walk()
        sys.setprofile(walk.notice)
        reply = client.post("/api/answers", json={"question": question})
        sys.setprofile(None)
    entered, back_up = walk.entered(), walk.back_up()
    for place, (module, caller) in enumerate(entered, 1):
        _write(f"{place:3}  {module:45} from {caller or 'the server'}")
    _write(f"{question} -> {reply.json['outcome'] if reply.json else reply.status}")
    _write(f"modules entered: {len(entered)}   calls back up: {len(back_up)}")
    for caller, callee in back_up:
        _write(f"     {caller} -> {callee}")


def _callers(frame: FrameType) -> Iterator[str]:
    """The modules of ours further out, nearest first."""
    outer = frame.f_back
    while outer:
        name = outer.f_globals.get("__name__", "")
        if name.startswith(_OURS):
            yield name
        outer = outer.f_back


def _floors() -> Iterator[tuple[str, dict[str, int]]]:
    """Each container of the layer contracts, and the floor of each of its rooms, 0 the highest."""
    settings = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    for contract in settings["tool"]["importlinter"]["contracts"]:
        for container in contract.get("containers", ()):
            rooms = (
                (room.strip(), floor)
                for floor, layer in enumerate(contract["layers"])
                for room in layer.split("|")
            )
            yield container, dict(rooms)


def _rises(caller: str, callee: str, contract: tuple[str, dict[str, int]]) -> bool:
    container, floors = contract
    inside = [name.removeprefix(f"{container}.").split(".")[0] for name in (caller, callee)]
    if not all(name.startswith(f"{container}.") for name in (caller, callee)):
        return False
    here, there = (floors.get(room) for room in inside)
    return here is not None and there is not None and there < here


def _write(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
