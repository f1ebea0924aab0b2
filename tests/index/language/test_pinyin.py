"""Words that sound alike are found by their sound, every reading of a character tried."""

import pytest

from index.language.pinyin import sounds, words_by_sound


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("最底生活保章", "最低生活保障"),
        ("慈擅", "慈善"),
        ("资源服务", "志愿服务"),  # zi and zhi
        ("男球", "篮球"),  # n and l, an and ang are mixed up in the south
        ("民证局", "民政局"),
    ],
)
def test_words_that_sound_alike_share_a_sound(typed: str, meant: str) -> None:
    assert set(sounds(typed)) & set(sounds(meant))


@pytest.mark.parametrize(("one", "other"), [("养老", "养路"), ("低保", "医保"), ("民政", "人证")])
def test_words_that_sound_different_share_none(one: str, other: str) -> None:
    assert not set(sounds(one)) & set(sounds(other))


def test_a_character_of_several_readings_has_them_all() -> None:
    assert {"chan", "zhan"} & set(sounds("长")) or set(sounds("长")) == {"can", "zan"}


def test_the_first_of_words_that_sound_alike_is_kept() -> None:
    assert words_by_sound(("公墓", "公募"))["gong mu"] == "公墓"
