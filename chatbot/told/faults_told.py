"""What is wrong with files of the folder of plans -> the lines that an operator reads."""

from collections.abc import Iterable, Iterator

from index.intake.catalogue import NAME
from index.intake.faults import Fault, left_out


def faults_told(faults: tuple[Fault, ...]) -> Iterator[str]:
    """How many files were left out, then a line for each fault: the file, why, what to do."""
    if names := left_out(faults):
        yield f"有 {len(names)} 个文件没有收入，其余的照常使用："
        yield from _told(fault for fault in faults if fault.left_out)
    if NAME in names:
        yield f"（{NAME} 改好以前，标题、机关、日期等只用各文件自己写明的。）"
    if listed := [fault for fault in faults if not fault.left_out]:
        yield f"目录 {NAME} 和文件夹有 {len(listed)} 处对不上，不影响使用："
        yield from _told(listed)


def _told(faults: Iterable[Fault]) -> Iterator[str]:
    return (f"  {line}" for fault in faults for line in fault.told.splitlines())
