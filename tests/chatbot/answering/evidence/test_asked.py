"""What a question wants to be told, and what a sentence tells instead."""

from dataclasses import replace

import pytest

from chatbot.answering.candidate import Candidate, Shape
from chatbot.answering.evidence import asked
from chatbot.answering.evidence.rules import Measure
from chatbot.answering.looking.covering import Coverage
from chatbot.answering.looking.retrieving import Found
from chatbot.answering.looking.weighing import Weigher
from chatbot.answering.understanding.kinds import kind_of
from chatbot.answering.understanding.question import Understood
from index.generation import Generation
from index.intake.documents import Document
from index.language.tokens import fold
from index.outlining.outline import Section
from index.spans import Span
from tests.index.written import plan

NO_WORDS = Coverage((), Weigher(Generation("g", (), (), (), (), ())))
FOUND = Found("", (), NO_WORDS, NO_WORDS, ())


def said(words: str, *path: str, title: str = "") -> Candidate:
    """A sentence that is a whole document, below these headings."""
    whole = Span(0, len(words))
    section = Section(1, None, 0, path, None, None, whole)
    return Candidate(plan(words, title), section, (whole,), Shape.SENTENCE)


def listed(intro: str, items: str) -> Candidate:
    """A list with the words that announce it."""
    text = f"{intro}\n{items}"
    section = Section(1, None, 0, (), None, None, Span(0, len(text)))
    spans = (Span(len(intro) + 1, len(text)),)
    return Candidate(plan(text), section, spans, Shape.LIST, intro=Span(0, len(intro)))


def measured(measure: Measure, question: str, candidate: Candidate | str) -> float:
    folded = fold(question)
    one = said(candidate) if isinstance(candidate, str) else candidate
    return measure(Understood(folded, kind_of(folded)[0], ()), FOUND, one)


@pytest.mark.parametrize(
    ("measure", "question", "telling", "silent", "other_question"),
    [
        (
            asked.tells_duration,
            "低保多久能批下来？",
            "自受理之日起三十日内作出决定。",
            "由县民政局审批。",
            "低保由谁审批？",
        ),
        (
            asked.tells_duration,
            "申请的最后期限？",
            "应当在15个工作日内提出。",
            "应当及时提出。",
            "向谁申请？",
        ),
        (
            asked.tells_amount,
            "高龄津贴每月多少钱？",
            "每人每月发放300元。",
            "按月发放到个人账户。",
            "高龄津贴由谁发？",
        ),
        (
            asked.tells_amount,
            "一个班最多几个人？",
            "每班不超过四十五人。",
            "班额由教育部门规定。",
            "谁来当班主任？",
        ),
        (
            asked.tells_way,
            "低保怎么申请？",
            "向户籍所在地街道办事处提出书面申请。",
            "低保是最低生活保障的简称。",
            "低保标准是多少？",
        ),
        (
            asked.tells_consequence,
            "没报会怎么罚？",
            "逾期未备案的，处二千元以上二万元以下罚款。",
            "相关信息发生变更的，应当备案。",
            "向哪里备案？",
        ),
        (
            asked.tells_consequence,
            "物业费一直不交会怎么样？",
            "拒不交纳的，物业服务人可以依法提起诉讼。",
            "业主应当按时交纳物业费。",
            "物业费什么时候交？",
        ),
        (
            asked.value_held,
            "检查结果什么时候公布？",
            "结果于12月31日前公布。",
            "结果应当公布。",
            "检查结果要不要公布？",
        ),
    ],
)
def test_what_is_told_counts_where_it_is_asked_for(
    measure: Measure, question: str, telling: str, silent: str, other_question: str
) -> None:
    assert measured(measure, question, telling) == 1
    assert measured(measure, question, silent) == 0
    assert measured(measure, other_question, telling) == 0


@pytest.mark.parametrize("measure", [asked.tells_duration, asked.tells_amount])
def test_the_width_of_figures_does_not_matter(measure: Measure) -> None:
    question = "低保多少天批下来？"
    assert measured(measure, question, "自受理之日起30日内决定。") == 1
    assert measured(measure, question, "自受理之日起３０日内决定。") == 1


@pytest.mark.parametrize(
    ("question", "words", "misses"),
    [
        ("检查结果什么时候公布？", "结果应当公布。", 1),
        ("检查结果什么时候公布？", "结果于12月31日前公布。", 0),
        ("高龄津贴每月多少钱？", "高龄津贴按月发放。", 1),
        ("高龄津贴每月多少钱？", "高龄津贴每月300元。", 0),
        ("检查结果要不要公布？", "结果应当公布。", 0),  # no value is asked for
    ],
)
def test_a_value_is_missed_only_where_one_is_asked_for(
    question: str, words: str, misses: float
) -> None:
    assert measured(asked.value_missing, question, words) == misses


@pytest.mark.parametrize(
    ("question", "words", "formal"),
    [
        ("低保怎么申请？", "本办法自2024年1月1日起施行。", 1),
        ("低保怎么申请？", "原《低保办法》同时废止。", 1),
        ("低保怎么申请？", "向街道办事处提出申请。", 0),
        ("低保办法从哪天起施行？", "本办法自2024年1月1日起施行。", 0),
        ("旧的低保办法废止了吗？", "原《低保办法》同时废止。", 0),
    ],
)
def test_since_when_a_rule_is_in_force_answers_no_other_question(
    question: str, words: str, formal: float
) -> None:
    assert measured(asked.only_in_force, question, words) == formal


OF_2025 = "2025年的目标是什么？"


@pytest.mark.parametrize(
    ("candidate", "other", "none"),
    [
        (said("2025年床位达到6100张。"), 0, 0),
        (said("2020年床位达到5000张。"), 1, 1),
        (said("2020年5000张，2025年6100张。"), 0, 0),
        (said("床位达到6100张。"), 0, 1),
        (said("床位达到6100张。", "一、2025年目标"), 0, 0),
        (said("床位达到6100张。", "一、2020年目标"), 1, 1),
        (said("床位达到6100张。", title="2025年工作要点"), 0, 0),
        (said("床位达到6100张。", title="2020年工作要点"), 1, 1),
    ],
)
def test_another_year_and_no_year_are_told_from_the_one_asked_about(
    candidate: Candidate, other: float, none: float
) -> None:
    assert measured(asked.other_year, OF_2025, candidate) == other
    assert measured(asked.no_year, OF_2025, candidate) == none
    for measure in (asked.other_year, asked.no_year):
        assert measured(measure, "目标是什么？", candidate) == 0, "no year is asked about"


def test_a_document_of_the_year_asked_about_misses_it_less() -> None:
    candidate = said("床位达到6100张。")
    plain = candidate.document

    def missed(document: Document) -> float:
        return measured(asked.no_year, OF_2025, replace(candidate, document=document))

    assert missed(replace(plain, issued="2024-03-01")) == 1
    assert missed(replace(plain, issued="2025-03-01")) < 1
    assert missed(replace(plain, published="2025-03-01")) < 1


def test_what_announces_a_list_tells_its_year_and_whom_it_is_for() -> None:
    goals = listed("到2025年实现以下目标：", "床位达到6100张；")
    assert measured(asked.no_year, OF_2025, goals) == 0
    assert measured(asked.other_year, OF_2025, listed("2020年目标：", "床位5000张；")) == 1
    against = listed("职工医保的报销比例：", "在职的百分之八十；")
    assert measured(asked.contrasts, "居民医保报销多少？", against) > 0
    both = listed("居民医保的报销比例：", "比职工医保低百分之五；")
    assert measured(asked.contrasts, "居民医保报销多少？", both) == 0


@pytest.mark.parametrize(
    ("question", "words", "against"),
    [
        ("居民怎么参保？", "职工由单位参保。", 0.5),
        ("居民怎么参保？", "居民自愿参保。", 0),
        ("居民怎么参保？", "职工和居民都要参保。", 0),
        ("居民怎么参保？", "应当依法参保。", 0),
        ("小学几岁入学？", "幼儿园招收满三周岁的儿童。", 0.5),
        ("小学几岁入学？", "小学招收满六周岁的儿童。", 0),
        ("幼儿园几岁收？", "小学招收满六周岁的儿童。", 0.5),
        ("幼儿园升小学几岁？", "小学招收满六周岁的儿童。", 0),
        ("城乡居民医保住院报销多少？", "职工医保门诊报销百分之六十。", 1),
        ("怎么参保？", "职工由单位参保。", 0),
    ],
)
def test_a_rule_on_the_other_one_of_a_pair_speaks_against(
    question: str, words: str, against: float
) -> None:
    assert measured(asked.contrasts, question, words) == against


def test_headings_and_title_tell_which_one_of_a_pair_it_is() -> None:
    question, words = "居民怎么参保？", "应当依法参保。"
    assert measured(asked.contrasts, question, said(words, "二、职工参保")) == 0.5
    assert measured(asked.contrasts, question, said(words, title="职工参保办法")) == 0.5
    assert measured(asked.contrasts, question, said(words, "二、居民", title="职工参保办法")) == 0
