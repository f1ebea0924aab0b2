"""What a bureau tells of itself is read from one file, and a mistake in it is named."""

from pathlib import Path

import pytest

from chatbot.bureau import Bureau, BureauWrong, Foot, read_bureau

EXAMPLE = Path("deploy/bureau.example.toml")


def read(folder: Path, told: str) -> Bureau:
    file = folder / "bureau.toml"
    file.write_text(told, encoding="utf-8")
    return read_bureau(file, is_wanted=True)


def test_without_a_file_nothing_is_told(tmp_path: Path) -> None:
    assert read_bureau(tmp_path / "bureau.toml", is_wanted=False) == Bureau()


def test_the_example_is_read_and_with_all_its_lines_in_use(tmp_path: Path) -> None:
    assert read_bureau(EXAMPLE, is_wanted=True).foot.organiser == "某市民政局"
    (tmp_path / "logo.png").write_bytes(b"png")
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines()
    used = [line.removeprefix("# ") if "=" in line else line for line in lines]
    whole = read(tmp_path, "\n".join(used))
    assert whole.logo == tmp_path / "logo.png"
    assert whole.questions == ("养老床位补贴怎么申请？",)
    assert all(getattr(whole.foot, name) for name in Foot.__slots__)


@pytest.mark.parametrize(
    ("told", "fault"),
    [
        ("name = ", "不是正确的 TOML"),
        ('nmae = "某局"', "不认识 nmae"),
        ("name = 5", "name 应是加引号的文字"),
        ('foot = "某局"', "foot 应写成一段"),
        ('questions = "问题"', "questions 应写成"),
        ('logo = "没有.png"', "没有找到"),
        ('logo = "bureau.toml"', "不是图片"),
        ('[foot]\nicp_link = "javascript:alert(1)"', "icp_link 应是 https"),
        ("[foot]\nsite_code = 44", "site_code 应是加引号的文字"),
    ],
)
def test_a_mistake_is_named_with_the_remedy(tmp_path: Path, told: str, fault: str) -> None:
    with pytest.raises(BureauWrong, match=fault):
        read(tmp_path, told)


def test_a_file_that_was_asked_for_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(BureauWrong, match="读不了"):
        read_bureau(tmp_path / "none.toml", is_wanted=True)


def test_a_logo_that_would_slow_the_page_is_refused(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(b"0" * 400_000)
    with pytest.raises(BureauWrong, match="太大"):
        read(tmp_path, 'logo = "logo.png"')
