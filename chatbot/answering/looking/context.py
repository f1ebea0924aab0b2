"""What stands around a quote: its headings and its title, each with how much it is trusted."""

from index.intake.documents import Document
from index.outlining.outline import Section

Trust = tuple[float, float, float]  # in the own heading, in the headings above, in the title


def context(document: Document, section: Section, trust: Trust) -> list[tuple[str, float]]:
    """The own heading, the headings above and the title of a section, for Coverage.across."""
    *above, own = section.path or ("",)
    return list(zip((own, " ".join(above), document.title), trust, strict=True))
