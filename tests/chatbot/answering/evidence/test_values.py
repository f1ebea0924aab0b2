"""Only a quote that holds a date, an amount, a body or a number to call answers such a question."""

import pytest

from chatbot.answering.evidence.values import holds_value
from chatbot.answering.understanding.kinds import Kind
from chatbot.answering.understanding.question import Understood


def asked(kind: Kind, text: str = "") -> Understood:
    return Understood(text, kind, ())


@pytest.mark.parametrize(
    ("kind", "quote"),
    [
        (Kind.WHEN, "2024年6月30日前完成适老化改造。"),
        (Kind.WHEN, "自印发之日起三十日内报送。"),
        (Kind.WHEN, "每季度通报一次。"),
        (Kind.WHEN, "二〇二五年建成。"),
        (Kind.WHEN, "年底前开工。"),
        (Kind.WHEN, "规划期为2021—2025年"),
        (Kind.WHEN, "在5个工作日内办结。"),
        (Kind.AMOUNT, "每人每月发放一百二十元。"),
        (Kind.AMOUNT, "床位达到6100张。"),
        (Kind.AMOUNT, "占比达到58%以上。"),
        (Kind.AMOUNT, "提高5个百分点。"),
        (Kind.AMOUNT, "达到百分之六十。"),
        (Kind.AMOUNT, "补助３万元"),
        (Kind.AMOUNT, "每年累计不少于五十六小时。"),
        (Kind.WHO, "由市民政局牵头。"),
        (Kind.WHO, "第三方机构开展评估。"),
        (Kind.CONTACT, "咨询电话：0753-2180000"),
        (Kind.CONTACT, "请拨打12345热线。"),
        (Kind.CONTACT, "邮箱：minzheng@example.cn"),
        (Kind.CONTACT, "手机13800001111"),
    ],
)
def test_a_quote_with_the_value_asked_for_answers(kind: Kind, quote: str) -> None:
    assert asked(kind).asks_for_value
    assert holds_value(asked(kind), quote)


@pytest.mark.parametrize(
    ("kind", "quote"),
    [
        (Kind.WHEN, "加快推进适老化改造。"),
        (Kind.WHEN, "新增床位三百张。"),
        (Kind.AMOUNT, "逐步提高补贴标准。"),
        (Kind.AMOUNT, "健全评估制度。"),
        (Kind.AMOUNT, "2020年控制温室气体排放的行动目标。"),
        (Kind.WHO, "加快发展银发经济。"),
        (Kind.CONTACT, "请来电咨询。"),
        (Kind.CONTACT, "到2025年建成6100张床位。"),
    ],
)
def test_a_quote_without_it_does_not(kind: Kind, quote: str) -> None:
    assert not holds_value(asked(kind), quote)


@pytest.mark.parametrize(
    "kind", [Kind.LIST, Kind.HOW, Kind.YES_NO, Kind.WHAT, Kind.DEFINITION, Kind.WORDING]
)
def test_a_question_of_another_kind_wants_no_value(kind: Kind) -> None:
    assert not asked(kind).asks_for_value
    assert holds_value(asked(kind), "健全制度。")


@pytest.mark.parametrize(
    ("quote", "holds"),
    [
        ("每人每月120元。", True),
        ("补助三千万元。", True),
        ("按50%补贴。", True),
        ("新建5所。", False),
    ],
)
def test_a_question_of_money_wants_money(quote: str, holds: bool) -> None:
    assert holds_value(asked(Kind.AMOUNT, "高龄津贴每月多少钱"), quote) is holds


@pytest.mark.parametrize(
    ("quote", "holds"),
    [
        ("规划期限为2021-2025年。", True),
        ("自2021年至2025年实施。", True),
        ("2021年～2025年", True),
        ("2021年起实施。", False),
    ],
)
def test_a_question_of_a_span_of_years_wants_two(quote: str, holds: bool) -> None:
    assert holds_value(asked(Kind.WHEN, "规划从哪年到哪年"), quote) is holds


def test_who_is_in_charge_is_answered_only_by_a_sentence_that_puts_somebody_in_charge() -> None:
    question = asked(Kind.WHO, "养老机构归谁管")
    assert not holds_value(question, "推动养老机构和各部门协同发展。")
    assert holds_value(question, "责任科室：养老服务科。")
    assert holds_value(question, "养老机构由民政部门主管。")


@pytest.mark.parametrize(
    ("question", "quote", "holds"),
    [
        ("最多能扣百分之几", "结转以后三年内扣除。", False),
        ("最多能扣百分之几", "按百分之三十扣除。", True),
        ("最长能领几个月", "每人每年2000元。", False),
        ("最长能领几个月", "最长领取24个月。", True),
    ],
)
def test_an_amount_has_the_unit_that_was_asked_for(question: str, quote: str, holds: bool) -> None:
    assert holds_value(asked(Kind.AMOUNT, question), quote) is holds


@pytest.mark.parametrize(
    ("quote", "holds"),
    [
        ("有效期限为三个月。", True),
        ("应当自接到通知后十二小时内接运。", True),
        ("未满十六周岁的，由监护人代为申领。", False),
        ("2021年9月18日印发。", False),
    ],
)
def test_how_long_is_answered_by_a_length_of_time_not_by_an_age_or_a_date(
    quote: str, holds: bool
) -> None:
    assert holds_value(asked(Kind.WHEN, "临时证能用多久?"), quote) is holds


@pytest.mark.parametrize(
    ("asked_text", "quote", "holds"),
    [
        ("赡养老人一个月扣多少？", "专项附加扣除包括6项。", False),
        ("赡养老人一个月扣多少？", "按照每月2000元的标准定额扣除。", True),
        ("低保标准是多少?", "标准由两个部门共同制定。", False),
        ("发多少张床位？", "发放300张床位。", True),
    ],
)
def test_what_is_paid_or_taken_off_is_money(asked_text: str, quote: str, holds: bool) -> None:
    assert holds_value(asked(Kind.AMOUNT, asked_text), quote) is holds


@pytest.mark.parametrize(
    ("question", "quote", "holds"),
    [
        ("国家扶贫日是几月几号", "到2020年稳定脱贫。", False),
        ("国家扶贫日是几月几号", "每年10月17日为国家扶贫日。", True),
    ],
)
def test_a_day_of_the_year_is_asked_for_by_its_number(
    question: str, quote: str, holds: bool
) -> None:
    assert holds_value(asked(Kind.WHEN, question), quote) is holds


@pytest.mark.parametrize(
    ("quote", "holds"),
    [
        ("县级人民政府民政部门负责登记。", True),
        ("由业主大会决定。", False),
        ("完善闲置宅基地和闲置农房政策。", False),
    ],
)
def test_which_office_is_answered_by_an_office(quote: str, holds: bool) -> None:
    assert holds_value(asked(Kind.WHO, "盖房到哪个部门办手续"), quote) is holds


def test_owners_and_children_are_somebody_too() -> None:
    assert holds_value(asked(Kind.WHO, "公共收益归谁"), "收益归全体业主。")
    assert holds_value(asked(Kind.WHO, "谁赡养老人"), "赡养义务由子女承担。")


@pytest.mark.parametrize(
    ("question", "quote", "holds"),
    [
        ("叫一次救护车收多少元", "情节严重的，处五千元以上罚款。", False),
        ("叫一次救护车收多少元", "每次收费一百元。", True),
        ("堵塞消防通道罚多少", "处五百元以下罚款。", True),
        ("堵塞消防通道罚多少", "每次收费一百元。", False),
        ("护理补贴一个月给多少", "将重度残疾人纳入免费服药范围。", False),
        ("一等奖奖金是几万元", "第一等奖励十万元。", True),
        ("办证要收多少钱", "办证不收取任何费用。", True),
    ],
)
def test_a_price_is_no_fine_and_what_is_free_is_not_paid_out(
    question: str, quote: str, holds: bool
) -> None:
    assert holds_value(asked(Kind.AMOUNT, question), quote) is holds


def test_a_fine_asked_of_before_is_still_asked_of() -> None:
    goes_on = Understood("换成个人呢", Kind.AMOUNT, (), follows=("挂广告牌的单位罚多少",))
    assert holds_value(goes_on, "对个人并处一千元罚款。")
