"""What the commands share: the way they refuse, and the way they show that work goes on."""

import contextlib
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import click

from chatbot.told.faults_told import faults_told
from index.errors import PlanError
from index.intake.faults import Fault

FOLDER = click.Path(path_type=Path, file_okay=False)
FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
_Item = TypeVar("_Item")


@contextlib.contextmanager
def refusing() -> Iterator[None]:
    """Our errors become one message and exit code 1."""
    try:
        yield
    except PlanError as error:
        raise click.ClickException(str(error)) from error


def progress(items: Iterable[_Item], label: str) -> Iterable[_Item]:
    """The same items, a progress bar on stderr as they are taken."""
    with click.progressbar(items, label=label, file=sys.stderr) as bar:
        yield from bar


def tell_faults(faults: Iterable[Fault]) -> None:
    """On stderr, so that what a command prints for programs stays clean."""
    for line in faults_told(tuple(faults)):
        click.echo(line, err=True)
