"""Why a question is answered as it is: each step's result, for staff who doubt it."""

from collections.abc import Iterator

from chatbot.answering.candidate import Draft
from chatbot.answering.choosing.attempting import best_attempt
from chatbot.answering.choosing.nth_item import nth_item
from chatbot.answering.choosing.second_place import second_place
from chatbot.answering.evidence.gate import fitted_gate
from chatbot.answering.evidence.ranking import Features, features
from chatbot.answering.looking.retrieving import Found, missing_words
from chatbot.answering.understanding.question import Kind, Question, Understood, understand
from chatbot.answering.understanding.small_talk import kind_of_talk
from index.generation import Generation
from index.language.synonyms import synonyms

_HITS = 8
_SHOWN = 40  # characters of a passage


def explain(question: Question, generation: Generation) -> Iterator[str]:
    """Lines that tell what was understood, found, chosen, and how the gate decided."""
    asked = understand(question, generation.tokenizer)
    if asked.kind is Kind.SMALL_TALK:
        yield f"固定答复，不查文件：{kind_of_talk(asked.text)}"
        return
    best = best_attempt(question, generation)
    understood, found, draft = best.understood, best.found, best.draft
    if item := nth_item(question, asked, generation):
        yield f"前一答里的第几项：{_place(item)}"
    yield from _understanding(understood)
    yield f"范围：{'、'.join(sorted(best.documents)) or '全部文件'}"
    yield from _words(found, generation)
    yield from _hits(found, generation)
    if draft is None:
        yield "选中：没有（找到的段落里没有所问类型的内容）"
        return
    yield f"选中：{_place(draft)}"
    yield from _gate(features(understood, found, draft), found)
    if best.opens and (second := second_place(best, generation)):
        yield f"同一文件里还引：{_place(second)}"


def _place(draft: Draft) -> str:
    quote = draft.spans[0].cut(draft.document.text)
    return f"{' > '.join(draft.section.path)}｜{len(draft.spans)} 处｜{quote[:_SHOWN]}"


def _understanding(understood: Understood) -> Iterator[str]:
    yield f"类型：{understood.kind.value}"
    if understood.follows:
        yield f"接着：{'；'.join(understood.follows)}"
    if understood.ordinal:
        yield f"第几：{understood.ordinal}"


def _words(found: Found, generation: Generation) -> Iterator[str]:
    for weighed in found.own_coverage.weighed:
        others = "、".join(f"{other.word} {other.weight}" for other in synonyms(weighed.word.text))
        yield f"词：{weighed.word.text}  权重 {weighed.weight:.2f}" + (
            f"  也找 {others}" if others else ""
        )
    if missing := missing_words(found, generation):
        yield f"文件里没有的词：{'、'.join(missing)}"
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
        share = gate.weights.get(name, 0.0) * value
        yield f"证据：{name:10} {value:.2f} × {gate.weights.get(name, 0.0):+.2f} = {share:+.2f}"
    likely = gate.probability(evidence)
    opens = likely >= gate.threshold and not found.regions
    yield f"可能性 {likely:.2f}，门槛 {gate.threshold}：{'答复' if opens else '不答'}"
