"""How a run of a Word file is set apart, read from the file as it was saved."""

from docx.oxml.ns import qn
from docx.text.run import Run


def mark_of(run: Run) -> str:
    """The line of the box around it: dashed for words gone, single for words come, else ""."""
    box = run._r.find(f"{qn('w:rPr')}/{qn('w:bdr')}")
    return "" if box is None else str(box.get(qn("w:val")))
