"""Small shelves of invented plans, and drafts held against them."""

from chatbot.answering.citing import Citer
from chatbot.desk.phrases.near_misses import NearMisses
from chatbot.desk.text.corpus import Corpus
from chatbot.desk.wording.finding import Finding
from chatbot.desk.wording.matching import Matcher
from chatbot.desk.wording.wording import check_wording
from index.generation import Generation
from index.intake.documents import Document, sha256
from index.outlining.outline import outline

PLAN = (
    "云山市养老服务规划\n一、总体要求\n坚持以人民为中心，到2025年养老床位达到3万张。\n"
    "二、主要任务\n（一）构建大养老体系\n由市民政局牵头，每年举办一次培训，财政补助比例为5%。\n"
    "（二）构建大慈善体系\n做强慈善组织、慈善信托、志愿服务，引导更多的慈善资源进入我市。"
)
LAW = (
    "云山市志愿服务条例\n第一章 总则\n第一条 为了保障志愿者的合法权益，制定本条例。\n"
    "第二条 志愿者应当接受必要的培训，服从志愿服务组织的安排。"
)


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


def only(draft: str, *texts: str) -> Finding:
    """The single finding of a draft, beside these plans or the two above."""
    (finding,) = findings(draft, *(texts or (PLAN, LAW)))
    return finding
