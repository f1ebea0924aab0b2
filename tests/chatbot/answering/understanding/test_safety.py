"""Who is in danger, angry or wants a person is told whom to call; who asks of plans is not."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.answering.answer import Outcome
from chatbot.answering.pins.pin import Pin
from chatbot.answering.pins.pinned import PinnedAnswers
from chatbot.answering.pipeline import Answerer
from chatbot.answering.understanding.question import Question
from chatbot.answering.understanding.safety import LONGEST_ALONE, read_table
from chatbot.answering.understanding.small_talk import is_small_talk, kind_of_talk, reply_to
from index.language.tokens import fold
from index.spans import Span
from tests.chatbot.conftest import Ask

SAID = {
    "轻生": """
        我不想活了|活着没意思|想死|自杀|跳楼|割腕|我儿子不理我，活着真没意思，低保也停了
        我活着有什么意思|活着好累啊|活倒没得意思|不想活哒|活着冇意思|唔想做人|不想话了
        不 想 活 了|死了算了|我想跳河算了|有没有不痛苦的死法|怎么死得快|吃多少安眠药会死
        吃了一瓶安眠药|我女儿割腕了怎么办|我儿子说他不想活了|有人要跳楼|孩子闹着要自杀
        低保停了我没钱吃饭，真的活不下去了|生无可恋|我不想活了，有什么救助政策吗
        还不如死了算了|我想結束生命|我有抑郁症，天天想死|想死的心都有了|我站在楼顶想跳楼
        我快撑不下去了|活够了
    """,
    "急病受伤": """
        我妈晕倒了|快不行了|喘不上气|我爸喘不上气了|老伴喘不过气来怎么办|孩子叫不醒
        孩子被人打了快不行了|救命啊|快叫救护车|血止不住了|我爸从楼上摔下来了|孩子噎住了
        有人掉河里了|我家老头子突然昏过去了|我妈吃错药了|我奶奶摔了一跤起不来了
    """,
    "着火": """
        着火了|家里着火了|厨房起火怎么办|楼下冒烟了|闻到煤气味|煤气泄漏怎么办|房子烧起来了
        我家失火了
    """,
    "有人行凶或闯入": """
        有人撬我家门|有人在砸门|小偷进我家了|家里进贼了怎么办|他拿刀要砍我|有人要杀我
        有人跟踪我|有人翻墙进来了|我被绑架了|我被人关起来了
    """,
    "受暴力侵害": """
        我老公打我|打我|家暴|被打了|我爸天天打我妈怎么办|儿子打我，我都八十了|他又打我了
        男人喝醉酒就打我|虐待老人|护工虐待我妈|养老院的护工打老人|我女儿被性侵了
        邻居天天打孩子|孩子在学校被打了|孩子被同学欺负怎么办|遭受家庭暴力怎么办|老公把我打了
        俺男人揍俺
    """,
    "想找人说说话": """
        找个人说话|我想找人聊天|陪我说说话|没人陪我说话|我好孤独
    """,
    "要找人工": """
        转人工|人工客服|有没有真人|我要投诉|找领导|帮我转人工|听不懂，转人工|你们这有人吗
        您好，有人吗？|叫你们领导出来
    """,
    "生气": """
        什么破玩意|说人话|你是不是傻|骗子|真没用|一点用都没有|你们都是骗子|答非所问
        你听不懂人话吗|气死我了|太垃圾了
    """,
    "寒暄": """
        谢谢啊|辛苦了|太感谢了|谢谢您了|好的谢谢|非常感谢|多谢多谢|麻烦您了|你好|知道了，谢谢
    """,
}
ASKED = """
    自杀干预有什么措施？|反家庭暴力有哪些工作|家暴受害人能申请临时救助吗|家庭暴力庇护
    遭受家庭暴力的怎么救助|12345热线 是什么|人工智能|养老院虐待老人谁负责监管|投诉举报电话
    消防安全|精神障碍患者自伤|感谢信|孩子被打了学校有责任吗|补贴打我卡上吗
    低保金打我爱人银行卡上|社区打我电话说要体检|申请被打回来怎么办|孩子打疫苗要钱吗
    被打造成示范区的有哪些|老人不想活动怎么办|我想死后捐献遗体|死了还领养老金
    企业活不下去有什么扶持政策|生活不下去了怎么申请低保|养不活孩子怎么办
    晕倒在工作岗位算工伤吗|救命钱|尘肺喘不上气能报销吗|煤气中毒预防|电动车起火谁负责
    房屋失火能申请临时救助吗|家里着火烧没了能领补助吗|村里的厂快不行了|我的手机快不行了
    电信骗子怎么举报|垃圾分类|人工耳蜗补贴|我要投诉物业|领导班子|跳楼机归谁管|烧炭取暖有补贴吗
    打上吊瓶|煤气罐没气了怎么办|傻子能办残疾证吗|神经病|校园欺凌防治|未成年人性侵害防范
    对虐待老年人的怎么处罚|心理援助热线|对不想活的老人有什么心理服务|想自杀的人怎么干预
    我被打工的老板拖欠工资|没用的药品怎么回收|火灾|家庭暴力|中风偏瘫能评残吗
    我爸中风了能办长护险吗|小偷偷电瓶判多久|你们打我爸手机吧|要找人工照护怎么办|客服中心建设
    做农活没劲了能领失地保险吗|店里撑不下去了|等死亡证明下来再办吗|我不想活检怎么办
    没人理我的申请|老师打学生怎么处分|着火了怎么赔偿|辛苦费有多少|谢谢的礼仪
"""


def each(text: str) -> list[str]:
    return [one.strip() for one in text.replace("\n", "|").split("|") if one.strip()]


@pytest.mark.parametrize(
    ("said", "kind"), [(said, kind) for kind, lines in SAID.items() for said in each(lines)]
)
def test_words_of_distress_are_answered_with_what_helps(said: str, kind: str) -> None:
    assert is_small_talk(fold(said))
    assert kind_of_talk(fold(said)) == kind


@pytest.mark.parametrize("asked", each(ASKED))
def test_a_question_about_plans_is_searched(asked: str) -> None:
    assert not is_small_talk(fold(asked))


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("我不想活了", "12356"),
        ("我妈晕倒了", "120"),
        ("家里着火了", "119"),
        ("有人撬我家门", "110"),
        ("老公打我", "12338"),
        ("孩子在学校被打了", "12355"),
        ("转人工", "0753-1"),
        ("没用", "0753-1"),
    ],
)
def test_the_reply_names_the_number_to_call(said: str, number: str) -> None:
    assert number in reply_to(said, "0753-1")


def test_without_a_number_of_its_own_an_installation_names_12345() -> None:
    assert "12345" in reply_to("转人工", "")


@pytest.mark.parametrize("said", ["我不想活了", "老公打我", "转人工", "骗子"])
def test_nothing_is_searched_and_nothing_stands_beside_the_reply(ask: Ask, said: str) -> None:
    answer = ask("规划有哪些保障措施？", said)
    assert answer.outcome is Outcome.SMALL_TALK
    assert answer.text == reply_to(said, "12345")
    beside = (answer.citations, answer.missing, answer.related, answer.suggestions, answer.context)
    assert not any(beside)


def test_what_goes_on_after_a_cry_for_help_is_not_searched_by_its_words(ask: Ask) -> None:
    answer = ask("我不想活了", "那怎么办呢")
    assert not any("活" in word for word in answer.missing)
    assert answer.context == ""


def test_no_pinned_answer_stands_before_a_cry_for_help(answerer: Answerer) -> None:
    pin = Pin(1, ("老公打我怎么办",), "no-such-plan", Span(0, 1), "", "一")
    pinned = PinnedAnswers(answerer.shelf, lambda: (pin,))
    assert pinned.answer(Question("老公打我怎么办")) is None


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ('alone = ["打("]\nreply = "好"', "mend the pattern"),
        ('alone = ["〈谁〉"]\nreply = "好"', "mend the pattern"),
        ('alone = ["喂"]\nreply = ""', "empty"),
        ('alone = ["喂"]\nreply = "请拨打110"', "tell in \\[numbers\\]"),
        ('alond = ["喂"]\nreply = "好"', "means nothing"),
    ],
)
def test_a_faulty_table_says_which_row_and_what_to_do(row: str, fault: str) -> None:
    head = '[numbers]\n120 = "急救"\n[words]\n"政策用词" = ["措施"]\n'
    with pytest.raises(ValueError, match=fault):
        read_table(f'{head}[[replies]]\nname = "一"\n{row}\n')


@given(st.text("我妈打真是太没活着不想死了人工请要谢好,", max_size=500))
def test_no_text_takes_long(text: str) -> None:
    began = time.perf_counter()
    is_small_talk(text)
    assert time.perf_counter() - began < 1


@pytest.mark.parametrize("said", ["真是" * 250, "谢谢" * 250, "打我" * 250, "转要" * 250])
def test_a_text_that_repeats_itself_is_read_in_no_time(said: str) -> None:
    began = time.perf_counter()
    is_small_talk(said)
    assert time.perf_counter() - began < 1


def test_two_replies_of_one_name_are_a_fault() -> None:
    row = '[[replies]]\nname = "一"\nalone = ["喂"]\nreply = "好"\n'
    head = '[numbers]\n[words]\n"政策用词" = ["措施"]\n'
    assert read_table(f"{head}{row}").said_alone("喂") is not None
    with pytest.raises(ValueError, match="two replies share a name"):
        read_table(f"{head}{row}{row}")


def test_more_words_than_a_cry_has_are_not_said_alone() -> None:
    row = '[[replies]]\nname = "一"\nalone = ["喂+"]\nreply = "好"\n'
    table = read_table(f'[numbers]\n[words]\n"政策用词" = ["措施"]\n{row}')
    assert table.said_alone("喂" * LONGEST_ALONE) is not None
    assert table.said_alone("喂" * (LONGEST_ALONE + 1)) is None


@pytest.mark.parametrize(
    "said",
    [
        "Help! my wife hit me, police?",
        "I want to kill myself",
        "Emergency! fire! help",
        "call the police",
        "my house is on fire",
        "he is unconscious",
    ],
)
def test_a_cry_in_english_gets_the_numbers_in_english(ask: Ask, said: str) -> None:
    answer = ask(said)
    assert answer.outcome is Outcome.SMALL_TALK
    assert answer.text.startswith("Emergency in China: police 110, ambulance 120, fire 119.")


@pytest.mark.parametrize(
    "said", ["fire safety rules", "where is the police station", "how to help old people"]
)
def test_a_plain_question_in_english_is_told_that_only_chinese_is_read(ask: Ask, said: str) -> None:
    answer = ask(said)
    assert answer.text.startswith("This service quotes plan documents in Chinese")
    assert "Emergency: police 110" in answer.text


def test_a_stray_foreign_word_does_not_make_talk_of_a_question(ask: Ask) -> None:
    for asked in ("护照丢了，帮助 help，去哪里补办", "护照可以吗？要什么 paper 文件？"):
        assert ask(asked).outcome is not Outcome.SMALL_TALK, asked


def test_a_threat_is_met_calmly_and_may_be_left(ask: Ask) -> None:
    answer = ask("再没人管我明天就拿刀去你们局里")
    assert "伤着人" in answer.text
    assert answer.may_be_left
    assert not ask("拿刀去政府闹事怎么处罚？").text.startswith("您受了委屈")


def test_after_danger_another_matter_is_another_matter(ask: Ask) -> None:
    assert ask("call the police", "护照丢了，去哪里补办").outcome is not Outcome.SMALL_TALK


def test_who_says_that_nobody_beats_them_is_believed(ask: Ask) -> None:
    assert ask("没人打我，我是说没钱住宿，救助站在哪").outcome is not Outcome.SMALL_TALK
    assert ask("有人打我").outcome is Outcome.SMALL_TALK
