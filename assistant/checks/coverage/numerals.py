"""Numbers as people write them: digits with powers of ten and 万 or 亿, and Chinese numerals."""

import re

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_SCALES = {"十": 1e1, "百": 1e2, "千": 1e3, "万": 1e4, "亿": 1e8}
_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0, "双": 2, "叁": 3}
_GREATEST_FLAT = 15
"""Greatest exponent that is read out of a number whose superscript was lost (1×109 for 1×10⁹)."""

_UNIT_NAMES = "瓦克米伏帕赫卡焦牛欧安字巴"
_SCALE = rf"(?:万亿|千万|百万|十万|亿|万|千(?![{_UNIT_NAMES}])|百(?![分{_UNIT_NAMES}]))"
_EXPONENT = r"(?:\^\s?[({]?-?\d{1,2}[)}]?|[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+|-?\d{1,2}(?![\d.]))"
_POWER = rf"\s?[×xX*·]\s?10(?:{_EXPONENT})"
DIGITS = rf"(?:\d{{1,3}}(?:[, ]\d{{3}})+(?!\d)|\d+)(?:\.\d+)?(?:{_POWER}|[eE][-+]?\d{{1,2}})?(?:\s?{_SCALE})?"
BARE_POWER = r"10(?:\^\s?[({]?-?\d{1,2}[)}]?|[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+|-\d{1,2}(?=\s?[A-Za-zμ摩]))"
CHINESE = r"[一二两三四五六七八九十百千万亿]+"
TENTHS = (
    r"(?:(?P<tens>[一二两三四五六七八九十])成(?P<more>[一二三四五六七八九半])?(?![为本立果套员功分长熟新])"
    r"|百分之(?P<hundred>[一二两三四五六七八九十百]+)|(?P<half>一半))"
)
"""Regular expression for a share in words."""
_TENTHS = re.compile(TENTHS)
_BARE = re.compile(r"10(?:\^\s?[({]?-?\d{1,2}[)}]?|[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+|-\d{1,2})")
_PLAIN = re.compile(
    rf"(\d{{1,3}}(?:[, ]\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    rf"(?:\s?[×xX*·]\s?10({_EXPONENT})|[eE]([-+]?\d{{1,2}}))?(?:\s?({_SCALE}))?"
)


def read_digits(text: str) -> float | None:
    """Return the value of a number in digits; None where it is none, or a product such as 1920×1080."""
    if _BARE.fullmatch(text):
        return 10.0 ** _read_exponent(text[2:])
    found = _PLAIN.fullmatch(text)
    if not found:
        return None
    value = float(re.sub(r"[, ]", "", found[1]))
    if found[2]:
        exponent = _read_exponent(found[2])
        if abs(exponent) > _GREATEST_FLAT:
            return None
        value *= 10.0**exponent
    if found[3]:
        value *= 10.0 ** int(found[3])
    for scale in found[4] or "":
        value *= _SCALES[scale]
    return value


def _read_exponent(text: str) -> int:
    return int(text.translate(_SUPERSCRIPTS).strip("^ (){}"))


def read_tenths(text: str) -> float | None:
    """Return the per cent of a share in words: 九成三 is 93, 一成半 15, 百分之五 5, 一半 50; None where it is none."""
    found = _TENTHS.fullmatch(text)
    if not found:
        return None
    if found["half"]:
        return 50.0
    if found["hundred"]:
        return read_chinese(found["hundred"])
    more = 5 if found["more"] == "半" else _DIGITS.get(found["more"] or "", 0)
    return 10 * (read_chinese(found["tens"]) or 0) + more


def read_chinese(text: str) -> float | None:
    """Return the value of a Chinese numeral: 三 is 3, 二十 20, 百 100, 十万 100000; None where it is none."""
    if text == "半":
        return 0.5
    total = section = 0.0
    digit: float | None = None
    for character in text:
        if character in _DIGITS:
            if digit is not None:
                return None
            digit = _DIGITS[character]
        elif character in "十百千":
            section += (1 if digit is None else digit) * _SCALES[character]
            digit = None
        elif character in "万亿":
            total = (total + section + (digit or 0) or 1) * _SCALES[character]
            section, digit = 0.0, None
        else:
            return None
    return total + section + (digit or 0)
