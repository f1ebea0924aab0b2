"""Small shelves of invented plans, and drafts held against them."""

from chatbot.answering.citing import Citer
from chatbot.desk.corpus import Corpus
from chatbot.desk.finding import Finding
from chatbot.desk.matching import Matcher
from chatbot.desk.near_misses import NearMisses
from chatbot.desk.wording import check_wording
from index.build import Generation
from index.documents import Document, sha256
from index.outline import outline


def shelf(*texts: str) -> Generation:
    """A generation of documents p0, p1 … whose titles are their first lines."""
    documents = tuple(
        Document(f"p{number}", text.split("\n", 1)[0], f"p{number}.txt", text, sha256(text), "")
        for number, text in enumerate(texts)
    )
    return Generation("shelf", documents, tuple(map(outline, documents)), (), (), ())


def text_of(generation: Generation, document_id: str) -> str:
    document = generation.document(document_id)
    assert document is not None
    return document.text


def findings(draft: str, *texts: str) -> tuple[Finding, ...]:
    """What becomes of a draft beside plans of these texts."""
    generation = shelf(*texts)
    matcher = Matcher(generation, NearMisses(Corpus(generation)), Citer(generation, text_of))
    return check_wording(draft, matcher)
