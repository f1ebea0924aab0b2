"""manifest.json of a generation: its database's hash, what it was made from, what was left out."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from index.faults import Fault


@dataclass(frozen=True, slots=True)
class MadeFrom:
    """Fingerprints of the plan files and of the code that a generation was built from."""

    plans: str
    code: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is kept beside the database of a generation."""

    sha256: str
    made_from: MadeFrom
    faults: tuple[Fault, ...] = ()


def read_manifest(file: Path) -> Manifest:
    """The manifest as written, or as an older version wrote it.

    Raises OSError, ValueError, TypeError or KeyError when the file holds none.
    """
    kept = {"plans": "", "code": "", "faults": [], **json.loads(file.read_text(encoding="utf-8"))}
    return Manifest(
        str(kept["sha256"]),
        MadeFrom(kept["plans"], kept["code"]),
        tuple(Fault(**fault) for fault in kept["faults"]),
    )


def write_manifest(file: Path, manifest: Manifest) -> None:
    kept = {
        "sha256": manifest.sha256,
        **asdict(manifest.made_from),
        "faults": [asdict(fault) for fault in manifest.faults],
    }
    file.write_text(json.dumps(kept), encoding="utf-8")
