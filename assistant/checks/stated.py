"""The number of experts that a report states in words."""

import re

_COUNT = r"(\d{1,3}|[一二两三四五六七八九十]{1,3})"
_STATED = (
    rf"(?:共有?|共计|总计|合计|总人数为?|成员为?|由|聘请|邀请|吸纳|计)[^\d\n。；，]{{0,12}}?{_COUNT}\s*(?:余)?[名位人]",
    rf"专家(?:委员)?(?:共|总数为?|人数为?|总人数为?)?\s*{_COUNT}\s*[名位人]",
    rf"{_COUNT}\s*(?:[名位]|人的)(?:[^\d\n。；，]{{0,12}}?)(?:专家|委员|成员)(?:组成|构成|担任)?",
    rf"(?:委员会|成员|组成)[^\d\n。；]{{0,6}}?{_COUNT}\s*[名位人]",
)
_ROLE_COUNT = re.compile(rf"(?:副主任(?:委员)?|主任(?:委员)?|委员(?!会)|秘书)\s*[（(]?(?:共)?\s*{_COUNT}\s*[名位人]")
_PARTIAL = re.compile(
    r"(?:国外|外籍|境外|国际|女性|青年|企业|海外|院士|其中|其余|其他|另外?|外国|副主任(?:委员)?|主任(?:委员)?|委员(?!会)|秘书)[^\d\n。；，]{0,8}$"
)
_DIGITS = "零一二三四五六七八九"


def find_stated_number(text: str) -> int | None:
    """Return the number of experts that the text states as a whole; None where it states none."""
    for pattern in _STATED:
        for found in re.finditer(pattern, text):
            if not _PARTIAL.search(text[: found.start(1)][-20:]):
                return _read(found[1])
    counts = [_read(found[1]) for found in _ROLE_COUNT.finditer(text)]
    return sum(counts) if len(counts) > 1 else None


def _read(text: str) -> int:
    """Read 15, 十五, 二十, 二十一, 两."""
    text = text.replace("两", "二")
    if text.isdigit():
        return int(text)
    tens, ten, ones = text.partition("十")
    if not ten:
        return _DIGITS.find(text[0])
    return 10 * (_DIGITS.find(tens) if tens else 1) + (_DIGITS.find(ones) if ones else 0)
