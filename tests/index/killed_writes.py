"""A writer that is killed at each touch of the disk in turn; says what a reader finds after."""

import json
import os
import signal
import sys
from pathlib import Path

from index.errors import PlanError
from index.generation import Generation
from index.store import Store
from tests.index.stored import put

EVENTS = frozenset(
    "open os.rename os.mkdir os.remove os.rmdir shutil.rmtree sqlite3.connect".split()
)
MOST = 300


def main(data: Path, plans: Path, wanted: str) -> None:
    """Write generation `wanted` of the store again and again, killed a little later each time."""
    store = Store(data)
    generation = store.load(wanted)
    for touch in range(1, MOST):
        status = write_and_die(store, generation, plans, touch)
        stage = {"touch": touch, "killed": os.WIFSIGNALED(status)} | found(data)
        sys.stdout.write(json.dumps(stage) + "\n")
        sys.stdout.flush()
        if not os.WIFSIGNALED(status):
            return


def write_and_die(store: Store, generation: Generation, plans: Path, touch: int) -> int:
    """The wait status of a child that is killed just before its n-th touch of the data folder."""
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1]
    left = touch

    def count(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal left
        if event in EVENTS and str(store.folder) in str(arguments):
            left -= 1
            if not left:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)
    put(store, generation, plans)
    os._exit(0)


def found(data: Path) -> dict[str, object]:
    """What a reader that starts now is served, and why not when it is not."""
    store = Store(data)
    try:
        current = store.current_name()
        return {"served": store.load(current).id == current.partition(".")[0], "why": ""}
    except PlanError as refusal:
        return {"served": False, "why": str(refusal)}


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
