"""Documents and questions come through the same door, and no text can break it."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language.tokens import Tokenizer, fold, mined_words

any_signs = st.text(alphabet=st.characters(), max_size=60)  # lone surrogates too


@pytest.fixture(scope="module")
def tokenizer(cache: Path) -> Tokenizer:
    return Tokenizer(cache_folder=cache)


@given(any_signs)
def test_folding_keeps_every_character_in_its_place(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(any_signs)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("人口老齡化", "人口老龄化"),
        ("ＡＢＣ１２（％）", "abc12(%)"),
        ("AI", "ai"),
        ("臺灣後勤", "台湾后勤"),
    ],
)
def test_width_case_and_traditional_characters_are_folded(written: str, folded: str) -> None:
    assert fold(written) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("梅州怎樣應對人口老齡化", "梅州怎样应对人口老龄化"),
        ("到二O三五年", "到2035年"),
        ("到二〇三五年", "到2035年"),
        ("５Ｇ應用", "5g应用"),
        ("养 老，服、务", "养 老 服 务"),
    ],
)
def test_two_ways_of_writing_one_thing_give_the_same_tokens(
    tokenizer: Tokenizer, one: str, other: str
) -> None:
    assert tokenizer.tokens(one) == tokenizer.tokens(other)
    assert tokenizer.words(one) == tokenizer.words(other)


@given(any_signs)
def test_no_text_makes_it_fail_and_no_token_is_blank(tokenizer: Tokenizer, text: str) -> None:
    tokens = tokenizer.tokens(text)
    assert all(token.strip() for token in tokens)
    assert tokens == tokenizer.tokens(text)


@given(st.text(alphabet="养老服务体系建设2035年ab ，。", max_size=40))
def test_the_words_of_a_text_are_its_characters_without_punctuation(
    tokenizer: Tokenizer, text: str
) -> None:
    assert "".join(tokenizer.words(text)) == "".join(sign for sign in text if sign not in " ，。")


def test_a_word_is_found_by_itself_its_parts_and_its_pairs_of_characters(
    tokenizer: Tokenizer,
) -> None:
    assert {"养老", "服务", "_养老", "_老服", "_服务"} <= set(tokenizer.tokens("养老服务"))
    assert not {"的", "_的"} & set(tokenizer.tokens("的"))


@pytest.mark.parametrize("run", ["养" * 40_000, "1" * 40_000, "a" * 40_000, "“" * 40_000])
def test_a_long_run_of_one_character_is_fast(tokenizer: Tokenizer, run: str) -> None:
    tokenizer.tokens("规划")
    begun = time.perf_counter()
    tokenizer.tokens(run)
    assert time.perf_counter() - begun < 3


def test_the_plans_own_words_are_mined_from_quotation_marks_and_headings() -> None:
    mined = mined_words(["完善“一核四社”机制"], ["(二)构建大养老体系", "一、总体要求"])
    assert {"一核四社", "大养老体系"} <= set(mined)
    assert list(mined) == sorted(set(mined))


def test_one_shelfs_words_are_not_known_to_another(tokenizer: Tokenizer, cache: Path) -> None:
    assert "大养老体系" in Tokenizer(("大养老体系",), cache).words("构建大养老体系")
    assert "大养老体系" not in tokenizer.words("构建大养老体系")


def test_a_word_of_everyday_tells_less_than_a_rare_one(tokenizer: Tokenizer) -> None:
    assert 0 <= tokenizer.rarity("得到") < tokenizer.rarity("低保") <= 1
    assert 0 < tokenizer.rarity("没有这个词儿") <= 1
