"""Why a question is answered as it is: each step's result, for staff who doubt it."""

from collections.abc import Iterator

from chatbot.answering.composing import compose
from chatbot.answering.features import Features, features
from chatbot.answering.gate import fitted_gate
from chatbot.answering.question import Question, Understood, understand
from chatbot.answering.retrieving import Found, retrieve
from chatbot.answering.routing import documents_meant
from index.build import Generation
from index.synonyms import synonyms

_HITS = 8
_SHOWN = 40  # characters of a passage


def explain(question: Question, generation: Generation) -> Iterator[str]:
    """Lines that tell what was understood, found, chosen, and how the gate decided."""
    understood = understand(question, generation.tokenizer)
    yield from _understanding(understood)
    documents = documents_meant(question, generation)
    yield f"范围：{'、'.join(sorted(documents)) or '全部文件'}"
    found = retrieve(understood, documents, generation)
    yield from _words(found)
    yield from _hits(found, generation)
    draft = compose(understood, found, generation)
    if draft is None:
        yield "选中：没有（找到的段落里没有所问类型的内容）"
        return
    quote = draft.spans[0].cut(draft.document.text)
    yield f"选中：{' > '.join(draft.section.path)}｜{len(draft.spans)} 处｜{quote[:_SHOWN]}"
    yield from _gate(features(understood, found, draft), found)


def _understanding(understood: Understood) -> Iterator[str]:
    yield f"类型：{understood.kind.value}"
    if understood.follows:
        yield f"接着：{understood.follows}"
    if understood.ordinal:
        yield f"第几：{understood.ordinal}"


def _words(found: Found) -> Iterator[str]:
    for weighed in found.own_coverage.weighed:
        others = "、".join(f"{other.word} {other.weight}" for other in synonyms(weighed.word.text))
        yield f"词：{weighed.word.text}  权重 {weighed.weight:.2f}" + (
            f"  也找 {others}" if others else ""
        )
    if found.missing:
        yield f"文件里没有的词：{'、'.join(found.missing)}"
    if found.regions:
        yield f"文件不涉及的地区：{'、'.join(found.regions)}"


def _hits(found: Found, generation: Generation) -> Iterator[str]:
    for hit in found.hits[:_HITS]:
        document = generation.document(hit.passage.document_id)
        words = hit.passage.span.cut(document.text) if document else ""
        place = " > ".join(hit.passage.path[-2:])
        shown = words[:_SHOWN].replace("\n", " ")
        yield f"命中 {hit.rank}：{hit.score:.2f}  {place}｜{shown}"


def _gate(evidence: Features, found: Found) -> Iterator[str]:
    gate = fitted_gate()
    for name, value in zip(Features.names(), evidence.vector(), strict=True):
        share = gate.weights[name] * value
        yield f"证据：{name:10} {value:.2f} × {gate.weights[name]:+.2f} = {share:+.2f}"
    likely = gate.probability(evidence)
    opens = likely >= gate.threshold and not found.regions
    yield f"可能性 {likely:.2f}，门槛 {gate.threshold}：{'答复' if opens else '不答'}"
