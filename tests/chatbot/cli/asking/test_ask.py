"""Asking at the command line: the answer, its sources, or what to do first."""

import pytest

from tests.chatbot.cli.desk import Desk, assert_refused


def test_without_an_index_asking_names_the_command_to_run(desk: Desk) -> None:
    assert_refused(desk.run("ask", "大养老体系怎么建？"), "flask build-index")


def test_a_question_is_answered_with_its_sources(real_desk: Desk) -> None:
    done = real_desk.run("ask", "大养老体系怎么建？")
    assert done.exit_code == 0
    assert "构建居家社区机构相协调" in done.output
    assert "四、主要任务" in done.output
    assert "(二)构建大养老体系" in done.output


@pytest.mark.parametrize("asked", ["", "？", "今天梅州天气怎么样？", "你好"])
def test_a_question_without_an_answer_is_no_failure(real_desk: Desk, asked: str) -> None:
    done = real_desk.run("ask", asked)
    assert done.exit_code == 0
    assert done.output.strip()


def test_an_explanation_tells_words_hits_evidence_and_the_threshold(real_desk: Desk) -> None:
    told = real_desk.run("ask", "大养老体系怎么建？", "--explain").output
    for part in (
        "类型：how",
        "词：大养老体系",
        "命中 1：",
        "选中：",
        "（several）",
        "都不答的分量：",
        "候选 ",
        "门槛",
        "结果：已答",
    ):
        assert part in told


def test_an_explanation_of_a_refusal_names_what_no_plan_uses(real_desk: Desk) -> None:
    told = real_desk.run("ask", "高龄津贴怎么申请？", "--explain").output
    assert "文件里没有的词" in told
    assert "结果：没有找到" in told
