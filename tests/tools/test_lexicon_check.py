"""Doubtful pairs are listed by reason, and none of them fails the command."""

from pathlib import Path

import pytest

from index.language.tokens import Tokenizer
from tools.lexicon_check import Pair, doubtful, main, read_table

TOKENIZER = Tokenizer()


def reasons(*table: Pair, texts: tuple[str, ...] = ()) -> list[str]:
    """The reasons for which some pair of the table is listed."""
    return [
        reason for reason, found in doubtful(list(table), list(texts), TOKENIZER).items() if found
    ]


def test_a_pair_in_good_order_is_not_doubtful() -> None:
    pair = Pair("relief", "低保", "最低生活保障", "same")
    assert reasons(pair, texts=("最低生活保障制度",)) == []


@pytest.mark.parametrize(
    ("pair", "reason"),
    [
        (Pair("transport", "狗", "犬只", "same"), "有一边不到两个字"),
        (Pair("relief", "低保", "最低生活保障", "same"), "两边都不在这些文件里"),
        (Pair("spoken", "公司", "用人单位", "near"), "说法是极常见的词"),
    ],
)
def test_a_doubtful_pair_is_listed(pair: Pair, reason: str) -> None:
    assert reason in reasons(pair, texts=("养老服务规划",))


def test_without_a_shelf_no_pair_is_missed_in_it() -> None:
    assert reasons(Pair("relief", "低保", "最低生活保障", "same")) == []


def test_a_word_with_more_than_eight_pairs_is_listed() -> None:
    written = "补助金 救助金 生活费 抚恤金 津补贴 慰问金 助学金 奖学金 养老金".split()
    table = [Pair("relief", "补助钱", word, "related") for word in written]
    assert reasons(*table) == ["一个说法超过 8 对"]
    assert reasons(*table[:8]) == []


def test_a_pair_that_leads_back_in_another_grade_is_listed() -> None:
    there = Pair("relief", "残障", "残疾人", "same")
    assert reasons(there, Pair("relief", "残疾人", "残障", "near")) == ["反过来也有，等级不同"]
    assert reasons(there, Pair("relief", "残疾人", "残障", "same")) == []


def test_the_command_counts_each_reason_and_judges_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "plan.txt").write_text("养老服务规划\n\n一、发展目标\n加快发展。", encoding="utf-8")
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    assert main([str(tmp_path)]) == 0
    printed = capsys.readouterr().out
    assert "跳过 empty.txt" in printed
    assert printed.count(" 对\n") == 5
    assert printed.endswith(f"共 {len(read_table())} 对，1 份文件。\n")


def test_all_shows_every_doubtful_pair(capsys: pytest.CaptureFixture[str]) -> None:
    main([])
    first = capsys.readouterr().out.count("→")
    main(["--all"])
    shown = capsys.readouterr().out.count("→")
    assert shown == sum(map(len, doubtful(read_table(), [], TOKENIZER).values()))
    assert first < shown


def test_a_shelf_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["没有这个文件夹"]) == 1
    assert "不存在" in capsys.readouterr().out
