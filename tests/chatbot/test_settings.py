"""Settings come from the environment, and a wrong one is named."""

from pathlib import Path

import pytest

from chatbot.settings import Settings, SettingWrong


def test_without_an_environment_the_defaults_hold() -> None:
    assert Settings.from_environment({}) == Settings()
    assert (Settings().plans, Settings().data) == (Path("plan_texts"), Path("instance"))
    assert Settings().max_body == 16 * 1024


def test_each_setting_is_read_from_its_variable() -> None:
    read = Settings.from_environment(
        {
            "PLANBOT_PLANS": "shelf",
            "PLANBOT_DATA": "kept",
            "PLANBOT_TITLE": "民政问答",
            "PLANBOT_CONTACT": " 0753-12345 ",
            "PLANBOT_ORIGINS": "https://www.example.cn, http://localhost:8000",
            "PLANBOT_PROXIES": "1",
            "PLANBOT_KEEP_DAYS": "180",
            "PLANBOT_CHECK_DAYS": "0",
        }
    )
    assert read == Settings(
        plans=Path("shelf"),
        data=Path("kept"),
        title="民政问答",
        contact="0753-12345",
        origins=("https://www.example.cn", "http://localhost:8000"),
        proxies=1,
        keep_days=180,
        check_days=0,
    )


def test_an_empty_variable_means_the_default_but_an_empty_contact_means_none() -> None:
    empty = dict.fromkeys(["PLANBOT_PLANS", "PLANBOT_DATA", "PLANBOT_TITLE", "PLANBOT_ORIGINS"], "")
    assert Settings.from_environment(empty) == Settings()
    assert Settings.from_environment({"PLANBOT_CONTACT": ""}).contact == ""


def test_variables_of_others_are_left_alone() -> None:
    assert (
        Settings.from_environment({"PLANS": "x", "XPLANBOT_DATA": "y", "PORT": "1"}) == Settings()
    )


@pytest.mark.parametrize(
    "origin",
    [
        "www.example.cn",
        "https://",
        "*",
        "https://*",
        "null",
        "https://www.example.cn/page",
        "https://www.example.cn;script-src",
        "ftp://example.cn",
    ],
)
def test_an_origin_that_is_no_site_is_named(origin: str) -> None:
    with pytest.raises(SettingWrong, match="PLANBOT_ORIGINS") as refusal:
        Settings.from_environment({"PLANBOT_ORIGINS": f"https://www.example.cn {origin}"})
    assert origin in str(refusal.value)


@pytest.mark.parametrize("value", ["yes", "-1", "10", "1.0", "１"])
def test_proxies_are_counted_in_plain_digits(value: str) -> None:
    with pytest.raises(SettingWrong, match="PLANBOT_PROXIES"):
        Settings.from_environment({"PLANBOT_PROXIES": value})


@pytest.mark.parametrize("name", ["PLANBOT_KEEP_DAYS", "PLANBOT_CHECK_DAYS"])
@pytest.mark.parametrize("days", ["半年", "-1", "1.5", "999999"])
def test_days_that_are_none_are_refused(name: str, days: str) -> None:
    with pytest.raises(SettingWrong, match=name):
        Settings.from_environment({name: days})
