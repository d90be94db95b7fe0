"""A grade on a scale, as a form's field gives it: 8, TRL7, 7级, 7.2, 第七级."""

import re
import unicodedata

from assistant.checks.parsing.dates import strip_dates
from assistant.text import squash

_HAN = "零一二三四五六七八九"
_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII")
_NUMBER = r"(\d+(?:\.\d+)?|[一二三四五六七八九十]{1,3}|[IVX]{1,4})"
_STANDARD = re.compile(r"GB/?[TZ]?\d+(?:[-—–]\d{4})?", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)")
_NOT_A_GRADE = r"(?!\d|\.\d|%|成|[台套项年月日吨次个万亿家件米倍千百人天小分之])"
_BY_NAME = re.compile(rf"TRL[-—:=]?(?:为|达到|第)?{_NUMBER}{_NOT_A_GRADE}", re.IGNORECASE)
_BY_RANK = re.compile(rf"第{_NUMBER}[级等]|(?<![共高满\d])(?<!分为)(?<!分成){_NUMBER}级(?!标准|中)")
_BY_LABEL = re.compile(
    r"(?:量值|就绪(?:水平|度|指数|等级)*|成熟度(?:等级)?|等级|级别)(?:量值|评定|测算|结果)*[为是:达到约]*"
    rf"{_NUMBER}{_NOT_A_GRADE}"
)
_WRAPPING = re.compile(r"^(?:技术)?(?:就绪|成熟)?(?:水平|度)?(?:量值|等级|级别)?[为是约:达到]*|[级分。.,;]+$")
_ALONE = re.compile(rf"{_NUMBER}(?:级?[-~—至到/]{_NUMBER})?")


def find_grade(text: str) -> float | None:
    """Return the grade that the text gives, of a range the lower one; None where it gives none, a share included."""
    plain = _STANDARD.sub("", squash(unicodedata.normalize("NFKC", strip_dates(text))))
    if found := _BY_NAME.search(plain) or _BY_RANK.search(plain):
        return _read(next(group for group in found.groups() if group))
    core = _WRAPPING.sub("", _BRACKETS.sub("", plain))
    found = _ALONE.fullmatch(core) or _BY_LABEL.search(plain)
    return _read(found[1]) if found else None


def _read(text: str) -> float | None:
    if text[0].isdigit():
        return float(text)
    if text[0] in "IVX":
        return _ROMAN.index(text) if text in _ROMAN else None
    tens, ten, ones = text.partition("十")
    if not ten:
        return _HAN.index(text) if len(text) == 1 else None
    return 10 * (_HAN.index(tens) if len(tens) == 1 else 1) + (_HAN.index(ones) if len(ones) == 1 else 0)
