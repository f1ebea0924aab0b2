"""A trace -> lines that tell staff why a question was answered so; nothing is run again."""

from collections.abc import Iterator, Mapping

from chatbot.answering.candidate import Candidate
from chatbot.answering.choosing.attempting import Attempt
from chatbot.answering.choosing.choose import Choice
from chatbot.answering.evidence.rules import RULES
from chatbot.answering.looking.retrieving import Found
from chatbot.answering.trace import Trace
from chatbot.answering.understanding.kinds import Kind
from chatbot.answering.understanding.question import Understood
from chatbot.answering.understanding.small_talk import kind_of_talk
from chatbot.answering.weights import weight, weights
from chatbot.told.questions_told import OUTCOMES
from index.language.synonyms import synonyms

_HITS = 8
_SHOWN = 40  # characters of a passage
_RIVALS = 3
_TOLD = {rule.name: rule.told for rule in RULES}


def trace_told(trace: Trace) -> Iterator[str]:
    """Lines that tell what was understood, found, chosen, and what spoke for it."""
    understood, attempt = trace.understood, trace.attempt
    if understood and understood.kind is Kind.SMALL_TALK:
        yield f"固定答复，不查文件：{kind_of_talk(understood.text)}"
    if trace.respelled:
        yield f"当作问的是：{trace.respelled}"
    if trace.item:
        yield f"前一答里的第几项：{_place(trace.item)}"
    if attempt:
        yield from _understanding(attempt.understood)
        yield f"范围：{'、'.join(sorted(attempt.documents)) or '全部文件'}"
        yield from _words(attempt.found, trace.answer.missing)
        yield from _hits(attempt.found)
        yield from _weighing(attempt)
    if trace.second:
        yield f"同一文件里还引：{_place(trace.second)}"
    yield f"结果：{OUTCOMES[trace.outcome]}"


def _place(candidate: Candidate) -> str:
    quote = candidate.spans[0].cut(candidate.document.text)
    headings = " > ".join(candidate.section.path)
    return f"{headings}｜{len(candidate.spans)} 处｜{quote[:_SHOWN]}"


def _understanding(understood: Understood) -> Iterator[str]:
    yield f"类型：{understood.kind.value}"
    if understood.follows:
        yield f"接着：{'；'.join(understood.follows)}"
    if understood.ordinal:
        yield f"第几：{understood.ordinal}"


def _words(found: Found, missing: tuple[str, ...]) -> Iterator[str]:
    for weighed in found.own_coverage.weighed:
        others = "、".join(f"{other.word} {other.weight}" for other in synonyms(weighed.word.text))
        yield f"词：{weighed.word.text}  权重 {weighed.weight:.2f}" + (
            f"  也找 {others}" if others else ""
        )
    if missing:
        yield f"文件里没有的词：{'、'.join(missing)}"
    if found.regions:
        yield f"文件不涉及的地区：{'、'.join(found.regions)}"


def _hits(found: Found) -> Iterator[str]:
    for hit in found.hits[:_HITS]:
        place = " > ".join(hit.passage.path[-2:])
        yield f"命中 {hit.rank}：{hit.score:.2f}  {hit.passage.document_id}  {place}"


def _weighing(attempt: Attempt) -> Iterator[str]:
    if attempt.best is None:
        yield "选中：没有（没有找到段落）"
        return
    yield f"选中：{_place(attempt.best.candidate)}"
    yield from _evidence(attempt.best.evidence)
    yield f"都不答的分量：{weight('nothing', 'constant'):+.2f}"
    for rival in attempt.best.ranked[:_RIVALS]:
        yield f"候选 {rival.likely:.2f}（{rival.strength:+.2f}）：{_place(rival.candidate)}"
    yield _verdict(attempt.best)


def _evidence(evidence: Mapping[str, float]) -> Iterator[str]:
    """Each rule that has something to say, with its weight and what that makes."""
    weighing = weights("rules") | weights("fixed")
    for name, measure in evidence.items():
        weighs = weighing[name]
        if measure:
            told = f"{_TOLD[name]}（{name}）"
            yield f"依据：{told} {measure:.2f} × {weighs:+.2f} = {measure * weighs:+.2f}"


def _verdict(best: Choice) -> str:
    sure = weight("grades", "sure")
    is_sure = "够" if best.likely >= sure else "不够"
    return f"可能性：{best.likely:.2f}，门槛 {sure}：{is_sure}"
