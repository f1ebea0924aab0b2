"""A sentence gains by its form: it defines, counts, assigns or repeats what is asked."""

import pytest

from chatbot.answering.candidates.sentences import sentences_found
from chatbot.answering.evidence.form import says_something
from chatbot.answering.evidence.rules import form_fits
from chatbot.answering.evidence.rules import form_worth as fits
from chatbot.answering.looking.retrieving import retrieve
from chatbot.answering.understanding.kinds import Kind
from chatbot.answering.understanding.question import Understood, Word
from index.generation import Generation


def asked(text: str, kind: Kind, *words: str, quoted: tuple[str, ...] = ()) -> Understood:
    return Understood(text, kind, tuple(Word(word, word) for word in words), quoted)


@pytest.mark.parametrize(
    "quote",
    [
        "本办法所称养老机构，是指为老年人提供集中居住和照料服务的组织。",
        "养老机构是指依法登记、提供全日照料的机构。",
        "“养老机构”即为老年人服务的法人。",
        "养老机构(指各类公办、民办院舍)应当备案。",
        "养老院、敬老院，以下统称养老机构。",
    ],
)
def test_a_sentence_that_says_what_a_word_is_fits_a_question_of_it(quote: str) -> None:
    assert fits(asked("养老机构是什么", Kind.DEFINITION, "养老", "机构"), quote) > 0


@pytest.mark.parametrize(
    "quote",
    [
        "养老机构应当每年开展两次演练。",
        "养老机构是否备案，由民政部门核查。",
        "加强养老机构监管，是指导思想的要求。",
        "社会组织是指依法登记的团体。",
    ],
)
def test_a_sentence_that_only_uses_the_word_does_not(quote: str) -> None:
    assert fits(asked("养老机构是什么", Kind.DEFINITION, "养老", "机构"), quote) == 0


def test_a_quoted_term_is_defined_too() -> None:
    question = asked("“一刻钟服务圈”是什么", Kind.DEFINITION, quoted=("一刻钟服务圈",))
    assert fits(question, "“一刻钟服务圈”是指步行十五分钟可达的服务范围。") > 0


@pytest.mark.parametrize(
    ("quote", "gains"),
    [
        ("分三个阶段推进实施。", True),
        ("分3个阶段推进", True),
        ("实施五大阶段工程", True),
        ("各阶段要做好衔接。", False),
        ("包括如下阶段：", True),
    ],
)
def test_a_sentence_that_counts_or_announces_fits_a_question_for_a_list(
    quote: str, gains: bool
) -> None:
    assert (fits(asked("分哪几个阶段", Kind.LIST, "阶段"), quote) > 0) is gains


def test_a_sentence_that_assigns_a_task_fits_a_question_of_who() -> None:
    question = asked("适老化改造由谁负责", Kind.WHO, "适老化", "改造")
    assert fits(question, "市民政局牵头实施适老化改造。") > 0
    assert fits(question, "市民政局发布了公告。") == 0
    assert fits(asked("谁可以申请低保", Kind.WHO, "申请"), "由街道负责审核。") == 0


def test_a_sentence_that_says_by_whom_a_thing_is_done_fits_a_question_of_who() -> None:
    question = asked("国防教育大纲是谁来编", Kind.WHO, "国防教育", "大纲")
    assert fits(question, "国防教育大纲由教育主管部门组织制定。") > 0
    assert fits(question, "教材依据国防教育大纲由各地组织编写。") == 0


def test_a_sentence_that_names_the_office_fits_a_question_of_which_one() -> None:
    question = asked("收养登记由哪个机关办理", Kind.WHO, "收养登记", "机关")
    assert fits(question, "办理收养登记的机关是县级人民政府民政部门。") > 0
    assert fits(question, "当事人应当亲自到收养登记机关办理手续。") == 0


def test_a_sentence_that_says_whose_a_thing_is_fits_a_question_of_that() -> None:
    question = asked("公共收益归谁所有", Kind.WHO, "公共收益")
    assert fits(question, "公共收益归全体业主所有。") > 0
    assert fits(question, "公共收益应当单独列账。") == 0


@pytest.mark.parametrize("kind", [Kind.YES_NO, Kind.LIST, Kind.HOW, Kind.WHO, Kind.WHAT])
def test_a_sentence_that_forbids_fits_a_question_of_what_may_not_be(kind: Kind) -> None:
    question = asked("哪些事不能复议", kind, "复议")
    assert fits(question, "下列事项不属于复议范围。") > fits(question, "下列事项可以复议。")


def test_a_sentence_that_tells_where_to_go_fits_a_question_of_how_to_apply() -> None:
    question = asked("低保怎么申请", Kind.HOW, "低保", "申请")
    assert fits(question, "申请人应当向街道办事处提出书面申请。") > 0
    assert fits(question, "申请人的收入每年核查一次。") == 0
    assert fits(asked("低保怎么改革", Kind.HOW, "低保"), "应当向街道办事处提出书面申请。") == 0


def test_the_quoted_words_all_stand_in_the_sentence_for_a_question_of_wording() -> None:
    question = asked("", Kind.WORDING, quoted=("普惠", "托育"))
    assert fits(question, "发展普惠托育服务。") > 0
    assert fits(question, "发展普惠服务。") == 0
    assert fits(asked("", Kind.WORDING), "发展普惠托育服务。") == 0


@pytest.mark.parametrize("kind", [Kind.HOW, Kind.WHAT, Kind.YES_NO, Kind.WHEN, Kind.AMOUNT])
def test_other_questions_ask_for_no_form(kind: Kind) -> None:
    assert fits(asked("养老机构", kind, "养老机构"), "养老机构是指三个机构：") == 0


def test_width_and_script_of_a_quote_do_not_matter() -> None:
    question = asked("养老机构是什么", Kind.DEFINITION, "养老", "机构")
    assert fits(question, "養老機構是指提供照料的組織。") > 0


@pytest.mark.parametrize(
    "quote", ["现将有关事项通知如下。", "短句", "现公布如下：", "2018年12月30日"]
)
def test_what_only_opens_a_letter_says_nothing(quote: str) -> None:
    assert not says_something(asked("节假日怎么安排？", Kind.HOW), quote)


def test_a_wording_may_be_asked_of_any_sentence() -> None:
    assert says_something(
        asked("“通知如下”的原文怎么写的？", Kind.WORDING), "现将有关事项通知如下。"
    )


@pytest.mark.parametrize("kind", list(Kind))
def test_what_a_form_is_worth_is_at_most_all_and_no_less_than_nothing(
    kind: Kind, served: Generation
) -> None:
    question = asked("哪三个养老机构由谁负责申请", kind, "养老", "机构", quoted=("养老机构",))
    found = retrieve(question, frozenset(), served)
    among = list(sentences_found(question, found, served))
    measures = [form_fits(question, found, candidate) for candidate in among]
    assert measures
    assert all(0 <= measure <= 1 for measure in measures)
    told = zip(among, measures, strict=True)
    assert all((fits(question, one.telling) > 0) is (measure > 0) for one, measure in told)
