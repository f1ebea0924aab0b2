"""Chinese and Arabic numerals -> whole numbers, as plans use them to count."""

import unicodedata

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "○": 0,
    "O": 0,
    "两": 2,
}
_UNITS = {"十": 10, "百": 100, "千": 1000}


def whole_number(numeral: str) -> int | None:
    """十二 -> 12, 二〇二五 -> 2025, 12 -> 12, １２ -> 12, ③ -> 3; None for anything else."""
    numeral = unicodedata.normalize("NFKC", numeral)
    if numeral.isdecimal():
        return int(numeral)
    if not numeral or any(sign not in _DIGITS and sign not in _UNITS for sign in numeral):
        return None
    if not any(sign in _UNITS for sign in numeral):
        return int("".join(str(_DIGITS[sign]) for sign in numeral))
    return _with_units(numeral)


def _with_units(numeral: str) -> int:
    total, digit = 0, 0
    for sign in numeral:
        if sign in _UNITS:
            total += (digit or 1) * _UNITS[sign]
            digit = 0
        else:
            digit = _DIGITS[sign]
    return total + digit
