"""Small generations for tests of the disk: no dictionary is needed to make or write them."""

from pathlib import Path

from index.chunking import Passage
from index.generation import Generation
from index.outlining.outline import outline
from index.spans import Span
from index.storage.rows import MadeFrom
from index.store import Store
from tests.index.written import plan

TEXT = "一、任务\n(一)养老\n建设养老机构。"
MADE_FROM = MadeFrom("plans", "code")


def tiny(name: str, text: str = TEXT) -> Generation:
    """A generation of one document, one passage, one token."""
    document = plan(text)
    passage = Passage(document.id, 0, (), Span(0, len(text)))
    return Generation(
        id=name,
        documents=(document,),
        outlines=(outline(document),),
        passages=(passage,),
        tokens=(("养老",),),
        user_words=("大养老",),
    )


def put(store: Store, generation: Generation, plans: Path) -> None:
    """Write a generation, whatever it was made from."""
    store.write(generation, plans, MADE_FROM)
