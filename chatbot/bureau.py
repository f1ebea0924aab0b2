"""The bureau whose site this is: what its start page says, and what its foot must show."""

import tomllib
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

_IMAGES = frozenset({".png", ".jpg", ".jpeg", ".svg", ".webp", ".gif"})
_LARGEST = 300 * 1024  # bytes of a logo


class BureauWrong(ValueError):
    """The file about the bureau cannot be understood; the text names the place, in Chinese."""


@dataclass(frozen=True, slots=True)
class Foot:
    """What a government site shows at the foot of every page; "" for what is not shown.

    `party_mark` and `faults` are where 党政机关标识 and 政府网站找错 lead; `icp_link` and
    `police_link` where the two numbers do.
    """

    organiser: str = ""
    undertaker: str = ""
    address: str = ""
    site_code: str = ""
    icp: str = ""
    icp_link: str = ""
    police: str = ""
    police_link: str = ""
    party_mark: str = ""
    faults: str = ""


@dataclass(frozen=True, slots=True)
class Bureau:
    """`questions` stand on the start page, as far as the plans answer them."""

    name: str = ""
    introduction: str = ""
    logo: Path | None = None
    questions: tuple[str, ...] = ()
    foot: Foot = field(default_factory=Foot)


def read_bureau(file: Path, *, is_wanted: bool) -> Bureau:
    """What a TOML file tells; a file that is not there tells nothing, unless it is wanted.

    Raises BureauWrong.
    """
    if not file.exists() and not is_wanted:
        return Bureau()
    try:
        told = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise BureauWrong(
            f"{file} 读不了（{error.strerror}）：请检查 PLANBOT_BUREAU 写的位置。"
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BureauWrong(
            f"{file} 不是正确的 TOML（{error}）：请照 deploy/bureau.example.toml 改。"
        ) from error
    foot = told.pop("foot", {})
    if not isinstance(foot, dict):
        raise BureauWrong(
            f"{file} 里的 foot 应写成一段 [foot]：请照 deploy/bureau.example.toml 改。"
        )
    questions = told.pop("questions", [])
    if not isinstance(questions, list) or not all(isinstance(one, str) for one in questions):
        raise BureauWrong(f'{file} 里的 questions 应写成 ["问题一", "问题二"]：请改好再启动。')
    logo = told.pop("logo", "")
    said = _lines(told, {"name", "introduction"}, file)
    return Bureau(
        **said,
        logo=_logo(file.parent / str(logo)) if logo else None,
        questions=tuple(questions),
        foot=Foot(**_links(_lines(foot, {one.name for one in fields(Foot)}, file), file)),
    )


def _lines(told: dict[str, Any], known: set[str], file: Path) -> dict[str, str]:
    for name, value in told.items():
        if name not in known:
            raise BureauWrong(f"{file} 里不认识 {name}：请照 deploy/bureau.example.toml 改。")
        if not isinstance(value, str):
            raise BureauWrong(f"{file} 里的 {name} 应是加引号的文字：请改好再启动。")
    return {name: value.strip() for name, value in told.items()}


def _links(told: dict[str, str], file: Path) -> dict[str, str]:
    for name in ("icp_link", "police_link", "party_mark", "faults"):
        if told.get(name, "https://").partition("//")[0] not in ("https:", "http:"):
            raise BureauWrong(f"{file} 里的 {name} 应是 https:// 开头的网址：请改好再启动。")
    return told


def _logo(file: Path) -> Path:
    if file.suffix.lower() not in _IMAGES or not file.is_file():
        raise BureauWrong(f"徽标 {file} 没有找到，或不是图片：请用 PNG、JPEG、SVG、WebP、GIF。")
    if file.stat().st_size > _LARGEST:
        raise BureauWrong(f"徽标 {file} 太大：请缩小到 {_LARGEST // 1024} KB 以内。")
    return file
